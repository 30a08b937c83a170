import { describe, expect, test } from 'vitest';
import { catalogueTransitions } from '../../functions/procedure-submission/catalogue-acts.ts';
import { actsHold } from '../../functions/procedure-submission/catalogue-history.ts';
import { readDraft } from '../../functions/procedure-submission/draft-faults.ts';
import { listCatalogue, openCatalogue } from '../../functions/procedure-submission/open-catalogue.ts';
import type { ProcedureEdition, ProcedureView } from '../../shared/contracts/procedure.ts';
import { acting, bothAtOnce, catalogueInMemory, editionOfSeed, editor, publishThroughReview, reviewer, secondEditor, today, viewOf } from './catalogue-fixtures.ts';

const code = '1.001193';
const first = editionOfSeed(code);
const edition = (change: Partial<ProcedureEdition> = {}): ProcedureEdition => ({ ...first, name: { vi: 'Đăng ký khai sinh (mới)', en: 'Birth registration (new)' }, effectiveFrom: '2027-01-01', ...change });
const desk = (...views: ProcedureView[]) => {
  const procedures = catalogueInMemory(...views);
  return { procedures, works: procedures.works, act: acting(procedures, procedures.works, code), open: (who = editor, at = today) => openCatalogue({ procedures, works: procedures.works })(code, who, at) };
};

describe('a version on its way', () => {
  test('the first may have begun long ago, is in force at once, and is told of', async () => {
    const { procedures, works } = desk();
    await publishThroughReview(procedures, works, { code, edition: first });
    expect(await procedures.current(code, today)).toMatchObject({ code, version: 1, status: 'open', effectiveFrom: '2025-01-01' });
    expect(procedures.told.map(({ definition, detail }) => [definition.detailType, detail.data])).toEqual([['procedure.published.v1', { procedureCode: code, procedureVersion: 1, status: 'open' }]]);
  });
  test('a later day waits: the former is in force until then, and says what comes', async () => {
    const { procedures, works } = desk(viewOf(code));
    await publishThroughReview(procedures, works, { code, edition: edition() });
    expect(procedures.told.at(-1)?.definition.detailType).toBe('procedure.scheduled.v1');
    expect(await procedures.current(code, new Date('2026-12-31T16:59:59Z'))).toMatchObject({ version: 1, next: { version: 2, effectiveFrom: '2027-01-01', status: 'open' } });
    const begun = await procedures.current(code, new Date('2026-12-31T17:00:00Z'));
    expect(begun).toMatchObject({ version: 2, name: { vi: 'Đăng ký khai sinh (mới)' } });
    expect(begun?.next).toBeUndefined();
  });
  test('no two are in force together, and none begins in the past', async () => {
    const { procedures, works, act } = desk(viewOf(code));
    await publishThroughReview(procedures, works, { code, edition: edition() });
    await act(editor, 'save', { content: edition({ acceptsOnline: false, effectiveFrom: '2027-06-01' }) });
    await act(editor, 'submit');
    for (const effectiveFrom of ['2026-12-01', '2027-01-01']) await expect(act(reviewer, 'publish', { effectiveFrom })).rejects.toMatchObject({ code: 'version-overlaps', pointers: ['/body/effectiveFrom'] });
    await act(reviewer, 'publish', { effectiveFrom: '2027-01-02' });
    expect((await procedures.timeline(code, today)).begins.map(({ version, effectiveFrom }) => [version, effectiveFrom])).toEqual([[1, '2025-01-01'], [2, '2027-01-01'], [3, '2027-01-02']]);
    const other = desk(viewOf(code));
    await other.act(editor, 'save', { content: edition({ effectiveFrom: '2026-11-21' }) });
    await expect(other.act(editor, 'submit')).rejects.toMatchObject({ code: 'effective-date-past', pointers: ['/content/effectiveFrom'] });
  });
  test('closing names its successor, which must be there', async () => {
    const alone = desk(viewOf(code));
    await alone.act(editor, 'save', { content: edition({ status: 'closed', successor: '1.000894' }) });
    await expect(alone.act(editor, 'submit')).rejects.toMatchObject({ code: 'successor-unknown', pointers: ['/content/successor'] });
    const { procedures, works } = desk(viewOf(code), viewOf('1.000894'));
    await publishThroughReview(procedures, works, { code, edition: edition({ status: 'closed', successor: '1.000894', effectiveFrom: '2026-11-22' }) });
    expect(await procedures.current(code, today)).toMatchObject({ status: 'closed', successor: '1.000894' });
    expect(readDraft(code, edition({ status: 'closed', successor: code })).faults).toMatchObject([{ pointer: '/successor', code: 'successor.itself' }]);
  });
});

