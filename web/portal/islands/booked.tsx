import { useRef, useState } from 'preact/hooks';
import type { BookingView } from '../../../shared/contracts/booking.ts';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { call, newRequestKey } from '../../client/client.ts';
import { Button } from '../../components/button.tsx';
import { useCommon, useLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { QrCode } from '../../components/qr-code.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { inLanguage } from '../../format/addresses.ts';
import { bookingAddress } from '../../format/booking-address.ts';
import { dayText, timeText } from '../../format/dates.ts';
import { bookingText } from '../../messages/booking.ts';
import { SlotPicker, type Chosen } from './slot-picker.tsx';
import { useSlots } from './use-slots.ts';

type Props = { readonly booking: BookingView; readonly onChanged: (booking: BookingView) => void };

/** The same decision on the same booking keeps its key. */
const useKey = () => {
  const sent = useRef({ of: '', key: '' });
  return (of: string): string => {
    if (sent.current.of !== of) sent.current = { of, key: newRequestKey() };
    return sent.current.key;
  };
};

const Move = ({ booking, onChanged, onClose }: Props & { readonly onClose: () => void }) => {
  const t = bookingText(useLanguage());
  const [chosen, setChosen] = useState<Chosen>({ day: booking.day, time: '' });
  const [problem, setProblem] = useState<ProblemBody>();
  const [busy, setBusy] = useState(false);
  const keyOf = useKey();
  const { offer, problem: slotProblem, read } = useSlots(booking.agency.code, { procedure: booking.procedure?.code, field: booking.field?.vi });
  const move = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const answer = await call('moveBooking', { params: { bookingCode: booking.code }, body: chosen, key: keyOf(JSON.stringify([booking.startsAt, chosen])) });
    setBusy(false);
    if (answer.ok) { onChanged(answer.body); onClose(); return; }
    setProblem(answer.problem);
    setChosen({ ...chosen, time: '' });
    void read();
  };
  return (
    <Panel tone="warm" id="doi-gio" title={t('moveTitle')}>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {slotProblem !== undefined && <ProblemNotice problem={slotProblem} onRetry={() => { void read(); }} />}
      {offer === undefined ? slotProblem === undefined && <Skeleton lines={4} /> : offer.days.length === 0 ? <p>{t('noDays')}</p> : <SlotPicker days={offer.days} chosen={chosen} onChoose={setChosen} />}
      <p class="button-row">
        <Button disabled={busy || chosen.time === ''} onClick={() => { void move(); }}>{busy ? t('moving') : t('moveDo')}</Button>
        <Button kind="quiet" disabled={busy} onClick={onClose}>{t('keep')}</Button>
      </p>
    </Panel>
  );
};

const Cancel = ({ booking, onChanged, onClose }: Props & { readonly onClose: () => void }) => {
  const t = bookingText(useLanguage());
  const [problem, setProblem] = useState<ProblemBody>();
  const [busy, setBusy] = useState(false);
  const keyOf = useKey();
  const cancel = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const answer = await call('cancelBooking', { params: { bookingCode: booking.code }, key: keyOf(booking.startsAt) });
    setBusy(false);
    if (answer.ok) { onChanged(answer.body); onClose(); } else setProblem(answer.problem);
  };
  return (
    <Panel tone="warm" id="huy-lich" title={t('cancelAsk')}>
      <p>{t('cancelAskText')}</p>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <p class="button-row">
        <Button kind="danger" disabled={busy} onClick={() => { void cancel(); }}>{busy ? t('cancelling') : t('cancelDo')}</Button>
        <Button kind="quiet" disabled={busy} onClick={onClose}>{t('keep')}</Button>
      </p>
    </Panel>
  );
};

const threeDigits = (ticket: number): string => String(ticket).padStart(3, '0');

/** What was booked: when and where on top, the code the desk reads, and what can still be done about it. */
export const Booked = ({ booking, onChanged }: Props) => {
  const language = useLanguage();
  const t = bookingText(language);
  const common = useCommon();
  const [doing, setDoing] = useState<'move' | 'cancel'>();
  const { code, agency, startsAt, endsAt, state, open, withdrawn, counter, procedure, field, ticket } = booking;
  const link = `${location.origin}${inLanguage(bookingAddress, language)}?ma=${code}`;
  const save = async (): Promise<void> => {
    const { calendarFile } = await import('../../format/calendar-file.ts');
    const text = calendarFile({ id: code, startsAt, endsAt, title: t('calendarTitle', { agency: agency.name }), place: agency.name, text: `${t('code')}: ${code}\n${procedure?.name[language] ?? ''}`, link, madeAt: new Date() });
    const anchor = document.createElement('a');
    anchor.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
    anchor.download = `${code}.ics`;
    anchor.click();
    setTimeout(() => { URL.revokeObjectURL(anchor.href); }, 10_000);
  };
  const matter = procedure?.name[language] ?? field?.[language];
  const close = (): void => { setDoing(undefined); };
  return (
    <>
      {withdrawn && <Notice kind="warn" title={t('withdrawn')} live><p>{t('withdrawnText')}</p></Notice>}
      <section class={`booked booked-${state}`} aria-labelledby="lich-tieu-de">
        <h2 id="lich-tieu-de" class="booked-state" tabIndex={-1}>{state === 'cancelled' ? t('cancelled') : ticket !== undefined ? t('arrived', { number: threeDigits(ticket) }) : open ? t('done') : t('over')}</h2>
        <p class="booked-when"><strong>{t('untilTime', { from: timeText(startsAt), to: timeText(endsAt) })}</strong><span>{dayText(startsAt, language)}</span></p>
        {state === 'cancelled' && <p>{t('cancelledText')}</p>}
        <dl class="booked-facts">
          <div><dt>{t('at')}</dt><dd>{agency.name}{counter !== undefined && !withdrawn && `, ${counter}`}</dd></div>
          {matter !== undefined && <div><dt>{t('matter')}</dt><dd>{matter}</dd></div>}
          <div><dt>{t('code')}</dt><dd class="booked-code">{code}</dd></div>
        </dl>
        {open && <div class="qr-block"><QrCode text={link} label={t('qrAlt', { code })} /><p class="small">{t('show')}</p></div>}
      </section>
      {open && doing === undefined && (
        <p class="button-row no-print">
          <Button onClick={() => { void save(); }}>{t('calendar')}</Button>
          <Button kind="secondary" onClick={() => { setDoing('move'); }}>{t('move')}</Button>
          <Button kind="secondary" onClick={() => { print(); }}>{common('print')}</Button>
          <Button kind="quiet" onClick={() => { setDoing('cancel'); }}>{t('cancel')}</Button>
        </p>
      )}
      {doing === 'move' && <Move booking={booking} onChanged={onChanged} onClose={close} />}
      {doing === 'cancel' && <Cancel booking={booking} onChanged={onChanged} onClose={close} />}
      <p class="no-print"><a href={inLanguage(bookingAddress, language)}>{t('another')}</a></p>
    </>
  );
};
