import { beforeEach, expect, test } from 'vitest';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import { inMemory, type Keep } from '../../web/client/keep.ts';
import { deedsOf, sendDeeds, type Deed, type FieldCarrier } from '../../web/desk/feedback/field/outbox.ts';

const problem = (code: string, status: number): { ok: false; problem: ProblemBody } => ({ ok: false, problem: { type: '', code, title: code, titleEn: code, status, correlationId: '' } });
const offline = problem('offline', 0);
const shot = { key: 'anh-1', name: 'anh.jpg', type: 'image/jpeg', blob: new Blob(['x']) };
const deed = (id: string, changes: Partial<Deed> = {}): Deed => ({ id, at: '2026-11-23T01:00:00.000Z', feedbackId: 'fbk_1', trackingCode: 'HG-1', act: 'answer', text: 'Đã dọn sạch.', shots: [shot], ...changes });

let kept: Keep;
let log: string[];
let next: Record<'upload' | 'carryOut' | 'open', (({ ok: false; problem: ProblemBody }) | undefined)[]>;
let revision: number;
let allowed: string[];
let keys: number;
const carrier = (): FieldCarrier => ({
  open: (id) => { log.push(`open ${id}`); return Promise.resolve(next.open.shift() ?? { ok: true, body: { revision, allowed: allowed as never } }); },
  upload: ({ key }) => { log.push(`upload ${key}`); return Promise.resolve(next.upload.shift() ?? { ok: true, body: { uploadId: `upl_${key}` } }); },
  carryOut: (id, sent) => { log.push(`${sent.decision.act} ${id} over ${sent.revision} by ${sent.key}${'media' in sent.decision ? ` with ${sent.decision.media.join()}` : ''}`); return Promise.resolve(next.carryOut.shift() ?? { ok: true, body: {} }); },
  newKey: () => `khoa-${(keys += 1)}`, conflict: problem('feedback-state-conflict', 409).problem,
});
const me = 'Cán bộ hiện trường 01';
const waiting = () => kept.all<Deed>(deedsOf(me));
const post = (...deeds: Deed[]) => kept.change(Object.fromEntries(deeds.map((each) => [deedsOf(me) + each.id, each])));

beforeEach(() => { kept = inMemory(); log = []; next = { upload: [], carryOut: [], open: [] }; revision = 3; allowed = ['take', 'answer', 'report-progress']; keys = 0; });

test('a deed waits for the network with its photos, goes up once and is done once: a lost answer is asked for with the very same request', async () => {
  await post(deed('1'));
  next.upload.push(offline);
  await sendDeeds(kept, carrier(), me);
  expect(log).toEqual(['upload anh-1']);
  next.carryOut.push(offline);
  await sendDeeds(kept, carrier(), me);
  revision = 9;
  await sendDeeds(kept, carrier(), me);
  expect(log.slice(1)).toEqual(['upload anh-1', 'open fbk_1', 'answer fbk_1 over 3 by khoa-1 with upl_anh-1', 'answer fbk_1 over 3 by khoa-1 with upl_anh-1']);
  expect(await waiting()).toEqual([]);
});

test('what somebody else did meanwhile is no obstacle while the deed may still be done, and is told when it may not', async () => {
  await post(deed('1'));
  next.carryOut.push(problem('feedback-changed-meanwhile', 409));
  await sendDeeds(kept, carrier(), me);
  expect(await waiting()).toEqual([]);
  expect(log.at(-1)).toBe('answer fbk_1 over 3 by khoa-2 with upl_anh-1');
  await post(deed('2'));
  allowed = [];
  await sendDeeds(kept, carrier(), me);
  expect(await waiting()).toMatchObject([{ text: 'Đã dọn sạch.', problem: { code: 'feedback-state-conflict' }, shots: [{ uploadId: 'upl_anh-1' }] }]);
});

test('deeds on one report keep their order; one that is stuck holds those behind it, not other reports', async () => {
  await post(deed('1', { act: 'take', shots: [], text: '' }), deed('2', { shots: [] }), deed('3', { feedbackId: 'fbk_2', act: 'take', shots: [] }));
  next.open.push(problem('not-found', 404));
  await sendDeeds(kept, carrier(), me);
  expect(log).toEqual(['open fbk_1', 'open fbk_2', 'take fbk_2 over 3 by khoa-1']);
  expect((await waiting()).map(({ id, problem: said }) => [id, said?.code])).toEqual([['1', 'not-found'], ['2', undefined]]);
});

test('on a shared phone nobody sends in another’s name: the deed waits for whoever did it', async () => {
  await post(deed('1'));
  await sendDeeds(kept, carrier(), 'Cán bộ hiện trường 02');
  expect([log, (await waiting()).length]).toEqual([[], 1]);
  await sendDeeds(kept, carrier(), me);
  expect([log.at(-1), await waiting()]).toEqual(['answer fbk_1 over 3 by khoa-1 with upl_anh-1', []]);
});
