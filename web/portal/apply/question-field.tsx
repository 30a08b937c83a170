import type { InputHTMLAttributes } from 'preact';
import type { Question } from '../../../shared/contracts/procedure.ts';
import { DateField } from '../../components/date-field.tsx';
import { TextArea, TextField } from '../../components/field.tsx';
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

/** A question of a procedure's form, drawn by its kind. */
export const QuestionField = ({ question, value, onValue, error }: FieldProps) => {
  const language = useLanguage();
  const t = applyText(language);
  const common = { id: question.id, hint: question.hint?.[language], error, optional: !question.required, value, onValue };
  switch (question.kind) {
    case 'date': return <DateField {...common} label={question.label[language]} />;
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
