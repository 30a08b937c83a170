import type { UnplacedBooking } from '../../../shared/contracts/booking.ts';
import { useLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { bookingAddress } from '../../format/booking-address.ts';
import { shortDayText } from '../../format/dates.ts';
import { useVisitsText } from './texts.ts';

/** Whose place is gone, with the way to reach each. */
export const Unplaced = ({ items, title, text }: { readonly items: readonly UnplacedBooking[]; readonly title: string; readonly text: string }) => {
  const t = useVisitsText();
  const language = useLanguage();
  return (
    <Notice kind="warn" title={title} live>
      <p>{text}</p>
      <ul>{items.map(({ code, day, time, name, phone, told }) => <li key={code}><a href={`${bookingAddress}?ma=${code}`} target="_blank" rel="noopener">{time} {shortDayText(day, language)}</a>: {name}{phone !== undefined && <> · <a href={`tel:${phone}`}>{phone}</a></>}{told && <span class="small"> ({t('told')})</span>}</li>)}</ul>
    </Notice>
  );
};