describe('the review', () => {
  test('is never by who wrote, whatever posts she holds', async () => {
    const { act, open } = desk(viewOf(code));
    await act(bothAtOnce, 'save', { content: edition() });
    await act(secondEditor, 'save', { content: edition({ acceptsOnline: false }) });
    await act(secondEditor, 'submit');
    expect((await open(bothAtOnce)).allowed).toEqual(['take-back', 'comment']);
    for (const act1 of ['publish', 'return'] as const) await expect(act(bothAtOnce, act1, { comment: 'x', effectiveFrom: '2027-01-01' })).rejects.toMatchObject({ code: 'own-work' });
    expect((await open(reviewer)).allowed).toEqual(['comment', 'return', 'publish']);
    await expect(act(editor, 'publish', { effectiveFrom: '2027-01-01' })).rejects.toMatchObject({ code: 'not-allowed' });
  });
  test('sends back with a comment, and everything is in a history that verifies', async () => {
    const { act, open, works } = desk(viewOf(code));
    await act(editor, 'save', { content: edition() });
    await act(editor, 'submit');
    await expect(act(editor, 'save', { content: edition({ acceptsOnline: false }) })).rejects.toMatchObject({ code: 'draft-not-allowed' });
    await act(reviewer, 'return', { comment: 'Thiếu căn cứ của lệ phí.' });
    await act(editor, 'comment', { comment: 'Đã bổ sung.' });
    await act(editor, 'submit');
    await act(reviewer, 'publish', { effectiveFrom: '2026-12-01' });
    const file = await open();
    expect(file.history.map(({ act: done, from, to, comment, version }) => [done, from, to, comment ?? version])).toEqual([
      ['save', null, 'draft', undefined], ['submit', 'draft', 'in-review', undefined], ['return', 'in-review', 'draft', 'Thiếu căn cứ của lệ phí.'],
      ['comment', 'draft', 'draft', 'Đã bổ sung.'], ['submit', 'draft', 'in-review', undefined], ['publish', 'in-review', null, 2],
    ]);
    expect(file).toMatchObject({ holds: true, revision: 6, allowed: ['save'] });
    expect(file.versions.map(({ version, state }) => [version, state])).toEqual([[1, 'in-force'], [2, 'waiting']]);
    const { history, head } = await works.load(code);
    const altered = history.map((entry, at) => (at === 2 ? { ...entry, comment: 'Đồng ý.' } : entry));
    expect(await actsHold(code, { history: altered, head })).toBe(false);
    expect(await actsHold(code, { history: history.slice(0, -1), head })).toBe(false);
  });
  test('has a row for every act, and no act of a reviewer on own writing', () => {
    expect(new Set(catalogueTransitions.map(({ act }) => act)).size).toBe(8);
    expect(catalogueTransitions.filter(({ by }) => by.length === 1 && by[0] === 'catalogue-reviewer').every(({ byAnother }) => byAnother === true)).toBe(true);
  });
});

