import { expect, test, vi } from 'vitest';
import { reportText } from '../../web/messages/report.ts';
import { around, moved, scaleOf, wholeProvince, zoomed } from '../../web/components/map-view.ts';
import { areaAt, areas, drawing, metresPerUnit, onDrawing, onGround } from '../../web/components/province-shape.ts';
import { bodyOf, type Draft, emptyDraft, isEmpty, type Waiting } from '../../web/portal/report/draft.ts';
import { faultsIn, faultsOf } from '../../web/portal/report/faults.ts';
import { sidesOf } from '../../web/client/take-shots.ts';
import { answerFor, type Store } from '../../web/portal/report/worker-answers.ts';

const t = reportText('vi');
const shot = { key: 'a', name: 'anh.jpg', type: 'image/jpeg', blob: new Blob(['x']) };
const fields = (draft: Partial<Draft>): string[] => faultsOf({ ...emptyDraft, ...draft }, t).map(({ field }) => field);

test('a report needs something said or shown, and a place; a telephone only from who leaves one', () => {
  expect(fields({})).toEqual(['noi-dung', 'dia-chi']);
  expect(fields({ text: 'à 🙂🙂🙂', placeWords: ' ' })).toEqual(['noi-dung', 'dia-chi']);
  expect(fields({ shots: [shot], spot: { lat: 9.7, long: 105.4, by: 'map' } })).toEqual([]);
  expect(fields({ text: 'Ngập', placeWords: 'chợ Vị Thanh' })).toEqual([]);
  const named = { text: 'Ngập', placeWords: 'chợ Vị Thanh', sender: 'phone' } as const;
  for (const phone of ['', '0912', 'abc']) expect(fields({ ...named, phone }), phone).toEqual(['dien-thoai']);
  for (const phone of ['0912 000 111', ' +84912000111 ']) expect(fields({ ...named, phone }), phone).toEqual([]);
});

test('a refusal of the province stands at the control it means, in the language of the page', () => {
  const said = { type: 'x', code: 'request-invalid', title: '', titleEn: '', status: 400, correlationId: '', errors: [
    { pointer: '/body/place/lat', code: 'place.out-of-range', vi: 'Vĩ độ sai', en: 'Wrong latitude' }, { pointer: '/body/contact/phone', code: 'x', vi: 'Số sai', en: 'Wrong number' }, { pointer: '/body/device', code: 'x', vi: '', en: '' },
  ] };
  expect(faultsIn(said, 'en')).toEqual([{ field: 'dia-chi', text: 'Wrong latitude' }, { field: 'dien-thoai', text: 'Wrong number' }]);
});

test('what is sent names nobody who wished to stay unknown', () => {
  const draft: Draft = { ...emptyDraft, text: 'Ngập', phone: '0912000111', spot: { lat: 9.78, long: 105.47, accuracy: 250_000, by: 'gps' }, shots: [{ ...shot, uploadId: 'upl_1' }, shot], hidden: true };
  const waiting: Waiting = { id: '1', key: 'k', at: '2026-11-23T01:00:00.000Z', device: 'd'.repeat(16), draft };
  expect(bodyOf(waiting)).toEqual({ text: 'Ngập', urgency: 'normal', visibility: 'private', place: { words: '', confirmed: false, lat: 9.78, long: 105.47, accuracy: 100_000 }, media: ['upl_1'], contact: {}, device: 'd'.repeat(16) });
  expect(bodyOf({ ...waiting, draft: { ...draft, sender: 'phone', category: 'roads', urgent: true } })).toMatchObject({ urgency: 'emergency', contact: { phone: '0912000111' }, category: 'roads' });
  expect([isEmpty(emptyDraft), isEmpty({ ...emptyDraft, text: ' \n' }), isEmpty(draft)]).toEqual([true, true, false]);
});

test('a photo becomes smaller, never larger, and keeps its shape', () => {
  expect(sidesOf(8000, 6000)).toEqual([1600, 1200]);
  expect(sidesOf(640, 480)).toEqual([640, 480]);
  expect(sidesOf(20_000, 2)).toEqual([1600, 1]);
});

test('the map knows its communes: a place drawn and read back is the same place, in the same commune', () => {
  expect(areas.length).toBe(28);
  for (const { code, label: [long = 0, lat = 0] } of areas) {
    const { x, y } = onDrawing({ lat, long });
    expect(x > 0 && x < drawing.width && y > 0 && y < drawing.height, code).toBe(true);
    const back = onGround(x, y);
    expect(Math.abs(back.lat - lat) + Math.abs(back.long - long), code).toBeLessThan(2e-6);
    expect(areaAt(back)?.code, code).toBe(code);
  }
  expect(areaAt({ lat: 21.03, long: 105.85 })).toBeUndefined();
});

test('a view stays on the map however it is pushed, and a point under the finger stays there when it grows', () => {
  const far = moved(wholeProvince, 1e6, -1e6);
  expect(far.x).toBeLessThan(drawing.width);
  const near = around({ x: 500, y: 400 }, 100), at = { x: 520, y: 410 };
  const nearer = zoomed(near, 0.5, at);
  expect((at.x - nearer.x) / nearer.width).toBeCloseTo((at.x - near.x) / near.width);
  expect(zoomed(wholeProvince, 4).width).toBe(wholeProvince.width);
  expect(scaleOf(near, metresPerUnit) / metresPerUnit).toBeLessThanOrEqual(near.width / 3);
});

test('without a network the worker opens the page, its files and the categories from what it kept; the rest goes its way', async () => {
  const origin = 'https://site.test', shelf = new Map<string, Response>();
  const store: Store = { read: (request) => Promise.resolve(shelf.get(request.url)?.clone()), write: (request, response) => { shelf.set(request.url, response); return Promise.resolve(); } };
  const page = (path: string): Request => Object.defineProperty(new Request(origin + path), 'mode', { value: 'navigate' });
  const online = vi.fn((request: Request) => Promise.resolve(new Response(`fresh ${new URL(request.url).pathname}`)));
  const offline = (): Promise<Response> => Promise.reject(new TypeError('no network'));
  const kept = [page('/phan-anh/gui/'), page('/en/phan-anh/'), new Request(`${origin}/api/feedback/categories`), new Request(`${origin}/tai-nguyen/report-a1B2c3D4.js`)];
  for (const request of kept) await answerFor(request, origin, store, online);
  for (const request of kept) expect(await (await answerFor(request, origin, store, offline))?.text(), request.url).toBe(`fresh ${new URL(request.url).pathname}`);
  online.mockClear();
  await answerFor(new Request(`${origin}/tai-nguyen/report-a1B2c3D4.js`), origin, store, online);
  expect(online, 'a file whose name changes with its content is not asked for twice').not.toHaveBeenCalled();
  for (const request of [page('/thu-tuc'), new Request(`${origin}/api/feedback/HG-1`), new Request(`${origin}/api/feedback/categories`, { method: 'POST' }), new Request('https://other.test/phan-anh/')]) expect(answerFor(request, origin, store, online), request.url).toBeUndefined();
  await expect(answerFor(page('/phan-anh/ban-do/'), origin, store, offline)).rejects.toThrow('no network');
});
