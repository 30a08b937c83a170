import { describe, expect, test } from 'vitest';
import { faultsOfDraft } from '../../functions/procedure-submission/procedure.ts';
import { publishProcedure } from '../../functions/procedure-submission/publish-procedure.ts';
import type { ProcedureDraft } from '../../shared/contracts/procedure.ts';
import { catalogueInMemory, cause, draftOf, viewOf } from './catalogue-fixtures.ts';

const code = '1.001193';
const draft = draftOf(code);
const renamed: ProcedureDraft = { ...draft, name: { vi: 'Đăng ký khai sinh (mới)', en: 'Birth registration (new)' } };
const first = { procedureCode: code, draft, status: 'open', replacesVersion: 0 } as const;

describe('publishing a procedure', () => {
  test('the first time makes version 1 and tells of it', async () => {
    const procedures = catalogueInMemory();
    const version = await publishProcedure({ procedures })(first, cause());
    expect(version).toMatchObject({ code, version: 1, status: 'open', publishedAt: '2026-11-22T02:00:00.000Z' });
    expect(procedures.told.map(({ detail }) => detail.data)).toEqual([{ procedureCode: code, procedureVersion: 1, status: 'open' }]);
  });
  test('the same content again changes nothing and tells nothing, whatever version was seen', async () => {
    const procedures = catalogueInMemory(viewOf(code));
    for (const replacesVersion of [0, 1, 7]) expect((await publishProcedure({ procedures })({ ...first, replacesVersion }, cause())).version).toBe(1);
    expect(procedures.told).toEqual([]);
  });
  test('the same content with its fields in another order is the same content', async () => {
    const procedures = catalogueInMemory(viewOf(code));
    const turned = Object.fromEntries(Object.entries(draft).toReversed()) as ProcedureDraft;
    expect((await publishProcedure({ procedures })({ ...first, draft: turned }, cause())).version).toBe(1);
  });
  test('new content makes the next version and keeps the former', async () => {
    const procedures = catalogueInMemory(viewOf(code));
    expect((await publishProcedure({ procedures })({ ...first, draft: renamed, replacesVersion: 1 }, cause())).version).toBe(2);
    expect((await procedures.version(code, 1))?.name).toEqual(draft.name);
    expect((await procedures.current(code))?.name).toEqual(renamed.name);
  });
  test('closing is a version too', async () => {
    const procedures = catalogueInMemory(viewOf(code));
    expect(await publishProcedure({ procedures })({ ...first, status: 'closed', replacesVersion: 1 }, cause())).toMatchObject({ version: 2, status: 'closed' });
    expect(procedures.told[0]?.detail.data).toMatchObject({ status: 'closed' });
  });
  test('on a version that is not the latest is refused', async () => {
    const procedures = catalogueInMemory(viewOf(code));
    for (const replacesVersion of [0, 2]) {
      await expect(publishProcedure({ procedures })({ ...first, draft: renamed, replacesVersion }, cause())).rejects.toMatchObject({ code: 'version-not-newer', pointers: ['/body/replacesVersion'] });
    }
  });
  test('loses against someone who published meanwhile, unless both say the same', async () => {
    const procedures = catalogueInMemory(viewOf(code));
    const overtaken = (by: ProcedureDraft) => ({
      ...procedures,
      publish: async () => { await procedures.publish({ ...viewOf(code), ...by, version: 2 }, { definition: {} as never, detail: {} as never }); return false; },
    });
    await expect(publishProcedure({ procedures: overtaken({ ...draft, acceptsOnline: false }) })({ ...first, draft: renamed, replacesVersion: 1 }, cause())).rejects.toMatchObject({ code: 'version-not-newer' });
    const twin = catalogueInMemory(viewOf(code));
    const raced = { current: twin.current, publish: async () => { await twin.publish({ ...viewOf(code), ...renamed, version: 2 }, { definition: {} as never, detail: {} as never }); return false; } };
    expect((await publishProcedure({ procedures: raced })({ ...first, draft: renamed, replacesVersion: 1 }, cause())).version).toBe(2);
  });
  test('with ids used twice, or a choice without options, is refused with pointers', async () => {
    const [one] = draft.cases, [page] = draft.form;
    if (one === undefined || page === undefined) throw new Error('the draft has a case and a page');
    const choice = { id: 'x', label: { vi: 'Chọn', en: 'Choose' }, required: true, kind: 'choice' } as const;
    const broken: ProcedureDraft = {
      ...draft, cases: [one, { ...one, papers: [...one.papers, ...one.papers], channels: [...one.channels, ...one.channels].slice(0, 4) }],
      form: [page, { ...page, questions: [...page.questions, choice] }],
    };
    expect(faultsOfDraft(broken)).toEqual(['/cases/1/id', '/cases/1/channels/3/channel', '/cases/1/papers/4/id', '/form/1/id', '/form/1/questions/0/id', '/form/1/questions/7/options']);
    await expect(publishProcedure({ procedures: catalogueInMemory() })({ ...first, draft: broken }, cause())).rejects.toMatchObject({ code: 'request-invalid', pointers: expect.arrayContaining(['/body/draft/cases/1/id']) });
  });
});
