import { expect, test } from 'vitest';
import { readAddress, writeAddress } from '../../web/desk/address.ts';
import { drawClock } from '../../web/desk/clock-scale.ts';
import { sizeText } from '../../web/desk/file-size.ts';
import { afterMove, matching, nearnessOf, queueOf } from '../../web/desk/rows.ts';
import { changesSince } from '../../web/desk/use-opened.ts';
import { deskPosts } from '../../web/desk/roles.ts';
import { here, moved, officers, rowOf, someDossiers, there } from './fake-dossiers.ts';

const now = new Date('2026-11-23T03:00:00Z');
const dossiers = someDossiers();
const first = dossiers[0] ?? expect.fail('no dossiers');

test('an address comes back as it was written, and what is typed stays behind #', () => {
  const address = { agency: 'H30.19.01', queue: 'to-accept', dossier: 'dos_1', task: 'counter', search: 'khai sinh', procedure: '1.001193', channel: 'online', officer: 'a-b_1', dueFrom: '2026-11-23', dueTo: '2026-11-30' } as const;
  expect(writeAddress(address)).toBe('?co-quan=H30.19.01&hang=cho-tiep-nhan&ho-so=dos_1&viec=nop-tai-quay&thu-tuc=1.001193&kenh=truc-tuyen&can-bo=a-b_1&han-tu=2026-11-23&han-den=2026-11-30#tim=khai+sinh');
  expect(readAddress(writeAddress(address))).toEqual(address);
});

test('what an address does not say, or says wrongly, is left out', () => {
  const nothing = { agency: undefined, queue: undefined, dossier: undefined, task: undefined, search: '', procedure: undefined, channel: undefined, officer: undefined, dueFrom: undefined, dueTo: undefined };
  expect(readAddress('?hang=constructor&kenh=&thu-tuc=x&can-bo=<b>&han-tu=hom-nay&tim=khai')).toEqual(nothing);
  expect(writeAddress(readAddress(''))).toBe('');
});

test.each([
  [undefined, 'none'], ['2026-11-23T02:59:00Z', 'overdue'], ['2026-11-23T10:00:00Z', 'today'], ['2026-11-23T16:59:00Z', 'today'],
  ['2026-11-23T17:00:00Z', 'soon'], ['2026-11-26T10:00:00Z', 'soon'], ['2026-11-26T17:00:00Z', 'later'],
])('a dossier due %s is %s at 10:00 of 23/11 in Việt Nam', (dueAt, nearness) => {
  expect(nearnessOf(dueAt, now)).toBe(nearness);
});

test('a search finds without accents, by any words of name, number and procedure', () => {
  const rows = dossiers.filter(({ state }) => state.business === 1).map(rowOf);
  expect(matching(rows, 'dang ky KHAI SINH 010').map(({ applicantName }) => applicantName)).toEqual(['Người nộp hồ sơ 010']);
  expect(matching(rows, 'birth').length).toBeGreaterThan(1);
  expect(matching(rows, 'không có ai')).toEqual([]);
});

test('an act moves the dossier out of its queue and into the count of the next at once', () => {
  const shown = { rows: [rowOf(first)], counts: { 'to-accept': 1, 'to-take': 4 }, queue: 'to-accept' as const };
  expect(afterMove(shown, moved(first, 'accept'))).toEqual({ rows: [], counts: { 'to-accept': 0, 'to-take': 5 } });
  expect(afterMove(shown, moved(first, 'refuse', 'Thiếu giấy tờ'))).toEqual({ rows: [], counts: { 'to-accept': 0, 'to-take': 4 } });
});

