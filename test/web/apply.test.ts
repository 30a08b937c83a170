import { describe, expect, test } from 'vitest';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import { emptyDraft, isUnanswered } from '../../web/portal/apply/draft.ts';
import { faultsOfAnswer, faultsOnStep } from '../../web/portal/apply/faults.ts';
import { stepsOf } from '../../web/portal/apply/form-pages.ts';
import { prefilled } from '../../web/portal/apply/prefilled.ts';
import { requestOf } from '../../web/portal/apply/request.ts';
import { faultsOnPage, sentAnswer, sentAnswers } from '../../web/portal/apply/validation.ts';
import { birthRegistration } from '../portals/catalogue.ts';
import { faultsOf } from '../../functions/procedure-submission/answers.ts';

const procedure = birthRegistration();
const draft = { ...emptyDraft(procedure.code, procedure.name.vi, procedure.version), caseId: 'dung-han', agency: 'H30.19.01' };
const judged = { procedure, draft, pending: [] };
const question = (id: string) => procedure.form.flatMap(({ questions }) => questions).find((one) => one.id === id) ?? expect.fail(id);
const problem = (pointers: readonly string[]): ProblemBody => ({
  type: 'urn:haugiang:problem:answers-invalid', code: 'answers-invalid', title: 'Sai', titleEn: 'Wrong', status: 422, correlationId: 'cor_1',
  errors: pointers.map((pointer) => ({ pointer, code: 'field.missing', vi: 'Thiếu', en: 'Missing' })),
});

describe('the pages of a form', () => {
  test('case, every page of questions, papers, check', () => {
    expect(stepsOf(procedure, draft).map(({ kind }) => kind)).toEqual(['case', ...procedure.form.map(() => 'questions'), 'papers', 'check']);
  });

  test('a case without papers has no page for them', () => {
    const bare = { ...procedure, cases: procedure.cases.map((one) => ({ ...one, papers: [] })) };
    expect(stepsOf(bare, draft).some(({ kind }) => kind === 'papers')).toBe(false);
  });

  test('a required paper without a file, and a file still on its way, keep the page', () => {
    const papers = stepsOf(procedure, draft).find(({ kind }) => kind === 'papers') ?? expect.fail();
    expect(faultsOnStep(papers, judged, 'vi').map(({ field }) => field)).toEqual(['giay-giay-chung-sinh']);
    const file = { uploadId: 'upl_1', fileName: 'a.pdf', contentType: 'application/pdf', size: 1 } as const;
    const filled = { ...draft, files: { 'giay-chung-sinh': [file] } };
    expect(faultsOnStep(papers, { ...judged, draft: filled }, 'vi')).toEqual([]);
    const onItsWay = [{ key: 1, paperId: 'to-khai', file: new File(['x'], 'b.pdf'), share: 0.5 }];
    expect(faultsOnStep(papers, { procedure, draft: filled, pending: onItsWay }, 'vi')).toHaveLength(1);
  });
});

describe('what is typed and what is sent', () => {
  test.each([
    ['applicant-birth-date', '1990-2-1', '1990-02-01'], ['applicant-birth-date', '--', ''], ['applicant-birth-date', '1990-2-', '1990-02-00'],
    ['applicant-national-id', '093 190 000 001', '093190000001'], ['applicant-phone', '0912.345 678', '0912345678'], ['applicant-name', '  Công dân ', 'Công dân'],
    ['applicant-name', 'Công dân'.normalize('NFD'), 'Công dân'],
  ])('%s: %j is sent as %j', (id, typed, sent) => { expect(sentAnswer(question(id), typed)).toBe(sent); });

  test.each([
    ['applicant-national-id', '12', false], ['applicant-national-id', '093190000001', true], ['applicant-national-id', '331234567', true],
    ['applicant-phone', '12345', false], ['applicant-phone', '+84912345678', true], ['applicant-email', 'khong-phai', false], ['applicant-email', 'a@example.vn', true],
    ['applicant-birth-date', '1990-2-30', false], ['applicant-birth-date', '1990-2-28', true], ['applicant-birth-date', '1990--5', false],
  ])('%s: %j is accepted here exactly when the province accepts it (%s)', (id, typed, accepted) => {
    const page = procedure.form.find(({ questions }) => questions.some((one) => one.id === id)) ?? expect.fail();
    const faults = faultsOnPage(page, { ...draft, answers: { [id]: typed } }, 'vi').filter(({ field }) => field === id);
    expect(faults).toHaveLength(accepted ? 0 : 1);
    const theirs = faultsOf(procedure.form, { [id]: sentAnswer(question(id), typed) }).filter((fault) => fault.question === id);
    expect(theirs).toHaveLength(accepted ? 0 : 1);
  });

  test('empty answers are not sent; faults name their question', () => {
    expect(sentAnswers(procedure.form, { ...draft, answers: { 'applicant-name': ' ', 'child-name': 'Trẻ' } })).toEqual({ 'child-name': 'Trẻ' });
    const [first] = faultsOnPage(procedure.form[0] ?? expect.fail(), draft, 'vi');
    expect(first).toMatchObject({ field: 'applicant-name', label: 'Họ, chữ đệm, tên' });
  });

  test('what the identity says is put in once, never over what was typed', () => {
    const citizen = { kind: 'citizen', name: 'Công dân Một', email: 'congdan01@example.vn' } as const;
    expect(prefilled(procedure, draft, citizen).answers).toEqual({ 'applicant-name': 'Công dân Một', 'applicant-email': 'congdan01@example.vn' });
    const typed = { ...draft, answers: { 'applicant-name': 'Tên khác', 'applicant-email': '' } };
    expect(prefilled(procedure, typed, citizen)).toBe(typed);
  });
});

