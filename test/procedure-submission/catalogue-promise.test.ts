import { describe, expect, test } from 'vitest';
import { deadlineOf } from '../../functions/procedure-submission/deadline-of.ts';
import { getPromise } from '../../functions/procedure-submission/get-promise.ts';
import { PromiseView } from '../../shared/contracts/catalogue.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { compileCalendar } from '../../shared/kernel/working-time/calendar.ts';
import { officeWeek } from '../../shared/kernel/working-time/office-week.ts';
import { catalogueInMemory, seedCalendar, viewOf } from './catalogue-fixtures.ts';

const promise = async (code: string, caseId: string, channel: 'direct' | 'online' | 'post', at: string) =>
  PromiseView.parse(await getPromise({ procedures: catalogueInMemory(viewOf(code)), directory: { calendar: async () => seedCalendar } })({ procedureCode: code, caseId, channel, receivedAt: new Date(at), at: new Date('2026-11-22T02:00:00Z') }));

describe('the promise', () => {
  test('same day before 15:00, next working day from 15:00 on', async () => {
    expect(await promise('1.001193', 'dung-han', 'online', '2026-11-16T14:59:00+07:00')).toMatchObject({ receivedAt: '2026-11-16T07:59:00.000Z', dueAt: '2026-11-16T10:00:00.000Z', calendar: [] });
    const late = await promise('1.001193', 'dung-han', 'online', '2026-11-16T15:00:00+07:00');
    expect(late.dueAt).toBe('2026-11-17T10:00:00.000Z');
    expect(late.calendar.map(({ reason }) => reason)).toEqual(['cut-off']);
  });
  test('filed on a Friday evening before the holiday of 24/11: each day with its reason and source', async () => {
    const view = await promise('1.004873', 'khong-xac-minh', 'direct', '2026-11-20T16:00:00+07:00');
    expect(view.dueAt).toBe('2026-11-26T10:00:00.000Z');
    expect(view.calendar.map(({ date, reason }) => [date, reason])).toEqual([['2026-11-21', 'weekly-rest'], ['2026-11-22', 'weekly-rest'], ['2026-11-24', 'holiday']]);
    for (const { source } of view.calendar) expect(source).not.toBe('');
  });
  test('what came too late for its day is due at the hour its term names', async () => {
    expect((await promise('1.009073', 'ca-nhan', 'direct', '2026-11-16T14:59:00+07:00')).dueAt).toBe('2026-11-16T10:00:00.000Z');
    expect((await promise('1.009073', 'ca-nhan', 'direct', '2026-11-16T15:00:00+07:00')).dueAt).toBe('2026-11-17T02:00:00.000Z');
    // counted as received on Monday, it was not too late for Monday
    expect((await promise('1.009073', 'ca-nhan', 'direct', '2026-11-14T16:00:00+07:00')).dueAt).toBe('2026-11-16T10:00:00.000Z');
  });
  test('plain days run through days off; online one day less', async () => {
    expect((await promise('2.000488', 'thong-thuong', 'direct', '2026-11-02T09:00:00+07:00')).dueAt).toBe('2026-11-12T10:00:00.000Z');
    expect((await promise('2.000488', 'thong-thuong', 'online', '2026-11-02T09:00:00+07:00')).dueAt).toBe('2026-11-11T10:00:00.000Z');
  });
  test('commune, district, and half a day back: due at noon', async () => {
    expect((await promise('1.010405', 'doi-tuong-bao-tro', 'direct', '2026-11-02T09:00:00+07:00')).dueAt).toBe('2026-11-10T04:00:00.000Z');
  });
  test('two and a half days end at noon', async () => {
    expect((await promise('2.002481', 'chuyen-truong', 'direct', '2026-11-02T09:00:00+07:00')).dueAt).toBe('2026-11-05T04:00:00.000Z');
  });
  test('every structured term of the seed has a date, today and before Tết', async () => {
    const seed = (await import('../../infra/local/seed/procedures.json', { with: { type: 'json' } })).default;
    let dated = 0;
    for (const { code } of seed) {
      const procedure = viewOf(code);
      for (const { id, channels } of procedure.cases) for (const { channel, term } of channels) for (const at of ['2026-11-22T09:00:00+07:00', '2026-02-13T16:30:00+07:00']) {
        const compute = () => deadlineOf({ procedure, caseId: id, channel, receivedAt: new Date(at), calendar: seedCalendar });
        if (term === undefined) expect(compute).toThrow('term-not-structured');
        else { expect(compute().dueAt.getTime()).toBeGreaterThanOrEqual(compute().receivedAt.getTime()); dated++; }
      }
    }
    expect(dated).toBeGreaterThan(150);
  });
});

describe('no promise', () => {
  const at = '2026-11-16T09:00:00+07:00';
  const refused = (code: string) => ({ code });
  test('for an unknown procedure, case or channel', async () => {
    const ask = getPromise({ procedures: catalogueInMemory(), directory: { calendar: async () => seedCalendar } });
    await expect(ask({ procedureCode: '9.999999', caseId: 'x', channel: 'online', receivedAt: new Date(at), at: new Date(at) })).rejects.toMatchObject(refused('procedure-unknown'));
    await expect(promise('1.001193', 'khong-co', 'online', at)).rejects.toMatchObject(refused('case-unknown'));
    await expect(promise('1.001193', '__proto__', 'online', at)).rejects.toMatchObject(refused('case-unknown'));
    await expect(promise('1.004222', 'cho-o-so-huu', 'post', at)).rejects.toMatchObject(refused('channel-not-offered'));
  });
  test('where the term is in words only', async () => {
    await expect(promise('1.012275', 'diem-a-b', 'direct', at)).rejects.toMatchObject(refused('term-not-structured'));
    await expect(promise('1.004859', 'bo-sung', 'direct', at)).rejects.toMatchObject(refused('term-not-structured'));
  });
  test('in a year whose calendar was not published', async () => {
    for (const when of ['2019-06-03T09:00:00+07:00', '2028-06-05T09:00:00+07:00', '2035-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '0001-01-01T00:00:00Z', '2027-12-31T16:00:00+07:00']) {
      await expect(promise('1.001022', 'mac-dinh', 'direct', when), when).rejects.toMatchObject(refused('calendar-not-published'));
    }
  });
  test('with a calendar of no days', () => {
    const calendar = compileCalendar({ week: officeWeek, days: [] });
    expect(() => deadlineOf({ procedure: viewOf('1.001193'), caseId: 'dung-han', channel: 'direct', receivedAt: new Date(at), calendar })).toThrow(DomainError);
  });
});
