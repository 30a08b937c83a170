import { beforeEach, expect, test } from 'vitest';
import { feedbackEvents } from '../../events/all-events.ts';
import { areaAt } from '../../functions/feedback-classification/areas.ts';
import { catalogue } from '../../functions/feedback-classification/catalogue.ts';
import { registerRepository } from '../../functions/feedback-classification/register.repository.ts';
import { writeFeeds } from '../../functions/feedback-classification/write-feeds.ts';
import { AcceptFeedback, ChangeFeedback, TakeFeedback } from '../../shared/contracts/feedback-desk.ts';
import type { ArrivedEvent } from '../../shared/runtime/batch.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { type Element, elementsOf } from '../support/xml.ts';
import { apiOn, depsOn, deskOf, dispatcher, fieldOfficer, monday } from './support/desk.ts';
import { filesInMemory } from './support/files.ts';

let memory = memoryDynamo();
let table: Table;
let now: Date;
let site: ReturnType<typeof filesInMemory>;
beforeEach(() => { memory = memoryDynamo(); table = memory.table('feedback'); now = monday; site = filesInMemory(); });

const arrived = (): ArrivedEvent[] => memory.rows('feedback').filter((row) => String(row['detailType']).startsWith('feedback.')).map((row, index) => ({
  messageId: `m-${index}`, definition: feedbackEvents.find(({ detailType }) => detailType === row['detailType']) as ArrivedEvent['definition'], detail: JSON.parse(String(row['detail'])) as ArrivedEvent['detail'],
}));
const work = (events = arrived()) => writeFeeds({ register: registerRepository(table), files: site.place, catalogue, siteOrigin: 'https://hg.example' })(events);
const desk = () => deskOf(table, apiOn(depsOn(table), () => now));
const later = (): void => { now = new Date(now.getTime() + 60_000); };
const accepted = async (publicText = 'Rác đổ đầy lề đường.', changes: Record<string, unknown> = {}): Promise<{ feedbackId: string; trackingCode: string }> => {
  later();
  const one = await desk().report(changes);
  await desk().act(AcceptFeedback, dispatcher, one.feedbackId, { category: 'waste', publicText });
  return one;
};
const idsIn = (scope: string): string[] => (JSON.parse(site.files.get(`du-lieu/phan-anh/tin/${scope}.json`) ?? '{}') as { items: { id: string }[] }).items.map(({ id }) => id);
/** Any point of a commune. */
const pointIn = (code: string): { lat: number; long: number } => {
  for (let lat = 9.5; lat < 10.1; lat += 0.01) for (let long = 105.2; long < 106; long += 0.01) if (areaAt(lat, long)?.code === code) return { lat, long };
  throw new Error('no such commune');
};
/** The reader of elements knows neither attributes nor large letters in names. */
const plain = (rss: string): string => rss.replaceAll(/<(\/?)([A-Za-z]+):?([A-Za-z]*)( [^>]*?)?(\/?)>/g, (_, closes: string, a: string, b: string, __, empty: string) => `<${closes}${(a + b).toLowerCase()}${empty}>`);
const textOf = (element: Element | undefined, name: string): string => element?.children.find((child) => child.name === name)?.text ?? '';

test('a feed of everything and of each commune: public reports alone, what changed last first, every state a new item', async () => {
  const first = await accepted('Rác & <b>nước thải</b> "đen" 🚮');
  const hidden = await accepted('Kín', { visibility: 'private' });
  const second = await accepted();
  expect((await work()).size).toBe(0);
  expect(site.files.size).toBe(2 * 29);
  expect(idsIn('tat-ca')).toEqual([`${second.trackingCode}#ASSIGNED`, `${first.trackingCode}#ASSIGNED`]);
  expect(idsIn('31321')).toEqual(idsIn('tat-ca'));
  expect(idsIn('31333')).toEqual([]);
  later();
  await desk().act(TakeFeedback, fieldOfficer, first.feedbackId);
  await work();
  expect(idsIn('31321')).toEqual([`${first.trackingCode}#IN_PROGRESS`, `${second.trackingCode}#ASSIGNED`]);
  const rss = elementsOf(plain(site.files.get('du-lieu/phan-anh/tin/31321.xml') ?? ''));
  const channel = rss.children[0];
  expect([rss.name, textOf(channel, 'title'), textOf(channel, 'link'), textOf(channel, 'lastbuilddate')]).toEqual(['rss', 'Phản ánh hiện trường, Phường Vị Thanh', 'https://hg.example/phan-anh/danh-sach/?dia-ban=31321', now.toUTCString()]);
  const item = channel?.children.find(({ name }) => name === 'item');
  expect([textOf(item, 'title'), textOf(item, 'link'), textOf(item, 'guid')]).toEqual([expect.stringContaining('Đang xử lý'), `https://hg.example/phan-anh/?ma=${first.trackingCode}`, `${first.trackingCode}#IN_PROGRESS`]);
  // a reader takes a description for HTML
  expect(textOf(item, 'description')).toBe('Rác &amp; &lt;b&gt;nước thải&lt;/b&gt; &quot;đen&quot; 🚮');
  expect([...site.files.values()].join()).not.toMatch(new RegExp(`${hidden.trackingCode}|fbk_`));
});

test('what becomes private goes, what moved goes from where it was; events twice and out of order change nothing', async () => {
  const one = await accepted();
  const other = await accepted();
  await work();
  await desk().act(ChangeFeedback, dispatcher, one.feedbackId, { visibility: 'private', reason: 'Người gửi xin không công khai.' });
  await desk().act(ChangeFeedback, dispatcher, other.feedbackId, { place: { ...pointIn('31333'), words: 'cầu' }, reason: 'Nhầm phường.' });
  await work([...arrived(), ...arrived().toReversed()]);
  expect([idsIn('tat-ca'), idsIn('31321'), idsIn('31333')]).toEqual([[`${other.trackingCode}#ASSIGNED`], [], [`${other.trackingCode}#ASSIGNED`]]);
  const written = new Map(site.files);
  await work();
  expect(site.files).toEqual(written);
});

test('fifty at most; who meets another writes again, and what is not public yet writes nothing', async () => {
  await desk().report();
  expect([(await work()).size, site.files.size]).toEqual([0, 0]);
  for (let count = 0; count < 52; count++) await accepted(undefined, { device: `thiet-bi-00000000${String(count).padStart(2, '0')}` });
  site.meddle('du-lieu/phan-anh/tin/31321.json');
  expect((await work()).size).toBe(arrived().length);
  site.files.delete('du-lieu/phan-anh/tin/31321.json');
  expect((await work()).size).toBe(0);
  expect([idsIn('tat-ca').length, idsIn('31321').length]).toEqual([50, 50]);
});
