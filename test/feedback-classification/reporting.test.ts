import { beforeEach, describe, expect, test } from 'vitest';
import { areaAt } from '../../functions/feedback-classification/areas.ts';
import { catalogue } from '../../functions/feedback-classification/catalogue.ts';
import { classify } from '../../functions/feedback-classification/classifier/classify.ts';
import { suggesting } from '../../functions/feedback-classification/suggest.ts';
import { maskContacts } from '../../functions/feedback-classification/public-text.ts';
import { addressOf } from '../../functions/feedback-classification/public-handlers.ts';
import { ownerOf } from '../../functions/feedback-classification/report-feedback.ts';
import { GetFeedback, ListFeedbackCategories, ListMyFeedback, ListNearbyFeedback, ReportFeedback, RequestFeedbackUpload, SuggestCategory, VerifyFeedback } from '../../shared/contracts/feedback.ts';
import { ReportByHotline } from '../../shared/contracts/feedback-desk.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { citizen, depsOn, deskOf, apiOn, device, dispatcher, draft, fieldOfficer, inWard, monday, nobody, office, operator, photo, suggestion, type Api } from './support/desk.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';

let memory = memoryDynamo();
let table = memory.table('feedback');
let call: Api;
let now = monday;
beforeEach(() => { memory = memoryDynamo(); table = memory.table('feedback'); now = monday; call = apiOn(depsOn(table), () => now); });
const code = async (changes: Record<string, unknown>, who = nobody): Promise<string> => {
  const { status, body } = await call(ReportFeedback, who, { body: draft(changes) });
  return status === 201 ? ['taken', ...(body['flags'] as string[])].join(' ') : [body.code, ...(body.errors ?? []).map(({ pointer, code: field }) => `${pointer} ${field}`)].join(' ');
};
const owner = ownerOf(nobody, device);

