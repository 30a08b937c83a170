import { beforeEach, describe, expect, test } from 'vitest';
import { exportRegister } from '../../functions/feedback-classification/export-register.ts';
import { catalogue } from '../../functions/feedback-classification/catalogue.ts';
import { registerRepository } from '../../functions/feedback-classification/register.repository.ts';
import { feedbackEvents } from '../../events/all-events.ts';
import { AcceptFeedback, ChangeFeedback } from '../../shared/contracts/feedback-desk.ts';
import type { ArrivedEvent } from '../../shared/runtime/batch.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { apiOn, depsOn, deskOf, dispatcher, inWard, monday } from './support/desk.ts';
import { filesInMemory } from './support/files.ts';

let memory = memoryDynamo();
let table: Table;
let now: Date;
let site: ReturnType<typeof filesInMemory>;
const arrived = (): ArrivedEvent[] => memory.rows('feedback').filter((row) => String(row['detailType']).startsWith('feedback.')).map((row, index) => ({
  messageId: `m-${index}`, definition: feedbackEvents.find(({ detailType }) => detailType === row['detailType']) as ArrivedEvent['definition'], detail: JSON.parse(String(row['detail'])) as ArrivedEvent['detail'],
}));
const work = (events = arrived()) => exportRegister({ register: registerRepository(table), files: site.place, catalogue })(events);
const reported = async (at: string, changes: Record<string, unknown> = {}, publicText = 'Rác đổ đầy lề đường.'): Promise<{ feedbackId: string; trackingCode: string }> => {
  now = new Date(at);
  const desk = deskOf(table, apiOn(depsOn(table), () => now));
  const one = await desk.report(changes);
  await desk.act(AcceptFeedback, dispatcher, one.feedbackId, { category: 'waste', publicText });
  return one;
};
beforeEach(() => { memory = memoryDynamo(); table = memory.table('feedback'); now = monday; site = filesInMemory(); });

describe('the public register as files', () => {
  test('a month of reports in three ways and one index; nothing of who sent them, nothing that is not public', async () => {
    const shown = await reported('2026-11-20T02:00:00Z', { contact: { name: 'Người Gửi', phone: '0900000009' } }, '=1+1, "rác"\nngoài lề');
    const pointless = await reported('2026-11-21T02:00:00Z', { place: { words: 'trước chợ' } });
    const older = await reported('2026-10-31T18:00:00Z');
    const hidden = await reported('2026-11-22T02:00:00Z', { visibility: 'private' });
    expect((await work()).size).toBe(0);
    expect([...site.files.keys()].toSorted()).toEqual(['2026-11.csv', '2026-11.geojson', '2026-11.json', 'muc-luc.json'].map((name) => `du-lieu/phan-anh/${name}`));
    const { items } = JSON.parse(site.files.get('du-lieu/phan-anh/2026-11.json') ?? '') as { items: Record<string, unknown>[] };
    // midnight of Việt Nam parts the months
    expect(items.map(({ code }) => code)).toEqual([pointless, shown, older].map(({ trackingCode }) => trackingCode));
    expect(items[1]).toMatchObject({ state: 'ASSIGNED', state_name: 'Đã chuyển xử lý', open: true, category: 'waste', lat: inWard.lat, reported_at: '2026-11-20T09:00:00+07:00', agency: 'UBND phường I', text: '=1+1, "rác"\nngoài lề' });
    const csv = site.files.get('du-lieu/phan-anh/2026-11.csv') ?? '';
    expect(csv.startsWith('\ufeffcode,state,')).toBe(true);
    expect(csv).toContain(`,"'=1+1, ""rác""\nngoài lề",0\r\n`);
    const map = JSON.parse(site.files.get('du-lieu/phan-anh/2026-11.geojson') ?? '') as { features: { id: string; geometry: unknown }[] };
    expect(map.features.map(({ id }) => id)).toEqual([shown.trackingCode, older.trackingCode]);
    expect(map.features[0]?.geometry).toEqual({ type: 'Point', coordinates: [inWard.long, inWard.lat] });
    expect(JSON.parse(site.files.get('du-lieu/phan-anh/muc-luc.json') ?? '')).toEqual({ months: [{ month: '2026-11', reports: 3 }] });
    expect([...site.files.values()].join()).not.toMatch(/Người Gửi|0900000009|fbk_/);
    expect([...site.files.values()].join()).not.toContain(hidden.trackingCode);
  });
  test('what becomes private goes from the files; events twice and out of order change nothing', async () => {
    const { feedbackId, trackingCode } = await reported('2026-11-20T02:00:00Z');
    await reported('2026-12-01T02:00:00Z');
    await work();
    expect(site.files.get('du-lieu/phan-anh/2026-11.csv')).toContain(trackingCode);
    await deskOf(table, apiOn(depsOn(table), () => now)).act(ChangeFeedback, dispatcher, feedbackId, { visibility: 'private', reason: 'Người gửi xin không công khai.' });
    await work([...arrived(), ...arrived().toReversed()]);
    expect(site.files.get('du-lieu/phan-anh/2026-11.csv')).not.toContain(trackingCode);
    expect(JSON.parse(site.files.get('du-lieu/phan-anh/muc-luc.json') ?? '')).toEqual({ months: [{ month: '2026-12', reports: 1 }, { month: '2026-11', reports: 0 }] });
  });
  test('two at once: who was slower tries again and does not write over the newer', async () => {
    await reported('2026-11-20T02:00:00Z');
    site.meddle('du-lieu/phan-anh/2026-11.json');
    const notDone = await work();
    expect([notDone.size, site.files.get('du-lieu/phan-anh/2026-11.json')]).toEqual([arrived().length, 'another wrote here']);
    expect((await work()).size).toBe(0);
    expect(site.files.get('du-lieu/phan-anh/2026-11.json')).toContain('"month":"2026-11"');
  });
  test('a busy month is read to its end', async () => {
    const { feedbackId } = await reported('2026-11-20T02:00:00Z');
    const record = await depsOn(table).feedback.load(feedbackId);
    const { registerWrites } = await import('../../functions/feedback-classification/register.repository.ts');
    for (let index = 0; index < 2500; index++) {
      const reportedAt = new Date(Date.parse('2026-11-10T00:00:00Z') + index * 1000).toISOString();
      if (record !== undefined) for (const write of registerWrites(undefined, { ...record, report: { ...record.report, reportedAt }, voices: 0, updatedAt: reportedAt }).slice(0, 1)) await table.write(write);
    }
    await work();
    const { items } = JSON.parse(site.files.get('du-lieu/phan-anh/2026-11.json') ?? '') as { items: { reported_at: string }[] };
    expect([items.length, new Set(items.map(({ reported_at: at }) => at)).size]).toEqual([2501, 2501]);
  });
});
