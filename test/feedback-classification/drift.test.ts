import { beforeEach, describe, expect, test } from 'vitest';
import { countCorrections } from '../../functions/feedback-classification/count-corrections.ts';
import { classifierRepository } from '../../functions/feedback-classification/classifier.repository.ts';
import { against, risen } from '../../functions/feedback-classification/drift.ts';
import type { Corrections } from '../../functions/feedback-classification/settled.ts';
import { GetClassifierFigures } from '../../shared/contracts/feedback-classifier.ts';
import { AcceptFeedback, RefuseFeedback } from '../../shared/contracts/feedback-desk.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { apiOn, depsOn, deskOf, dispatcher, fieldOfficer, inUse, monday, office, suggestion, ward } from './support/desk.ts';

const week = (...categories: (readonly [category: string, answered: number, corrected: number])[]): Corrections =>
  ({ settled: 0, abstained: 0, categories: categories.map(([category, answered, corrected]) => ({ category, answered, corrected })) });

describe('a share of corrections', () => {
  const usual = [week(['waste', 100, 10], ['noise', 20, 1]), week(['waste', 100, 12])];
  test.each<[string, Corrections, readonly Corrections[], readonly string[]]>([
    ['stays where it was', week(['waste', 100, 13], ['noise', 40, 2]), usual, []], ['rose of one category', week(['waste', 100, 26], ['noise', 400, 10]), usual, ['waste']],
    ['rose of all', week(['waste', 60, 30], ['roads', 50, 20]), usual, ['waste', 'all']], ['is no share where little was answered', week(['waste', 2, 1], ['noise', 100, 5]), usual, []],
    ['says nothing without weeks before', week(['waste', 100, 90]), [], []], ['says nothing of a category that was hardly answered before', week(['noise', 50, 30], ['waste', 900, 80]), usual, []],
  ])('%s', (_, now, before, expected) => { expect(risen(now, before)).toEqual(expected); });

  test('is told from how many corrections on it rose, one fewer is chance; none where too little is known', () => {
    const [waste, noise, together] = against(week(['waste', 100, 13], ['noise', 40, 2]), usual);
    expect([waste, noise, together]).toMatchObject([{ category: 'waste', before: { answered: 200, corrected: 22 }, callsFrom: expect.any(Number) as number }, { category: 'noise', before: { answered: 20, corrected: 1 } }, { category: 'all', answered: 140, corrected: 15, before: { answered: 220, corrected: 23 } }]);
    expect(noise).not.toHaveProperty('callsFrom');
    const from = waste?.callsFrom ?? 0;
    expect([from - 1, from].map((corrected) => risen(week(['waste', 100, corrected]), usual).includes('waste'))).toEqual([false, true]);
  });
});

describe('a week of suggestions', () => {
  let table: Table;
  let now = monday;
  const rose: string[] = [];
  beforeEach(() => {
    table = memoryDynamo().table('corrections');
    now = monday;
    rose.length = 0;
  });
  const count = (at: Date, due?: Date) => {
    const deps = depsOn(table);
    return countCorrections({ feedback: deps.feedback, classifier: classifierRepository(table), rose: (category) => { rose.push(category); } })({ now: at, ...(due === undefined ? {} : { due }) });
  };
  /** Reports of the week, each with what a dispatcher made of it; undefined: refused. */
  const settled = async (suggested: Partial<typeof suggestion>, made: readonly (string | undefined)[]) => {
    const call = apiOn(depsOn(table, { suggest: () => ({ ...suggestion, ...suggested }) }), () => now), desk = deskOf(table, call);
    for (const [n, category] of made.entries()) {
      const { feedbackId } = await desk.report({ device: `thiet-bi-${suggested.category ?? 'rac'}-${n}-0000000000` });
      await (category === undefined ? desk.act(RefuseFeedback, dispatcher, feedbackId, { reason: 'spam', words: '' }) : desk.act(AcceptFeedback, dispatcher, feedbackId, { category, route: false }));
    }
  };
  const nextMonday = new Date('2026-11-29T19:00:00Z');

  test('is counted by what was suggested, once its reports are sorted, and again the same', async () => {
    await settled({}, ['waste', 'waste', 'pollution', undefined]);
    await settled({ category: 'noise', abstained: true }, ['security']);
    await desk0().report({ device: 'thiet-bi-chua-xem-00000' });
    expect(await count(nextMonday)).toEqual({ week: '2026-11-23', settled: 4, abstained: 1, corrected: 1, risen: 0 });
    await count(new Date(nextMonday.getTime() + 3_600_000));
    const figures = await apiOn(depsOn(table))(GetClassifierFigures, dispatcher, { params: { agencyCode: office } });
    expect(figures).toEqual({ status: 200, body: {
      weeks: [{ week: '2026-11-23', settled: 4, abstained: 1, categories: [{ category: 'waste', answered: 3, corrected: 1 }], risen: [] }],
      against: ['waste', 'all'].map((category) => ({ category, answered: 3, corrected: 1, before: { answered: 0, corrected: 0 } })),
      model: { version: inUse.version, shipped: true, texts: 6761, corrections: 0, heldOut: inUse.header.heldOut } } });
    // the week that has begun, and the one before, have none
    expect(await count(monday)).toMatchObject({ settled: 0 });
    expect(await count(new Date('2026-12-06T19:00:00Z'))).toMatchObject({ week: '2026-11-30', settled: 0 });
    // whoever counts a week again by hand says which
    expect(await count(new Date('2026-12-06T19:00:00Z'), nextMonday)).toMatchObject({ week: '2026-11-23', settled: 4 });
  });

  test('that is corrected more often than those before calls somebody', async () => {
    const before = classifierRepository(table);
    for (const [n, monday1] of ['2026-11-09', '2026-11-16'].entries()) await before.keepWeek({ week: monday1, settled: 60, abstained: 0, categories: [{ category: 'waste', answered: 60, corrected: 2 + n }], risen: [] });
    await settled({}, ['pollution', 'pollution', 'pollution', 'pollution', 'waste']);
    expect(await count(nextMonday)).toMatchObject({ corrected: 4, risen: 2 });
    expect(rose).toEqual(['waste', 'all']);
    await before.keepRun({ at: nextMonday.toISOString(), published: false, why: 'not-better', judgedOn: 70, before: 60, after: 60 });
    const { body } = await apiOn(depsOn(table))(GetClassifierFigures, dispatcher, { params: { agencyCode: office } });
    expect(body).toMatchObject({ weeks: [{ week: '2026-11-23', risen: ['waste', 'all'] }, { week: '2026-11-16' }, { week: '2026-11-09' }], learned: { published: false, why: 'not-better', before: 60 } });
    expect(body['against']).toMatchObject([{ category: 'waste', corrected: 4, before: { answered: 120, corrected: 5 }, callsFrom: expect.any(Number) as number }, { category: 'all' }]);
  });

  test('is shown to who sorts for the province, nobody else', async () => {
    const call = apiOn(depsOn(table));
    expect((await call(GetClassifierFigures, fieldOfficer, { params: { agencyCode: ward } })).status).toBe(403);
    expect((await call(GetClassifierFigures, dispatcher, { params: { agencyCode: ward } })).status).toBe(404);
  });

  const desk0 = () => deskOf(table, apiOn(depsOn(table), () => now));
});
