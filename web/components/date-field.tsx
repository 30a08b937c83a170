import { FieldError } from './field.tsx';
import { useFormText } from './form-text.ts';

type DateFieldProps = {
  readonly id: string; readonly label: string; readonly value: string; readonly onValue: (value: string) => void;
  readonly hint?: string | undefined; readonly error?: string | undefined; readonly optional?: boolean;
};

/**
 * Day, month and year in three boxes, in the order people of Việt Nam write them whatever the browser's language is.
 * Kept as typed (`2026-1-5`), so that half a date survives a reload; `fullDate` and `isDate` of the date's format read it.
 * The first box carries `id`, so that an error summary can lead to it.
 */
export const DateField = ({ id, label, value, onValue, hint, error, optional }: DateFieldProps) => {
  const t = useFormText();
  const [year = '', month = '', day = ''] = value.split('-');
  const compose = (parts: { day?: string; month?: string; year?: string }) => {
    const next = { year, month, day, ...parts };
    onValue(next.year + next.month + next.day === '' ? '' : `${next.year}-${next.month}-${next.day}`);
  };
  const boxes = [
    { name: 'day', id, label: t('day'), value: day, size: 2 }, { name: 'month', id: `${id}-month`, label: t('month'), value: month, size: 2 },
    { name: 'year', id: `${id}-year`, label: t('year'), value: year, size: 4 },
  ] as const;
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div class={`govuk-form-group${error === undefined ? '' : ' govuk-form-group--error'}`}>
      <fieldset class="govuk-fieldset" aria-describedby={described}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{label}{optional === true && <span class="optional"> {t('optional')}</span>}</legend>
        {hint !== undefined && <div id={`${id}-hint`} class="govuk-hint">{hint}</div>}
        {error !== undefined && <FieldError id={id}>{error}</FieldError>}
        <div class="govuk-date-input">
          {boxes.map((box) => (
            <div class="govuk-date-input__item" key={box.name}>
              <label class="govuk-label govuk-date-input__label" for={box.id}>{box.label}</label>
              <input class={`govuk-input govuk-date-input__input govuk-input--width-${box.size}${error === undefined ? '' : ' govuk-input--error'}`} id={box.id} name={box.id} inputMode="numeric" autocomplete="off" maxLength={box.size}
                value={box.value} onInput={(event) => { compose({ [box.name]: event.currentTarget.value.replace(/\D/g, '') }); }} />
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
};
