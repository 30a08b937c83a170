import type { FormPage, Question } from '../../shared/contracts/procedure.ts';
import { contactFault } from '../../shared/kernel/contact.ts';
import { IsoDate } from '../../shared/kernel/vietnam-time.ts';

type Fault = { readonly question: string; readonly code: string };

const defaultLength = { text: 500, paragraph: 5000, date: 10, number: 30, choice: 60, 'national-id': 12, phone: 20, email: 254 } as const satisfies Record<Question['kind'], number>;

/** Nine digits of the former identity card, twelve of the citizen identity number: both circulate. */
const nationalId = /^(\d{9}|\d{12})$/;
const isNumber = (text: string): boolean => /^-?\d{1,15}([.,]\d{1,6})?$/.test(text);

/** What is wrong with a non-empty answer to a question, as a field code. */
const faultOf = (question: Question, answer: string): string | undefined => {
  if (answer.length > (question.maxLength ?? defaultLength[question.kind])) return 'text.too-long';
  switch (question.kind) {
    case 'text': return answer.includes('\n') ? 'text.control' : undefined;
    case 'paragraph': return undefined;
    case 'date': return IsoDate.safeParse(answer).success ? undefined : 'date.malformed';
    case 'number': return isNumber(answer) ? undefined : 'answer.number';
    case 'choice': return question.options?.some((option) => option.value === answer) ? undefined : 'field.not-listed';
    case 'national-id': return nationalId.test(answer) ? undefined : 'answer.national-id';
    case 'phone':
    case 'email': return contactFault(question.kind, answer);
  }
};

/** Own answers only: a question may be called like something every object inherits. */
const answerTo = (answers: Readonly<Record<string, string>>, { id }: Question): string => (Object.hasOwn(answers, id) ? (answers[id] ?? '') : '');

/** Everything wrong with the answers to a form: what is missing, what does not fit its question, what no question asked. */
export const faultsOf = (form: readonly FormPage[], answers: Readonly<Record<string, string>>): Fault[] => {
  const questions = new Map(form.flatMap((page) => page.questions.map((question) => [question.id, question] as const)));
  const unknown = Object.keys(answers).filter((id) => !questions.has(id)).map((id) => ({ question: id, code: 'field.unknown' }));
  const wrong = [...questions.values()].flatMap((question) => {
    const answer = answerTo(answers, question);
    const missing = question.required ? 'field.missing' : undefined;
    const code = answer === '' ? missing : faultOf(question, answer);
    return code === undefined ? [] : [{ question: question.id, code }];
  });
  return [...wrong, ...unknown];
};

/** The answer to the first question of a kind, as a way to reach the applicant. */
export const answerOfKind = (form: readonly FormPage[], answers: Readonly<Record<string, string>>, kind: Question['kind']): string | undefined => {
  const given = form.flatMap((page) => page.questions).filter((question) => question.kind === kind).map((question) => answerTo(answers, question));
  return given.find((answer) => answer !== '');
};
