import { FieldError } from './field.tsx';
import { useFormText } from './form-text.ts';

type Option = { readonly value: string; readonly label: string; readonly hint?: string | undefined };
type RadiosProps = {
  readonly id: string; readonly legend: string; readonly options: readonly Option[]; readonly value: string; readonly onValue: (value: string) => void;
  readonly hint?: string | undefined; readonly error?: string | undefined; readonly optional?: boolean; readonly large?: boolean;
};

/** One of a few. The first radio carries `id`, so that an error summary can lead to it. */
export const Radios = ({ id, legend, options, value, onValue, hint, error, optional, large }: RadiosProps) => {
  const t = useFormText();
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div class={`govuk-form-group${error === undefined ? '' : ' govuk-form-group--error'}`}>
      <fieldset class="govuk-fieldset" aria-describedby={described}>
        <legend class={`govuk-fieldset__legend ${large === true ? 'govuk-fieldset__legend--l' : 'govuk-fieldset__legend--s'}`}>{legend}{optional === true && <span class="optional"> {t('optional')}</span>}</legend>
        {hint !== undefined && <div id={`${id}-hint`} class="govuk-hint">{hint}</div>}
        {error !== undefined && <FieldError id={id}>{error}</FieldError>}
        <div class="govuk-radios choice-cards">
          {options.map((option, index) => {
            const optionId = index === 0 ? id : `${id}-${option.value}`;
            return (
              <div class="govuk-radios__item" key={option.value}>
                <input class="govuk-radios__input" id={optionId} name={id} type="radio" value={option.value} checked={option.value === value}
                  aria-describedby={option.hint === undefined ? undefined : `${optionId}-item-hint`} onChange={() => { onValue(option.value); }} />
                <label class="govuk-label govuk-radios__label" for={optionId}>{option.label}</label>
                {option.hint !== undefined && <div id={`${optionId}-item-hint`} class="govuk-hint govuk-radios__hint">{option.hint}</div>}
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
};