describe('what is sent', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['a sentence', {}, 'taken'], ['one letter', { text: 'a' }, 'report-says-nothing /body/text report-says-nothing'], ['nothing but emoji', { text: '😡😡😡🗑️' }, 'report-says-nothing /body/text report-says-nothing'],
    ['a family of emoji in a sentence', { text: 'Rác đầy đường 👨‍👩‍👧' }, 'taken'], ['letters taken apart', { text: 'Rác đổ đầy đường'.normalize('NFD') }, 'taken'],
    ['64 KB', { text: 'rác '.repeat(16_384) }, 'request-invalid /body/text text.too-long'], ['a bell', { text: 'Rác\u0007 đầy đường' }, 'request-invalid /body/text text.control'],
    ['outside the province', { place: { lat: 10.03, long: 105.78 } }, 'taken outside-province'], ['words for a place', { place: { words: 'đầu chợ Vị Thanh' } }, 'taken no-point'], ['no place', { place: {} }, 'place-missing /body/place place-missing'],
    ['0, 0', { place: { lat: 0, long: 0 } }, 'place-at-zero /body/place place-at-zero'], ['swapped', { place: { lat: inWard.long, long: inWard.lat } }, 'place-swapped /body/place place-swapped'],
    ['off the earth', { place: { lat: 200, long: 0 } }, 'request-invalid /body/place/lat place.out-of-range'], ['beyond the pole, and meant', { place: { lat: 105, long: 10, confirmed: true } }, 'request-invalid /body/place/lat place.out-of-range'],
    ['tomorrow', { happenedAt: '2026-11-24T08:00:00+07:00' }, 'time-in-future /body/happenedAt time-in-future'], ['a clock five minutes ahead', { happenedAt: '2026-11-23T08:05:00+07:00' }, 'taken'], ['no time zone', { happenedAt: '2026-11-23T08:00:00' }, 'request-invalid /body/happenedAt instant.malformed'],
    ['an unknown category', { category: 'ufo' }, 'category-unknown /body/category category-unknown'], ['forty photos', { media: Array.from({ length: 40 }, (_, index) => `upl_01K9M3Z5T8Q2W4E6R8Y0P1S3${String(index).padStart(2, '0')}`) }, 'media-too-many /body/media media-too-many'],
    ['a photo that never was', { media: ['upl_01K9M3Z5T8Q2W4E6R8Y0P1S3D5'] }, 'upload-unknown /body/media/0 upload-unknown'], ['a telephone that is none', { contact: { phone: '12' } }, 'request-invalid /body/contact/phone answer.phone'],
    ['no device', { device: undefined }, 'device-missing /body/device device-missing'],
  ])('%s', async (_, changes, expected) => { expect(await code(changes)).toBe(expected); });

  test('a swapped place is offered corrected, and taken where it is meant', async () => {
    const answer = await call(ReportFeedback, nobody, { body: draft({ place: { lat: inWard.long, long: inWard.lat } }) });
    expect(answer.body['corrected']).toEqual(inWard);
    expect(await code({ place: { lat: 9.9, long: 100, confirmed: true } })).toBe('taken outside-province');
  });

  test('a category retired while somebody typed names what may be chosen instead', async () => {
    const retired = { ...catalogue, categories: catalogue.categories.map((one) => (one.code === 'noise' ? { ...one, retired: true } : one)) };
    const answer = await apiOn(depsOn(table, { catalogue: retired }))(ReportFeedback, nobody, { body: draft({ category: 'noise' }) });
    expect([answer.body.code, answer.body['allowed']]).toEqual(['category-retired', ['encroachment', 'construction', 'security', 'animals']]);
  });

  test('photos are of whoever sends, checked, and used once', async () => {
    const [own, anothers, waiting, refused] = [await photo(table, owner), await photo(table, 'device:another'), await photo(table, owner, { state: 'waiting' }), await photo(table, owner, { state: 'refused', problem: 'file-type-mismatch' })];
    expect([await code({ media: [anothers] }), await code({ media: [waiting] }), await code({ media: [refused] }), await code({ media: [own, own] }), await code({ text: '', media: [own] }), await code({ media: [own] })].map((one) => one.split(' ')[0]))
      .toEqual(['upload-unknown', 'upload-not-checked', 'upload-refused', 'upload-reused', 'taken', 'upload-reused']);
  });

  test('the same sent again is one report, with the same receipt; the same key with other words is refused', async () => {
    const first = await call(ReportFeedback, nobody, { body: draft(), key: 'offline-outbox-1' });
    const again = await call(ReportFeedback, nobody, { body: draft(), key: 'offline-outbox-1' });
    expect(again).toEqual(first);
    expect((await call(ReportFeedback, nobody, { body: draft({ text: 'Một việc khác hẳn.' }), key: 'offline-outbox-1' })).body.code).toBe('idempotency-key-reused');
    expect(memory.rows('feedback').filter(({ entity }) => entity === 'report')).toHaveLength(1);
  });

  test('too many from one device in an hour are told when to come again, and taken then', async () => {
    for (let sent = 0; sent < 20; sent++) expect(await code({})).toBe('taken');
    const refused = await call(ReportFeedback, nobody, { body: draft() });
    expect([refused.status, refused.body.code, refused.body['retryAfter'], refused.body['retryAt']]).toEqual([429, 'sent-too-often', 3600, '2026-11-23T02:00:00.000Z']);
    expect(await code({ device: 'mot-thiet-bi-khac-02' })).toBe('taken');
    now = new Date('2026-11-23T02:00:00Z');
    expect(await code({})).toBe('taken');
  });

  test('counts the address the edge saw, not one the sender claims before it', () => {
    expect([undefined, '14.1.1.1', '14.1.1.1, 130.176.0.1', '9.9.9.9, 14.1.1.1, 130.176.0.1'].map((hops) => addressOf({ 'x-forwarded-for': hops }))).toEqual([undefined, '14.1.1.1', '14.1.1.1', '14.1.1.1']);
  });

  test('is to be sorted within two working hours, an emergency within thirty minutes whatever the hour', async () => {
    const due = async (at: string, urgency: string): Promise<unknown> => { now = new Date(at); return (await call(ReportFeedback, nobody, { body: draft({ urgency, device: `thiet-bi-${at}${urgency}`.replace(/[^\w-]/g, '-') }) })).body['triageBy']; };
    expect(await due('2026-11-23T01:00:00Z', 'normal')).toBe('2026-11-23T03:00:00.000Z');
    expect(await due('2026-11-23T15:00:00Z', 'normal')).toMatch(/^2026-11-25T02/);
    expect(await due('2026-11-23T15:00:00Z', 'emergency')).toBe('2026-11-23T15:30:00.000Z');
  });

  test('nobody is turned away because the calendar ends', async () => {
    const without = apiOn(depsOn(table, { directory: { ...depsOn(table).directory, calendarInForce: () => Promise.reject(new DomainError('calendar-not-published')) } }));
    expect((await without(ReportFeedback, nobody, { body: draft() })).status).toBe(201);
    now = new Date('2045-01-04T02:00:00Z');
    expect(await code({})).toMatch(/^taken/);
  });
});

