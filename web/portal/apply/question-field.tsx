import type { InputHTMLAttributes } from 'preact';
import type { Question } from '../../../shared/contracts/procedure.ts';
import { FieldError, TextArea, TextField } from '../../components/field.tsx';
import { useFormText } from '../../components/form-text.ts';
import { useLanguage } from '../../components/language.ts';
import { Radios } from '../../components/radios.tsx';
import { applyText } from '../../messages/apply.ts';
import { lengthOf } from './validation.ts';

type FieldProps = { readonly question: Question; readonly value: string; readonly onValue: (value: string) => void; readonly error: string | undefined };

/** The keyboard a phone shows, and what the browser may fill in. */
const inputOf: Partial<Record<Question['kind'], InputHTMLAttributes>> = {
  number: { inputMode: 'decimal', autocomplete: 'off' },
  'national-id': { inputMode: 'numeric', autocomplete: 'off', spellcheck: false },
  phone: { type: 'tel', autocomplete: 'tel' },
  email: { type: 'email', autocomplete: 'email', spellcheck: false },
};

/** Day, month and year in three boxes; kept as typed (`2026-1-5`), so that half a date survives a reload. */
const DateField = ({ question, value, onValue, error }: FieldProps) => {
  const language = useLanguage();
  const words = useFormText();
  const t = applyText(language);
  const { id } = question;
  const [year = '', month = '', day = ''] = value.split('-');
  const compose = (parts: { day?: string; month?: string; year?: string }) => {
    const next = { year, month, day, ...parts };
    onValue(next.year + next.month + next.day === '' ? '' : `${next.year}-${next.month}-${next.day}`);
  };
  const boxes = [
    { name: 'day', id, label: t('day'), value: day, size: 2 }, { name: 'month', id: `${id}-month`, label: t('month'), value: month, size: 2 },
    { name: 'year', id: `${id}-year`, label: t('year'), value: year, size: 4 },
  ] as const;
  const described = [question.hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div class={`govuk-form-group${error === undefined ? '' : ' govuk-form-group--error'}`}>
      <fieldset class="govuk-fieldset" aria-describedby={described}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{question.label[language]}{!question.required && <span class="optional"> {words('optional')}</span>}</legend>
        {question.hint !== undefined && <div id={`${id}-hint`} class="govuk-hint">{question.hint[language]}</div>}
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

/** A question of a procedure's form, drawn by its kind. */
export const QuestionField = (props: FieldProps) => {
  const { question, value, onValue, error } = props;
  const language = useLanguage();
  const t = applyText(language);
  const common = { id: question.id, hint: question.hint?.[language], error, optional: !question.required, value, onValue };
  switch (question.kind) {
    case 'date': return <DateField {...props} />;
    case 'choice': return <Radios {...common} legend={question.label[language]} options={(question.options ?? []).map((option) => ({ value: option.value, label: option.label[language] }))} />;
    case 'paragraph': {
      const left = lengthOf(question) - value.length;
      return <><TextArea {...common} label={question.label[language]} />{left < 200 && <p class="small characters-left">{t('charactersLeft', { count: Math.max(0, left) })}</p>}</>;
    }
    case 'text':
    case 'number':
    case 'national-id':
    case 'phone':
    case 'email': return <TextField {...common} label={question.label[language]} attributes={{ ...inputOf[question.kind], maxLength: question.kind === 'national-id' || question.kind === 'phone' ? 20 : lengthOf(question) }} />;
  }
};
