import { answerProblems } from '../../../shared/contracts/answer-problems.ts';
import type { FormPage, Question } from '../../../shared/contracts/procedure.ts';
import type { FormError } from '../../components/error-summary.tsx';
import { fullDate, isDate } from '../../format/typed-date.ts';
import { applyText } from '../../messages/apply.ts';
import type { Language } from '../../messages/translator.ts';
import type { Draft } from './draft.ts';

/** Longest answers where the question does not say, as the province checks them. */
const defaultLength: Record<Question['kind'], number> = { text: 500, paragraph: 5000, date: 10, number: 30, choice: 60, 'national-id': 12, phone: 20, email: 254 };
export const lengthOf = (question: Question): number => question.maxLength ?? defaultLength[question.kind];

const shapes: Partial<Record<Question['kind'], { readonly shape: RegExp; readonly code: keyof typeof answerProblems }>> = {
  number: { shape: /^-?\d{1,15}([.,]\d{1,6})?$/, code: 'answer.number' },
  'national-id': { shape: /^(\d{9}|\d{12})$/, code: 'answer.national-id' },
  phone: { shape: /^(0|\+84)\d{9}$/, code: 'answer.phone' },
  email: { shape: /^[^\s@<>(),;:"]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/, code: 'answer.email' },
};

/** An answer as it is sent: composed, trimmed, digits without the spaces people put between them. */
export const sentAnswer = (question: Question, typed: string): string => {
  const text = typed.normalize('NFC').trim();
  switch (question.kind) {
    case 'date': return /\d/.test(text) ? fullDate(text) : '';
    case 'national-id': return text.replace(/[\s.-]/g, '');
    case 'phone': return text.replace(/[\s.-]/g, '');
    case 'number': return text.replace(/\s/g, '');
    case 'text':
    case 'paragraph':
    case 'choice':
    case 'email': return text;
  }
};

/** What is wrong with an answer, in the reader's language. */
const faultOf = (question: Question, typed: string, language: Language): string | undefined => {
  const t = applyText(language);
  const answer = sentAnswer(question, typed);
  if (answer === '') return question.required ? (question.kind === 'choice' ? t('choiceMissing') : answerProblems['text.missing'][language]) : undefined;
  if (question.kind === 'date') return isDate(answer) ? undefined : t('dateMalformed');
  const shape = shapes[question.kind];
  if (shape !== undefined && !shape.shape.test(answer)) return answerProblems[shape.code][language];
  return answer.length > lengthOf(question) ? answerProblems['text.too-long'][language] : undefined;
};

/** Everything wrong on one page of questions; the province checks the same again. */
export const faultsOnPage = (page: FormPage, draft: Pick<Draft, 'answers'>, language: Language): readonly FormError[] =>
  page.questions.flatMap((question) => {
    const text = faultOf(question, draft.answers[question.id] ?? '', language);
    return text === undefined ? [] : [{ field: question.id, text, label: question.label[language] }];
  });

/** All answers as they are sent; empty ones are left out. */
export const sentAnswers = (form: readonly FormPage[], draft: Pick<Draft, 'answers'>): Record<string, string> =>
  Object.fromEntries(form.flatMap(({ questions }) => questions.flatMap((question) => {
    const answer = sentAnswer(question, draft.answers[question.id] ?? '');
    return answer === '' ? [] : [[question.id, answer] as const];
  })));