describe('a draft', () => {
  test('is kept half written, says what is wrong where, and does not go to review so', async () => {
    const { act, open } = desk();
    const half = { name: { vi: 'Thủ tục mới\u202e' }, cases: [{ id: 'A b' }] };
    await act(editor, 'save', { content: half });
    const { work } = await open();
    expect(work?.content).toEqual(half);
    expect(work?.faults.map(({ pointer, code: fault }) => [pointer, fault])).toEqual(expect.arrayContaining([['/name/vi', 'text.control'], ['/name/en', 'field.missing'], ['/cases/0/id', 'field.malformed'], ['/form', 'field.missing']]));
    await expect(act(editor, 'submit')).rejects.toMatchObject({ code: 'draft-incomplete', errors: expect.arrayContaining([expect.objectContaining({ pointer: '/content/name/en' })]) });
  });
  test('of two who write at once the second learns it, and nothing of hers is written', async () => {
    const { act, open } = desk(viewOf(code));
    await act(editor, 'save', { content: edition() });
    await expect(act(secondEditor, 'save', { revision: 0, content: edition({ acceptsOnline: false }) })).rejects.toMatchObject({ code: 'draft-changed' });
    expect((await open()).work?.content).toEqual(edition());
  });
  test('saved twice, or asked for twice under one key, is saved once', async () => {
    const { act, open } = desk(viewOf(code));
    const asked = { requestKey: { id: 'once', fingerprint: 'x' }, cause: { actor: 'officer', correlationId: 'c', causationId: 'c', now: today } } as const;
    await act(editor, 'save', { content: edition(), asked });
    await act(editor, 'save', { content: edition(), asked, revision: 0 });
    await act(editor, 'save', { content: edition() });
    expect((await open()).revision).toBe(1);
  });
  test('that says what is published is nothing to review; a discarded one leaves what is published', async () => {
    const { act, open, procedures, works } = desk(viewOf(code));
    await act(editor, 'save', { content: { ...first, effectiveFrom: '2027-01-01' } });
    await expect(act(editor, 'submit')).rejects.toMatchObject({ code: 'nothing-changed' });
    await act(editor, 'discard');
    expect(await open()).toMatchObject({ revision: 2, latest: { version: 1 } });
    expect((await open()).work).toBeUndefined();
    expect(await listCatalogue({ procedures, works })()).toMatchObject([{ code, version: 1, status: 'open' }]);
  });
  test('with ids used twice, or a choice without options, is told so', () => {
    const [one] = first.cases, [page] = first.form;
    if (one === undefined || page === undefined) throw new Error('the draft has a case and a page');
    const choice = { id: 'x', label: { vi: 'Chọn', en: 'Choose' }, required: true, kind: 'choice' } as const;
    const broken: ProcedureEdition = {
      ...first, cases: [one, { ...one, papers: [...one.papers, ...one.papers], channels: [...one.channels.slice(0, 2), ...one.channels.slice(0, 1)] }],
      form: [page, { ...page, questions: [...page.questions, choice] }],
    };
    expect(readDraft(code, broken).faults.map(({ pointer }) => pointer)).toEqual(['/cases/1/id', '/cases/1/channels/2/channel', '/cases/1/papers/4/id', '/form/1/id', '/form/1/questions/0/id', '/form/1/questions/7/options']);
  });
});

describe('a version that waits', () => {
  const waiting = async () => {
    const made = desk(viewOf(code));
    await publishThroughReview(made.procedures, made.works, { code, edition: edition() });
    return made;
  };
  const reason = { comment: 'Nghị định mới lùi ngày áp dụng.' };

  test('is recalled with a reason: the one in force stays, the version is a draft again, its number is not given twice', async () => {
    const { procedures, act, open } = await waiting();
    expect(await open(reviewer)).toMatchObject({ recallable: 2, allowed: expect.arrayContaining(['recall']) });
    await act(reviewer, 'recall', { version: 2, ...reason });
    expect(procedures.told.at(-1)).toMatchObject({ definition: { detailType: 'procedure.recalled.v1' }, detail: { data: { procedureCode: code, procedureVersion: 2 } } });
    expect(await procedures.current(code, new Date('2027-02-01T02:00:00Z'))).toMatchObject({ version: 1, name: first.name });
    const file = await open();
    expect(file).toMatchObject({ holds: true, work: { state: 'draft', content: edition(), authors: [editor.name] }, versions: [{ version: 1, state: 'in-force' }] });
    expect(file.history.at(-1)).toMatchObject({ act: 'recall', from: null, to: 'draft', version: 2, effectiveFrom: '2027-01-01', ...reason });
    await act(editor, 'submit');
    await act(reviewer, 'publish', { effectiveFrom: '2027-03-01' });
    expect((await open()).versions.map(({ version }) => version)).toEqual([1, 3]);
    // who wrote what was recalled wrote what is published now
    expect((await open(editor)).recallable).toBeUndefined();
  });
  test('is not recalled by who wrote it, nor by an editor, nor once its day has come', async () => {
    const { procedures, act, open, works } = desk(viewOf(code));
    await act(bothAtOnce, 'save', { content: edition() });
    await act(bothAtOnce, 'submit');
    await act(reviewer, 'publish', { effectiveFrom: '2027-01-01' });
    await expect(act(bothAtOnce, 'recall', { version: 2, ...reason })).rejects.toMatchObject({ code: 'own-work' });
    await expect(act(editor, 'recall', { version: 2, ...reason })).rejects.toMatchObject({ code: 'not-allowed' });
    expect((await open(bothAtOnce)).allowed).not.toContain('recall');
    const begun = new Date('2026-12-31T17:00:00Z');
    await expect(act(reviewer, 'recall', { version: 2, ...reason, now: begun })).rejects.toMatchObject({ code: 'version-in-force' });
    await expect(act(reviewer, 'recall', { version: 1, ...reason })).rejects.toMatchObject({ code: 'version-in-force' });
    await expect(act(reviewer, 'recall', { version: 9, ...reason })).rejects.toMatchObject({ code: 'version-not-waiting' });
    expect((await open(reviewer, begun)).allowed).not.toContain('recall');
    await publishThroughReview(procedures, works, { code, edition: edition({ acceptsOnline: false, effectiveFrom: '2027-06-01' }) });
    await expect(act(reviewer, 'recall', { version: 2, ...reason })).rejects.toMatchObject({ code: 'version-not-waiting' });
    await act(reviewer, 'recall', { version: 3, ...reason });
    await expect(act(reviewer, 'recall', { version: 3, ...reason })).rejects.toMatchObject({ code: 'version-not-waiting' });
    expect((await procedures.current(code, begun))?.version).toBe(2);
  });
  test('is recalled once however often it is asked under one key, and leaves another draft alone', async () => {
    const { procedures, act, open } = await waiting();
    const other = edition({ acceptsOnline: false, effectiveFrom: '2027-06-01' });
    await act(editor, 'save', { content: other });
    const { revision } = await open();
    const asked = { requestKey: { id: 'recall-once', fingerprint: 'x' }, cause: { actor: 'officer', correlationId: 'c', causationId: 'c', now: today } } as const;
    for (let time = 0; time < 3; time++) await act(reviewer, 'recall', { version: 2, ...reason, asked, revision });
    expect(await open()).toMatchObject({ revision: revision + 1, work: { content: other } });
    expect(procedures.told.filter(({ definition }) => definition.detailType === 'procedure.recalled.v1')).toHaveLength(1);
  });
});

