import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { readDraft } from '../../functions/procedure-submission/draft-faults.ts';
import { faultsOf } from '../../functions/procedure-submission/answers.ts';
import calendarOfSeed from '../../infra/local/seed/calendar.json' with { type: 'json' };
import { Answers, Attachment } from '../../shared/contracts/dossier.ts';
import { fieldProblems } from '../../shared/contracts/field-problems.ts';
import type { Question } from '../../shared/contracts/procedure.ts';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { DossierNumber } from '../../shared/kernel/dossier-number.ts';
import { DossierStatusCode } from '../../shared/kernel/dossier-status.ts';
import { CalendarSpec } from '../../shared/kernel/working-time/calendar.ts';
import { Term } from '../../shared/kernel/working-time/term.ts';
import { fieldErrors } from '../../shared/runtime/problem.ts';
import { editionOfSeed } from '../procedure-submission/catalogue-fixtures.ts';

/** What the runner tells of a body, as `pointer code`. */
const told = (schema: z.ZodType, value: unknown): string[] => {
  const { error } = schema.safeParse(value, { reportInput: true });
  return fieldErrors('', error?.issues ?? []).map(({ pointer, code, vi, en }) => { expect([vi, en]).toEqual([fieldProblems[code as keyof typeof fieldProblems].vi, fieldProblems[code as keyof typeof fieldProblems].en]); return `${pointer} ${code}`; });
};
const day = { date: '2026-09-02', kind: 'OFF', name: { vi: 'Quốc khánh', en: 'National Day' }, source: 'x', confirmed: true };
const monday = (periods: readonly object[]) => ({ ...calendarOfSeed, week: { ...calendarOfSeed.week, monday: periods } });

describe('a field that cannot be is told where it stands, by its own code', () => {
  test.each<[string, z.ZodType, unknown, string[]]>([
    ['an agency code', AgencyCode, 'vị thanh', [' agency-code.malformed']],
    ['a dossier number', DossierNumber, 'H30\u0000-1', [' dossier-number.malformed']],
    ['a status beyond the ten', DossierStatusCode, 11, [' dossier-status.unknown']],
    ['an hour that is none', Term, { parts: [{ amount: 1, unit: 'WORKING_DAY' }], cutOff: '25:00' }, ['/cutOff time.malformed']],
    ['a morning that ends before it begins', CalendarSpec, monday([{ from: '11:00', to: '07:00' }]), ['/week/monday/0 period.empty']],
    ['an afternoon within the morning', CalendarSpec, monday([{ from: '07:00', to: '11:00' }, { from: '10:00', to: '17:00' }]), ['/week/monday period.overlap']],
    ['a day of the calendar twice', CalendarSpec, { ...calendarOfSeed, days: [day, day] }, ['/days calendar.day-twice']],
    ['more answers than any form asks', Answers, Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`q-${n}`, 'x'])), [' field.too-large']],
    ['a rule that has no code of its own', z.object({ a: z.string().refine(() => false) }), { a: 'x' }, ['/a field.invalid']],
    ['a field the form does not have', z.strictObject({}), { a: 1 }, [' field.unknown']],
    ['a size that is no number', Attachment, { paperId: 'p', uploadId: 'upl_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', fileName: 'a', contentType: 'image/png', size: Number.POSITIVE_INFINITY }, ['/size field.type']],
  ])('%s', (_, schema, value, expected) => { expect(told(schema, value)).toEqual(expected); });

  test('pointers are written as RFC 6901 has them', () => {
    expect(told(z.object({ 'a/b~c': z.string('text.missing') }), { 'a/b~c': 1 })).toEqual(['/a~1b~0c text.missing']);
  });
});

