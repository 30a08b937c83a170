import type { SlotDay } from '../../../shared/contracts/booking.ts';
import { FieldError } from '../../components/field.tsx';
import { useLanguage } from '../../components/language.ts';
import { dayText } from '../../format/dates.ts';
import { bookingText } from '../../messages/booking.ts';

export type Chosen = { readonly day: string; readonly time: string };
type Props = { readonly days: readonly SlotDay[]; readonly chosen: Chosen; readonly onChoose: (chosen: Chosen) => void; readonly error?: string | undefined };

const leftIn = ({ slots }: SlotDay): number => slots.reduce((sum, { free }) => sum + free, 0);
const NOON = '12:00';

const Times = ({ day, chosen, onChoose, legend }: Pick<Props, 'chosen' | 'onChoose'> & { readonly day: SlotDay; readonly legend: string }) => {
  const t = bookingText(useLanguage());
  const half = (part: SlotDay['slots'], name: string) => part.length > 0 && (
    <>
      <p class="slot-part small">{name}</p>
      <div class="slots">
        {part.map(({ time, free }) => (
          <label key={time} class={`slot${free === 0 ? ' slot-full' : ''}`}>
            <input type="radio" name="gio" value={time} disabled={free === 0} checked={chosen.time === time} onChange={() => { onChoose({ day: day.day, time }); }} />
            <span class="slot-time">{time}</span> <span class="small">{free === 0 ? t('full') : t('left', { count: free })}</span>
          </label>
        ))}
      </div>
    </>
  );
  return (
    <fieldset class="govuk-fieldset" id="gio">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
      {half(day.slots.filter(({ time }) => time < NOON), t('morning'))}
      {half(day.slots.filter(({ time }) => time >= NOON), t('afternoon'))}
    </fieldset>
  );
};

/** A day, then a half hour of it, with the places left in each; what is full stands there and cannot be chosen. */
export const SlotPicker = ({ days, chosen, onChoose, error }: Props) => {
  const language = useLanguage();
  const t = bookingText(language);
  const day = days.find((one) => one.day === chosen.day);
  return (
    <div class={`govuk-form-group${error === undefined ? '' : ' govuk-form-group--error'}`}>
      <fieldset class="govuk-fieldset" id="ngay" tabIndex={-1}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{t('day')}</legend>
        {error !== undefined && <FieldError id="ngay">{error}</FieldError>}
        <div class="slots slot-days">
          {days.map((one) => {
            const left = leftIn(one);
            return (
              <label key={one.day} class={`slot${left === 0 ? ' slot-full' : ''}`}>
                <input type="radio" name="ngay" value={one.day} disabled={left === 0} checked={one.day === chosen.day} onChange={() => { onChoose({ day: one.day, time: '' }); }} />
                <span class="slot-time">{dayText(one.day, language).replace(/[ /]\d{4}$/, '')}</span> <span class="small">{left === 0 ? t('full') : t('left', { count: left })}</span>
              </label>
            );
          })}
        </div>
      </fieldset>
      {day !== undefined && <Times day={day} chosen={chosen} onChoose={onChoose} legend={`${t('time')} (${dayText(day.day, language)})`} />}
    </div>
  );
};