describe('who sends', () => {
  test('with an account sees the own reports, whole; by telephone they are kept together under a digest', async () => {
    await deskOf(table, call).report({ visibility: 'private' }, citizen);
    await deskOf(table, call).report({ contact: { phone: '0901 234 567' } });
    const mine = (await call(ListMyFeedback, citizen)).body['items'] as Record<string, unknown>[];
    expect(mine).toHaveLength(1);
    expect(mine[0]).toMatchObject({ state: 'NEW', text: expect.stringContaining('Rác'), place: inWard });
    expect(memory.rows('feedback').filter(({ pk }) => pk.includes('0901234567'))).toEqual([]);
    expect(memory.rows('feedback').filter(({ pk }) => pk.startsWith('PERSON#phone:'))).toHaveLength(1);
  });
  test('an operator writes down what somebody says, at the own agency', async () => {
    const asking = { params: { agencyCode: office }, body: { text: 'Đèn đường tắt cả tuần', place: { words: 'đường Trần Hưng Đạo' }, contact: { name: 'Người gọi', phone: '0901234567' } } };
    const answer = await call(ReportByHotline, operator, asking);
    expect(answer.status).toBe(201);
    expect(memory.rows('feedback').find(({ entity }) => entity === 'report')).toMatchObject({ channel: 'hotline' });
    expect((await call(ReportByHotline, operator, { ...asking, params: { agencyCode: 'H30.19.01' } })).body.code).toBe('not-found');
    expect((await call(ReportByHotline, fieldOfficer, asking)).body.code).toBe('not-allowed');
  });
});

describe('before something is sent', () => {
  test('the categories are listed in both languages, with what each promises', async () => {
    const { body } = await call(ListFeedbackCategories, nobody);
    expect(body['items']).toHaveLength(22);
    expect((body['items'] as unknown[])[0]).toEqual({ code: 'roads', name: { vi: 'Đường, cầu, vỉa hè hư hỏng', en: 'Damaged roads, bridges, pavements' }, group: 'infrastructure', retired: false, duplicateMetres: 60, workingDays: 5, complexWorkingDays: 10 });
  });
  test('a text that belongs elsewhere is answered with where', async () => {
    const other = apiOn(depsOn(table, { suggest: () => ({ ...suggestion, outOfScope: 'emergency-114' }) }));
    expect((await other(SuggestCategory, nobody, { body: { text: 'Cháy nhà!' } })).body['guidance']).toMatchObject({ phone: '114' });
    expect((await call(SuggestCategory, nobody, { body: { text: 'Rác' } })).body).toMatchObject({ category: 'waste', because: ['rác'] });
  });
  test('open reports near, of the category, within its radius; words only once they were let out', async () => {
    const desk = deskOf(table, call);
    await desk.report();
    await desk.report({ place: { lat: inWard.lat + 0.01, long: inWard.long } });
    const near = async (query: Record<string, string>) => (await call(ListNearbyFeedback, nobody, { query: { lat: String(inWard.lat), long: String(inWard.long), ...query } })).body['items'] as Record<string, unknown>[];
    expect(await near({ category: 'waste', text: 'rác đổ đầy lề đường' })).toEqual([expect.objectContaining({ metres: 0, likeness: 1, category: 'waste' })]);
    expect((await near({}))[0]).not.toHaveProperty('text');
    expect(await near({ category: 'noise' })).toEqual([]);
    expect(await near({ lat: String(inWard.lat + 0.0004) })).toHaveLength(1);
    expect(await near({ lat: String(inWard.lat + 0.0006) })).toHaveLength(0);
  });
  test('a place for a photo is bound to who asks; what is no photo is refused', async () => {
    const file = { fileName: 'a.jpg', contentType: 'image/jpeg', size: 10, checksum: `${'A'.repeat(43)}=` };
    expect((await call(RequestFeedbackUpload, nobody, { body: { ...file, device } })).status).toBe(201);
    const refused = async (body: Record<string, unknown>) => (await call(RequestFeedbackUpload, nobody, { body: { ...file, device, ...body } })).body.code;
    expect([await refused({ device: undefined }), await refused({ contentType: 'image/svg+xml' }), await refused({ size: 0 }), await refused({ size: 21 * 1024 * 1024 })]).toEqual(['device-missing', 'media-type-not-accepted', 'file-empty', 'file-too-large']);
  });
});

