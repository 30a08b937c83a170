import { describe, expect, test } from 'vitest';
import { begin, type Dossier, type Standing } from '../../functions/procedure-submission/dossier.ts';
import type { StepStanding } from '../../functions/procedure-submission/internal-step.ts';
import { noticeOf } from '../../functions/procedure-submission/notice.ts';
import type { Warning } from '../../functions/procedure-submission/reminder.ts';
import { wayView } from '../../functions/procedure-submission/step-views.ts';
import { agencyCode, filedAt, now } from './support/dossiers.ts';

const dueAt = '2026-11-27T10:00:00.000Z';
const steps = [
  { id: 'reception', name: { vi: 'Tiếp nhận', en: 'Reception' }, role: 'one-stop-clerk' as const, share: 10 }, { id: 'expert', name: { vi: 'Thẩm định', en: 'Expert' }, role: 'case-officer' as const, share: 90 },
  { id: 'return', name: { vi: 'Trả kết quả', en: 'Return' }, role: 'one-stop-clerk' as const, share: 0 },
];
const internal: StepStanding = { id: 'expert', role: 'case-officer', place: 'last-work', since: now.toISOString(), received: true, dueAt: '2026-11-25T10:00:00.000Z' };
const dossier = (business: Standing['business'], more: Partial<Standing> = {}): Dossier => ({ filed: filedAt(now, { steps }), standing: { ...begin(now.toISOString(), agencyCode), historyHead: 'x', business, internal, dueAt, ...more } as Standing });
const warning = (of: Warning['of'], threshold: number, step = 'expert', at = `2026-11-2${threshold === 75 ? 4 : 5}T02:00:00.000Z`): Warning => ({ of, step, role: 'case-officer', threshold, dueAt: '2026-11-24T10:00:00.000Z', at });

describe('a dossier on the list of warnings', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const)('in status %i it is there exactly while its clock runs', (business) => {
    expect(noticeOf(dossier(business), [warning('whole', 75)]) !== undefined).toBe([2, 4].includes(business));
  });
  test('says the furthest of its step and of the whole, by the dates in force now', () => {
    expect(noticeOf(dossier(4), [warning('whole', 75), warning('step', 75), warning('step', 100)])).toMatchObject({
      agency: agencyCode, role: 'case-officer', stepName: { vi: 'Thẩm định' }, at: '2026-11-25T02:00:00.000Z', step: { threshold: 100, dueAt: '2026-11-25T10:00:00.000Z' }, whole: { threshold: 75, dueAt },
    });
  });
  test('has forgotten the warnings of a step that was left', () => {
    expect(noticeOf(dossier(4), [warning('step', 100, 'reception')])).toBeUndefined();
    expect(noticeOf(dossier(4), [warning('step', 100, 'reception'), warning('whole', 75)])).not.toHaveProperty('step');
  });
  test('is not there without a warning, a promise or a step', () => {
    expect([noticeOf(dossier(4), []), noticeOf(dossier(4, { dueAt: undefined } as never), [warning('whole', 75)]), noticeOf(dossier(4, { internal: undefined } as never), [warning('whole', 75)])]).toEqual([undefined, undefined, undefined]);
  });
});

test('the way says which steps are done, which it stands in, which are ahead; after the return all are done', () => {
  const states = (one: Dossier) => wayView(one).way?.map(({ state }) => state);
  expect([states(dossier(2, { internal: { ...internal, id: 'reception' } })), states(dossier(4)), states(dossier(10))]).toEqual([['now', 'ahead', 'ahead'], ['done', 'now', 'ahead'], ['done', 'done', 'done']]);
});