describe('an answer of the wrong kind', () => {
  const question = (kind: Question['kind'], more: Partial<Question> = {}): Question => ({ id: 'q', label: { vi: 'Câu hỏi', en: 'Question' }, required: true, kind, ...more });
  const faults = (one: Question, answer: string) => faultsOf([{ id: 'p', title: { vi: 'Trang', en: 'Page' }, questions: [one] }], { q: answer }).map(({ code }) => code);
  test.each<[Question, string, string[]]>([
    [question('number'), 'hai', ['answer.number']], [question('number'), '1e3', ['answer.number']], [question('number'), '1234567890123456', ['answer.number']], [question('number'), '-2,5', []],
    [question('national-id'), '09319000000', ['answer.national-id']], [question('national-id'), '093190000001', []], [question('national-id'), '331234567', []],
    [question('email'), 'a@b', ['answer.email']], [question('email'), 'a@-b.vn', ['answer.email']], [question('email'), 'a b@example.vn', ['answer.email']], [question('email'), 'ten@example.vn', []],
    [question('phone'), '091234567', ['answer.phone']], [question('phone'), '0912 345.678', []],
    [question('date'), '2026-02-30', ['date.malformed']],
    [question('choice', { options: [{ value: 'a', label: { vi: 'A', en: 'A' } }] }), 'b', ['field.not-listed']],
    [question('text'), 'một\nhai', ['text.control']], [question('text', { maxLength: 3 }), 'bốnn', ['text.too-long']], [question('text', { maxLength: 3 }), 'bốn', []],
    [question('paragraph'), 'một\nhai', []],
    [question('text'), '', ['field.missing']], [question('text', { required: false }), '', []],
  ])('%o: %j', (one, answer, expected) => { expect(faults(one, answer)).toEqual(expected); });
  test('a question called like what every object has is not answered by it', () => { expect(faultsOf([{ id: 'p', title: { vi: 'T', en: 'P' }, questions: [{ ...question('text'), id: 'constructor' }] }], {})).toEqual([{ question: 'constructor', code: 'field.missing' }]); });
});

describe('a draft of a procedure', () => {
  const edition = editionOfSeed('1.001193');
  const faults = (change: (draft: typeof edition) => void) => { const draft = structuredClone(edition); change(draft); return readDraft('1.001193', draft).faults.map(({ pointer, code }) => `${pointer} ${code}`); };
  const [firstCase, page] = [edition.cases[0], edition.form[0]];
  if (firstCase === undefined || page === undefined) throw new Error('the birth registration has cases and a form');

  test('as it is has nothing wrong', () => { expect(faults(() => undefined)).toEqual([]); });
  test.each<[string, (draft: typeof edition) => void, string[]]>([
    ['a case twice', (draft) => { draft.cases.push(firstCase); }, [`/cases/${edition.cases.length}/id field.repeated`]],
    ['a channel twice in a case', (draft) => { const channels = draft.cases[0]?.channels; if (channels?.[0] !== undefined) channels.splice(0, 3, channels[0], channels[0]); }, ['/cases/0/channels/1/channel field.repeated']],
    ['a paper twice in a case', (draft) => { const papers = draft.cases[0]?.papers; if (papers?.[0] !== undefined) papers.splice(0, 70, papers[0], papers[0]); }, ['/cases/0/papers/1/id field.repeated']],
    ['a page twice', (draft) => { draft.form.push({ ...page, questions: [{ id: 'q-moi', label: { vi: 'Mới', en: 'New' }, required: false, kind: 'text' }] }); }, [`/form/${edition.form.length}/id field.repeated`]],
    ['a question on two pages', (draft) => { draft.form.push({ ...page, id: 'trang-moi', questions: page.questions.slice(0, 1) }); }, [`/form/${edition.form.length}/questions/0/id field.repeated`]],
    ['a choice of nothing', (draft) => { draft.form[0]?.questions.push({ id: 'chon', label: { vi: 'Chọn', en: 'Choose' }, required: true, kind: 'choice' }); }, [`/form/0/questions/${page.questions.length}/options choice.no-options`]],
    ['itself as its successor', (draft) => { draft.successor = '1.001193'; }, ['/successor successor.itself']],
  ])('%s', (_, change, expected) => { expect(faults(change)).toEqual(expected); });
});
