import { expect, test } from 'vitest';
import { readAddress, writeAddress } from '../../web/desk/address.ts';
import { sizeText } from '../../web/desk/file-size.ts';
import { afterMove, changesSince, matching, nearnessOf, queueOf } from '../../web/desk/rows.ts';
import { deskPosts } from '../../web/desk/roles.ts';
import { here, moved, officers, rowOf, someDossiers, there } from './fake-dossiers.ts';

const now = new Date('2026-11-23T03:00:00Z');
const dossiers = someDossiers();
const first = dossiers[0] ?? expect.fail('no dossiers');
const everything = { search: '', due: 'all', channel: undefined } as const;

test('an address comes back as it was written', () => {
  const address = { agency: 'H30.19.01', queue: 'to-accept', dossier: 'dos_1', search: 'khai sinh', due: 'overdue', channel: 'online' } as const;
  expect(writeAddress(address)).toBe('?co-quan=H30.19.01&hang=cho-tiep-nhan&ho-so=dos_1&tim=khai+sinh&han=qua-han&kenh=truc-tuyen');
  expect(readAddress(writeAddress(address))).toEqual(address);
});

test('what an address does not say, or says wrongly, is left out', () => {
  expect(readAddress('?hang=constructor&han=toString&kenh=')).toEqual({ agency: undefined, queue: undefined, dossier: undefined, search: '', due: 'all', channel: undefined });
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
  expect(matching(rows, { ...everything, search: 'dang ky KHAI SINH 010' }, now).map(({ applicantName }) => applicantName)).toEqual(['Người nộp hồ sơ 010']);
  expect(matching(rows, { ...everything, search: 'birth' }, now).length).toBeGreaterThan(1);
  expect(matching(rows, { ...everything, search: 'không có ai' }, now)).toEqual([]);
});

test('filters by due date and channel hold together', () => {
  const row = rowOf({ ...first, dueAt: '2026-11-23T10:00:00Z', channel: 'post' });
  expect(matching([row], { search: '', due: 'soon', channel: 'post' }, now)).toHaveLength(1);
  expect(matching([row], { search: '', due: 'today', channel: 'online' }, now)).toHaveLength(0);
  expect(matching([row], { search: '', due: 'overdue', channel: undefined }, now)).toHaveLength(0);
});

test('an act moves the dossier out of its queue and into the count of the next at once', () => {
  const shown = { rows: [rowOf(first)], counts: { 'to-accept': 1, 'to-take': 4 }, queue: 'to-accept' as const };
  expect(afterMove(shown, moved(first, 'accept'))).toEqual({ rows: [], counts: { 'to-accept': 0, 'to-take': 5 } });
  expect(afterMove(shown, moved(first, 'refuse', 'Thiếu giấy tờ'))).toEqual({ rows: [], counts: { 'to-accept': 0, 'to-take': 4 } });
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