test('in a list of what runs, a dossier stays while it runs, and leaves every count it was in when it does not', () => {
  const accepted = moved(first, 'accept');
  const taken = moved(accepted, 'take');
  const late = { rows: [rowOf(accepted)], counts: { 'to-take': 3, processing: 2, mine: 1, overdue: 1 }, queue: 'overdue' as const };
  expect(afterMove(late, taken)).toMatchObject({ rows: [{ status: 4, revision: taken.revision }], counts: { 'to-take': 2, processing: 3, mine: 2, overdue: 1 } });
  const mine = { rows: [rowOf(taken)], counts: { processing: 3, mine: 2, 'to-hand-over': 0 }, queue: 'mine' as const };
  expect(afterMove(mine, moved(taken, 'finish'))).toEqual({ rows: [], counts: { processing: 2, mine: 1, 'to-hand-over': 1 } });
});

test('a dossier that is not in the list changes neither list nor counts', () => {
  const shown = { rows: [], counts: { 'to-accept': 3 }, queue: 'to-accept' as const };
  expect(afterMove(shown, moved(first, 'accept'))).toEqual({ rows: [], counts: { 'to-accept': 3 } });
});

test('each status that waits for somebody has its queue', () => {
  expect(([1, 2, 3, 4, 5, 7, 8, 9, 10] as const).map(queueOf)).toEqual(['to-accept', 'to-take', undefined, 'processing', 'paused', undefined, 'paused', 'to-hand-over', undefined]);
});

test('what changed meanwhile is what history gained', () => {
  const later = moved(moved(first, 'accept'), 'take');
  expect(changesSince(first, later).map(({ act }) => act)).toEqual(['accept', 'take']);
  expect(changesSince(later, later)).toEqual([]);
});

test('a desk is where a post is held today, with all roles there', () => {
  expect(deskPosts(officers.both.posts, now)).toEqual([{ agency: here, roles: ['one-stop-clerk', 'case-officer'] }, { agency: there, roles: ['case-officer'] }]);
  expect(deskPosts(officers.duty.posts, now)).toEqual([]);
  expect(deskPosts([{ agency: here, role: 'leader', from: '2020-01-01', to: '2026-11-22' }, { agency: there, role: 'leader', from: '2026-11-24' }], now)).toEqual([]);
});

test.each([[500, '1 KB'], [320_000, '313 KB'], [1_480_000, '1,4 MB'], [10 * 1024 * 1024, '10 MB']])('%i bytes read %s', (bytes, text) => {
  expect(sizeText(bytes, 'vi')).toBe(text);
});

const clock = { receivedAt: '2026-11-01T00:00:00Z', dueAt: '2026-11-11T00:00:00Z', finishedAt: undefined, extension: undefined };
const pauses = [{ pausedAt: '2026-11-03T00:00:00Z', resumedAt: '2026-11-04T00:00:00Z' }, { pausedAt: '2026-11-05T00:00:00Z', resumedAt: '2026-11-07T00:00:00Z' }];
test('the clock is drawn where it ran, where it stood, and where it is', () => {
  expect(drawClock({ ...clock, pauses }, '2026-11-09T00:00:00Z')).toEqual({ running: [{ from: 0, to: 120 }, { from: 180, to: 240 }, { from: 360, to: 480 }], paused: [{ from: 120, to: 180 }, { from: 240, to: 360 }], reached: 480, due: 600 });
});
test('while it stands, the line ends now and promises nothing', () => {
  const standing = [{ pausedAt: '2026-11-03T00:00:00Z', resumedAt: undefined }];
  expect(drawClock({ ...clock, dueAt: undefined, pauses: standing as never }, '2026-11-05T00:00:00Z')).toEqual({ running: [{ from: 0, to: 300 }], paused: [{ from: 300, to: 600 }], reached: 600 });
});
test('what is late, and the promise before an extension, are drawn too', () => {
  const extension = { at: '2026-11-04T00:00:00Z', previousDueAt: '2026-11-06T00:00:00Z', dueAt: '2026-11-11T00:00:00Z', reason: 'Xác minh' };
  expect(drawClock({ ...clock, extension, pauses: [] }, '2026-11-21T00:00:00Z')).toEqual({ running: [{ from: 0, to: 600 }], paused: [], reached: 600, due: 300, dueBefore: 150, late: { from: 300, to: 600 } });
});
