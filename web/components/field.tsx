import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useFormText } from './form-text.ts';

type Described = { readonly id: string; readonly label: string; readonly hint?: string | undefined; readonly error?: string | undefined; readonly optional?: boolean; readonly large?: boolean };

/** Ids of the hint and the error, for `aria-describedby`. */
const describedBy = ({ id, hint, error }: Described): string | undefined =>
  [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean).join(' ') || undefined;

export const FieldError = ({ id, children }: { readonly id: string; readonly children: ComponentChildren }) => {
  const t = useFormText();
  return <p id={`${id}-error`} class="govuk-error-message"><span class="visually-hidden">{t('errorPrefix')} </span>{children}</p>;
};

/** Label, hint and error around any control. The control takes `id` and `aria-describedby={describedBy}`. */
export const Field = ({ children, ...field }: Described & { readonly children: (describedBy: string | undefined) => ComponentChildren }) => {
  const t = useFormText();
  const { id, label, hint, error, optional, large } = field;
  return (
    <div class={`govuk-form-group${error === undefined ? '' : ' govuk-form-group--error'}`}>
      <label class={`govuk-label ${large === true ? 'govuk-label--l' : 'govuk-label--s'}`} for={id}>{label}{optional === true && <span class="optional"> {t('optional')}</span>}</label>
      {hint !== undefined && <div id={`${id}-hint`} class="govuk-hint">{hint}</div>}
      {error !== undefined && <FieldError id={id}>{error}</FieldError>}
      {children(describedBy(field))}
    </div>
  );
};

type Typed = Described & { readonly value: string; readonly onValue: (value: string) => void };

/** One line of text. `attributes` for type, inputmode, autocomplete, maxlength. */
export const TextField = ({ value, onValue, attributes, ...field }: Typed & { readonly attributes?: InputHTMLAttributes }) => (
  <Field {...field}>
    {(described) => (
      <input {...attributes} class={`govuk-input${field.error === undefined ? '' : ' govuk-input--error'}`} id={field.id} name={field.id} value={value}
        aria-describedby={described} aria-invalid={field.error === undefined ? undefined : true} onInput={(event) => { onValue(event.currentTarget.value); }} />
    )}
  </Field>
);

/** Several lines of text. */
export const TextArea = ({ value, onValue, rows = 5, ...field }: Typed & { readonly rows?: number }) => (
  <Field {...field}>
    {(described) => (
      <textarea class={`govuk-textarea${field.error === undefined ? '' : ' govuk-textarea--error'}`} id={field.id} name={field.id} rows={rows} value={value}
        aria-describedby={described} aria-invalid={field.error === undefined ? undefined : true} onInput={(event) => { onValue(event.currentTarget.value); }} />
    )}
  </Field>
);

/** A choice from a long list of short names. */
export const SelectField = ({ value, onValue, options, placeholder, ...field }: Typed & { readonly options: readonly { readonly value: string; readonly label: string }[]; readonly placeholder?: string }) => (
  <Field {...field}>
    {(described) => (
      <select class={`govuk-select${field.error === undefined ? '' : ' govuk-select--error'}`} id={field.id} name={field.id} value={value}
        aria-describedby={described} aria-invalid={field.error === undefined ? undefined : true} onChange={(event) => { onValue(event.currentTarget.value); }}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    )}
  </Field>
);