test('anyone with the code sees where it stands and checks its history; what was written stays until it is let out', async () => {
  const { trackingCode } = await deskOf(table, call).report({ contact: { phone: '0901234567', name: 'Người Gửi' } });
  const seen = await call(GetFeedback, nobody, { params: { trackingCode: trackingCode.toLowerCase() } });
  expect(seen.body).toMatchObject({ state: 'NEW', category: { code: 'waste' }, area: { code: '31321' }, overdue: false });
  expect(JSON.stringify(seen.body)).not.toMatch(/bốc mùi|0901234567|Người Gửi|9\.76/);
  const history = await call(VerifyFeedback, nobody, { params: { trackingCode } });
  expect(history.body).toMatchObject({ holds: true, entries: [{ seq: 0, act: 'report', from: null, to: 'NEW', by: { kind: 'reporter' } }] });
  expect((await call(GetFeedback, nobody, { params: { trackingCode: 'HG-0000-0000-0000' } })).body.code).toBe('feedback-unknown');
});

test('the communes of the map know their points', () => {
  expect([areaAt(inWard.lat, inWard.long)?.agency, areaAt(9.79712, 105.82516)?.code, areaAt(10.5, 105.5), areaAt(0, 0)]).toEqual(['H30.19.01', '31340', undefined, undefined]);
});

test('a text goes out without the numbers and addresses by which somebody can be reached', () => {
  expect(maskContacts('Gọi 0901 234 567 hoặc +84901234567, thư a.b@c.vn, CCCD 093187654321; số nhà 12, hẻm 345, năm 2026.')).toBe('Gọi ••• hoặc •••, thư •••, CCCD •••; số nhà 12, hẻm 345, năm 2026.');
});

test('a dispatcher does not write down for another agency', async () => {
  expect((await call(ReportByHotline, dispatcher, { params: { agencyCode: 'H30.19.01' }, body: { text: 'Rác đầy', place: { words: 'chợ' } } })).body.code).toBe('not-found');
});

test('the classifier is asked, and what it says is kept with the report', async () => {
  const real = apiOn(depsOn(table, { suggest: suggesting(classify, (error) => { throw error; }) }));
  const { body } = await real(SuggestCategory, nobody, { body: { text: 'Đèn đường tắt cả tuần, tối om' } });
  expect(body).toMatchObject({ category: 'lighting', outOfScope: null });
  await real(ReportFeedback, nobody, { body: draft({ text: 'Đèn đường tắt cả tuần, tối om' }) });
  expect(memory.rows('feedback').find(({ entity }) => entity === 'report')?.['suggestion']).toMatchObject({ category: 'lighting' });
  expect((await real(SuggestCategory, nobody, { body: { text: '' } })).body).toMatchObject({ abstained: true });
});
