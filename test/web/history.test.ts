import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { TrackingView } from '../../shared/contracts/dossier.ts';
import { genesisHash } from '../../shared/kernel/history-chain.ts';
import { publicEntry, sealHappening, verifyHistory as verifyInProvince } from '../../functions/procedure-submission/history.ts';
import { DossierProgress } from '../../web/portal/islands/dossier-progress.tsx';
import { nowSentence, timelineOf } from '../../web/portal/dossier-steps.ts';
import { verifyHistory } from '../../web/portal/verify-history.ts';

const dossierId = 'dos_01K9M3Z5T8Q2W4E6R8Y0P1S3D5';
const steps = [[1, null, 'submit'], [2, 1, 'accept'], [4, 2, 'take'], [9, 4, 'finish']] as const;

const sealedChain = async () => {
  const records = [];
  let previous = await genesisHash(dossierId);
  for (const [seq, [to, from, act]] of steps.entries()) {
    const record = await sealHappening(previous, { seq, at: `2026-11-19T0${seq}:00:00.000Z`, act, from, to, by: { kind: seq === 0 ? 'citizen' : 'officer' }, private: { person: 'per_1', name: 'x', salt: 's' } });
    records.push(record);
    previous = record.hash;
  }
  return { genesis: await genesisHash(dossierId), head: previous, records };
};
const served = async () => {
  const { genesis, head, records } = await sealedChain();
  return { genesis, head, holds: true, entries: records.map(publicEntry) };
};

describe('what the page computes from the lines as served', () => {
  test('a chain sealed by the province holds', async () => { expect(await verifyHistory(await served())).toEqual({ kind: 'holds' }); });

  test.each([0, 1, 2, 3])('line %i altered is named', async (at) => {
    const history = await served();
    const entries = history.entries.map((entry, i) => (i === at ? { ...entry, at: '2026-01-01T00:00:00.000Z' } : entry));
    expect(await verifyHistory({ ...history, entries, holds: false, brokenAt: at })).toEqual({ kind: 'altered', at });
  });

  test('the end cut off shows against the head, a line taken out shows where it stood', async () => {
    const history = await served();
    expect(await verifyHistory({ ...history, entries: history.entries.slice(0, 3) })).toEqual({ kind: 'cut' });
    expect(await verifyHistory({ ...history, entries: history.entries.toSpliced(1, 1) })).toEqual({ kind: 'altered', at: 1 });
  });

  test('what only the province can see altered is believed of it', async () => {
    const { records, head } = await sealedChain();
    const forged = records.map((record, i) => (i === 2 ? { ...record, private: { ...record.private, name: 'y' } } : record));
    expect(await verifyInProvince(dossierId, forged, head)).toEqual({ holds: false, brokenAt: 2 });
    expect(await verifyHistory({ ...await served(), holds: false, brokenAt: 2 })).toEqual({ kind: 'altered-in-private', at: 2 });
  });

  test('a server that lies about a broken chain is not believed', async () => {
    const history = await served();
    const entries = history.entries.map((entry, i) => (i === 1 ? { ...entry, to: 3 as const } : entry));
    expect(await verifyHistory({ ...history, entries })).toEqual({ kind: 'altered', at: 1 });
  });
});

describe('where a dossier stands, in words', () => {
  const dossier = (change: Partial<TrackingView> = {}): TrackingView => ({
    trackingCode: 'HG-4K7M-9QRT-2XYZ', procedure: { code: '1.001193', name: { vi: 'Đăng ký khai sinh', en: 'Birth registration' }, version: 1 }, caseName: { vi: 'Đúng hạn', en: 'In time' }, channel: 'online',
    agency: { code: 'H30.19.01', name: 'UBND phường I, TP Vị Thanh' }, state: { business: 4, finance: 'not-due', delivery: 'none', sync: 'local' },
    submittedAt: '2026-11-19T02:12:00.000Z', receivedAt: '2026-11-19T03:00:00.000Z', dueAt: '2026-11-25T10:00:00.000Z', steps: [{ at: '2026-11-19T02:12:00.000Z', status: 1 }, { at: '2026-11-19T08:30:00.000Z', status: 4 }], ...change,
  });

  test('says who acts and by when', () => {
    expect(nowSentence(dossier(), 'vi')).toBe('UBND phường I, TP Vị Thanh trả kết quả trước 17 giờ, thứ Tư 25/11/2026.');
    expect(nowSentence(dossier({ punctuality: { verdict: 'overdue', workingDays: 2 } }), 'vi')).toContain('đã quá hẹn');
    expect(nowSentence(dossier({ state: { ...dossier().state, business: 1 } }), 'vi')).toContain('Ngày hẹn có khi hồ sơ được tiếp nhận');
  });

  test('a sentence for every status of the country', () => {
    for (const business of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const) expect(nowSentence(dossier({ state: { ...dossier().state, business } }), 'en')).not.toBe('');
  });

  test('what the applicant is waited for, and that the clock stands meanwhile', () => {
    const at = (business: 5 | 6, language: 'vi' | 'en') => nowSentence(dossier({ state: { ...dossier().state, business } }), language);
    expect(at(5, 'vi')).toBe('UBND phường I, TP Vị Thanh chờ người nộp bổ sung giấy tờ. Hồ sơ đang tạm dừng; thời gian này không tính vào thời hạn.');
    expect(at(6, 'vi')).toBe('UBND phường I, TP Vị Thanh chờ người nộp thanh toán phí, lệ phí. Hồ sơ đang tạm dừng; thời gian này không tính vào thời hạn.');
    expect([at(5, 'en'), at(6, 'en')]).toEqual([expect.stringContaining('to send more papers'), expect.stringContaining('to pay the fee')]);
  });

  test('the successor is named with its day and decision, and nothing is said of one there is not', () => {
    const drawn = (more: Partial<TrackingView>): string => renderToString(h(DossierProgress, { dossier: dossier(more) }));
    expect(drawn({ successorAgency: { code: 'H30.40', name: 'UBND phường Vị Thanh', from: '2025-07-01', decision: 'Nghị quyết 1668/NQ-UBTVQH15' } }))
      .toContain('<dt>Cơ quan kế thừa</dt><dd>UBND phường Vị Thanh, từ 01/07/2025 theo Nghị quyết 1668/NQ-UBTVQH15</dd>');
    expect(drawn({})).not.toContain('kế thừa');
    expect(drawn({})).toContain('<dt>Mã tra cứu</dt>');
  });

  test('the steps taken, the one under way, those to come', () => {
    expect(timelineOf(dossier(), 'vi').map(({ state }) => state)).toEqual(['done', 'now', 'next', 'next']);
    const way = [{ name: { vi: 'Tiếp nhận', en: 'Reception' }, state: 'done' as const }, { name: { vi: 'Thẩm định', en: 'Examination' }, state: 'now' as const }];
    expect(timelineOf(dossier({ way }), 'vi').map(({ by }) => by)).toEqual([undefined, 'Thẩm định', undefined, undefined]);
    expect(timelineOf(dossier({ state: { ...dossier().state, business: 10 } }), 'vi').every(({ state }) => state === 'done')).toBe(true);
    expect(timelineOf(dossier({ state: { ...dossier().state, business: 3 } }), 'vi').every(({ state }) => state === 'done')).toBe(true);
  });
});