describe('where the province’s pointers lead', () => {
  test('to the first page that has one of them', () => {
    expect(faultsOfAnswer(problem(['/body/answers/child-name', '/body/answers/applicant-name']), judged, 'vi')).toEqual({ step: 'cau-hoi-child', errors: [{ field: 'child-name', label: 'Họ, chữ đệm, tên của trẻ', text: 'Thiếu' }] });
    expect(faultsOfAnswer(problem(['/body/agency']), judged, 'en')).toEqual({ step: 'truong-hop', errors: [{ field: 'agency', text: 'Missing' }] });
    expect(faultsOfAnswer(problem(['/body/attachments/giay-chung-sinh']), judged, 'vi')?.errors[0]?.field).toBe('giay-giay-chung-sinh');
  });

  test('to the paper of a file named by its place in what was sent', () => {
    const body = { case: 'dung-han', channel: 'online', agency: 'H30.19.01', answers: {}, attachments: [{ paperId: 'to-khai', uploadId: 'upl_1' }] } as const;
    const sent = { ...draft, sent: { key: 'k', body: { ...body, attachments: [...body.attachments] } } };
    expect(faultsOfAnswer(problem(['/body/attachments/0/uploadId']), { ...judged, draft: sent }, 'vi')).toMatchObject({ step: 'giay-to', errors: [{ field: 'giay-to-khai' }] });
  });

  test('nowhere when nothing in the form is meant', () => {
    expect(faultsOfAnswer(problem(['/header/origin', '/body/answers/khong-co', '/body/attachments/9/uploadId']), judged, 'vi')).toBeUndefined();
    expect(faultsOfAnswer(problem([]), judged, 'vi')).toBeUndefined();
  });
});

describe('what is sent, once', () => {
  const filled = { ...draft, answers: { 'child-name': 'Trẻ' }, files: { 'giay-chung-sinh': [{ uploadId: 'upl_1', fileName: 'a.pdf', contentType: 'application/pdf' as const, size: 1 }] } };

  test('the case, the agency, the answers and the files of the case’s papers', () => {
    expect(requestOf(procedure, { ...filled, files: { ...filled.files, 'khong-thuoc-truong-hop': filled.files['giay-chung-sinh'] } }).body).toEqual({
      case: 'dung-han', channel: 'online', agency: 'H30.19.01', answers: { 'child-name': 'Trẻ' }, attachments: [{ paperId: 'giay-chung-sinh', uploadId: 'upl_1' }],
    });
  });

  test('while no answer came, exactly the same request under the same key, whatever the draft holds by now', () => {
    const sent = requestOf(procedure, filled);
    const changed = { ...filled, sent, answers: { 'child-name': 'Khác' } };
    expect(isUnanswered(changed)).toBe(true);
    expect(requestOf(procedure, changed)).toEqual(sent);
  });

  test('after the province broke: the same content keeps its key, other content gets another', () => {
    const sent = requestOf(procedure, filled);
    const broken = { ...filled, sent: { ...sent, failed: true } };
    expect(isUnanswered(broken)).toBe(false);
    expect(requestOf(procedure, broken)).toEqual(sent);
    expect(requestOf(procedure, { ...broken, answers: { 'child-name': 'Khác' } }).key).not.toBe(sent.key);
  });
});