describe('a comment on a field', () => {
  const remarked = async (pointer: string) => {
    const made = desk(viewOf(code));
    await made.act(editor, 'save', { content: edition() });
    await made.act(editor, 'submit');
    await made.act(reviewer, 'comment', { pointer, comment: 'Căn cứ nào?' });
    const save = async (content: unknown): Promise<void> => made.act(editor, 'save', { content: content as Record<string, unknown> });
    const remarks = async () => (await made.open()).work?.remarks.map(({ pointer: at, resolved }) => [at, resolved]);
    return { ...made, save, remarks };
  };
  const [one, two] = first.cases;
  if (one === undefined || two === undefined) throw new Error('the seed has two cases');

  test('stands at its field for the editor and is settled by changing it, not by changing another', async () => {
    const { act, open, save, remarks } = await remarked('/cases/1/channels/0/fee');
    expect((await open()).work?.remarks).toMatchObject([{ pointer: '/cases/1/channels/0/fee', text: 'Căn cứ nào?', by: reviewer.name, resolved: false }]);
    await act(reviewer, 'return', { comment: 'Xem góp ý.' });
    await save(edition({ acceptsOnline: false }));
    expect(await remarks()).toEqual([['/cases/1/channels/0/fee', false]]);
    // the cases changed places: it follows the case
    await save(edition({ cases: [two, one] }));
    expect(await remarks()).toEqual([['/cases/0/channels/0/fee', false]]);
    const [row, ...rows] = two.channels;
    await save(edition({ cases: [{ ...two, channels: [{ ...row, fee: { kind: 'free' } } as typeof two.channels[number], ...rows] }, one] }));
    expect(await remarks()).toEqual([['/cases/0/channels/0/fee', true]]);
    await act(editor, 'submit');
    await act(reviewer, 'publish', { effectiveFrom: '2027-01-01' });
    expect((await open()).history.filter(({ act: done }) => done === 'comment')).toMatchObject([{ pointer: '/cases/1/channels/0/fee', comment: 'Căn cứ nào?' }]);
  });
  test('is settled when what it was on is gone; one on an empty field waits until it is filled', async () => {
    const { act, save, remarks } = await remarked('/cases/1/papers/0/name');
    await act(reviewer, 'comment', { pointer: '/conditions', comment: 'Thiếu điều kiện.' });
    await act(reviewer, 'return', { comment: 'Xem góp ý.' });
    await save(edition({ cases: [one] }));
    expect(await remarks()).toEqual([['', true], ['/conditions', false]]);
    await save(edition({ cases: [one], conditions: 'Có Giấy chứng sinh.' }));
    expect(await remarks()).toEqual([['', true], ['/conditions', true]]);
  });
  test.each(['/cases/9/name', 'cases', '/khong/co', '/cases/99'])('on %s, which is no field of the draft, is refused', async (pointer) => {
    const { act } = await remarked('/name/vi');
    await expect(act(reviewer, 'comment', { pointer, comment: 'x' })).rejects.toMatchObject({ code: 'request-invalid', errors: [{ pointer: '/body/pointer', code: 'field.not-listed' }] });
  });
});
