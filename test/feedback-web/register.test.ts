import { describe, expect, test } from 'vitest';
import { wholeProvince, zoomed, around } from '../../web/components/map-view.ts';
import { onDrawing, onGround } from '../../web/components/province-shape.ts';
import { followText } from '../../web/messages/follow.ts';
import { answeredAt, type Followed, nowSentence, type PublicHistory, runningFrom, spanText, stepsOf } from '../../web/portal/report/follow-steps.ts';
import { filtersIn, noFilters, queryOf, searchOf } from '../../web/portal/register/filters.ts';
import { tilePath, tilesOf } from '../../web/portal/register/map-tiles.ts';
import { feedbackStates } from '../../shared/kernel/feedback-state.ts';

describe('the filter in the address', () => {
  test('comes back as it was, and asks the province in its words', () => {
    const filters = { category: 'roads', area: '31321', state: 'open', from: '2026-11-01', to: '2026-11-23' } as const;
    expect(searchOf(filters)).toBe('?loai=roads&dia-ban=31321&trang-thai=dang-xu-ly&tu=2026-11-01&den=2026-11-23');
    expect(filtersIn(searchOf(filters))).toEqual(filters);
    expect(queryOf(filters, 'c1')).toBe('?category=roads&area=31321&state=open&from=2026-11-01&to=2026-11-23&cursor=c1');
    expect([searchOf(noFilters), queryOf(noFilters)]).toEqual(['', '']);
  });

  test('what nobody could have chosen is left out', () => {
    expect(filtersIn('?loai=<script>&dia-ban=1&trang-thai=__proto__&tu=hom-nay&den=2026-1-1')).toEqual(noFilters);
  });
});

test('the tiles cover what is seen, few at every nearness, and are those the province counted', () => {
  for (let view = wholeProvince, step = 0; step < 9; step++, view = zoomed(view, 0.6)) {
    const tiles = tilesOf(view);
    expect(tiles.length).toBeLessThanOrEqual(24);
    expect(tiles.every(({ zoom }) => zoom >= 8 && zoom <= 16)).toBe(true);
    // by the definition of the web's tiles: the middle of the view lies in one of them
    const { lat, long } = onGround(view.x + view.width / 2, view.y + view.width / 2.5), zoom = tiles[0]?.zoom ?? 0, angle = (lat * Math.PI) / 180;
    const middle = { zoom, x: Math.floor(((long + 180) / 360) * 2 ** zoom), y: Math.floor(((1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2) * 2 ** zoom) };
    expect(tiles).toContainEqual(middle);
  }
  expect(tilesOf(around(onDrawing({ lat: 9.7841, long: 105.4701 }), 20)).map(tilePath)[0]).toMatch(/^\/feedback\/tiles\/16\/\d+\/\d+$/);
});

describe('a report followed', () => {
  const t = followText('vi');
  const report = { trackingCode: 'HG-4K7M-9QRT-2XYZ', state: 'IN_PROGRESS', stateName: { vi: '', en: '' }, reportedAt: '2026-11-20T01:00:00.000Z', overdue: false, voices: 0, notFixed: 0, merged: 0, media: [], agency: { code: 'H30.19.01', name: 'UBND phường I' },
    updates: [{ at: '2026-11-21T03:00:00.000Z', act: 'report-progress', state: 'IN_PROGRESS', text: 'Đã khảo sát.', dueAt: '2026-11-25T10:00:00.000Z', agency: { code: 'H30.19.01', name: 'UBND phường I' }, media: [] }] } as unknown as Followed;
  const history = (...acts: readonly (readonly [act: string, at: string])[]): PublicHistory => ({ genesis: '', head: '', holds: true, entries: acts.map(([act, at], seq) => ({ seq, act, at, from: null, to: 'NEW', by: { kind: 'officer' }, privateDigest: '', previousHash: '', hash: '' })) });

  test('every state has a sentence that says who acts', () => {
    for (const { state } of feedbackStates) expect(nowSentence({ ...report, state }, t), state).toMatch(/\.$/);
    expect(nowSentence(report, t)).toBe('UBND phường I đang xử lý.');
    expect(nowSentence({ ...report, state: 'REJECTED', mergedInto: 'HG-0000-0000-0000' }, t)).toContain('HG-0000-0000-0000');
  });

  test('steps are public ones only, in order, with what was said at its step', () => {
    const steps = stepsOf(report, history(['report', '2026-11-20T01:00:00.000Z'], ['assign', '2026-11-20T02:00:00.000Z'], ['report-progress', '2026-11-21T03:00:00.000Z']), { t, language: 'vi' });
    expect(steps.map(({ title, state }) => [title, state])).toEqual([['Gửi phản ánh', 'done'], ['Báo tiến độ', 'now']]);
    expect(steps[1]?.note).toBe('Đã khảo sát. Hẹn mới: 17 giờ, thứ Tư 25/11/2026');
  });

  test('the clock stands at the answer, runs again when the work does, and anew after a reopening', () => {
    const answer = ['answer', '2026-11-22T01:00:00.000Z'] as const, begun = ['report', report.reportedAt] as const;
    expect(answeredAt(history(begun))).toBeUndefined();
    expect(answeredAt(history(begun, answer, ['approve', '2026-11-22T02:00:00.000Z']))).toBe(answer[1]);
    for (const act of ['send-back', 'return-answer', 'reopen']) expect(answeredAt(history(begun, answer, [act, '2026-11-22T03:00:00.000Z'])), act).toBeUndefined();
    expect(runningFrom(report, history(begun, answer))).toBe(report.reportedAt);
    expect(runningFrom(report, history(begun, answer, ['reopen', '2026-11-23T01:00:00.000Z']))).toBe('2026-11-23T01:00:00.000Z');
  });

  test('what is left is said as people count', () => {
    const minute = 60_000, hour = 60 * minute;
    expect([59_000, 5 * minute, 3 * hour + 12 * minute, 24 * hour, 50 * hour].map((span) => spanText(span, t))).toEqual(['0 phút', '5 phút', '3 giờ 12 phút', '1 ngày', '2 ngày 2 giờ']);
  });
});
