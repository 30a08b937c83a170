import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { DossierView, QueueRow, TrackingView } from '../../shared/contracts/dossier.ts';
import type { TileView } from '../../shared/contracts/tile.ts';
import type { Session } from '../../infra/local/seed/sign-in.ts';
import { act, checkedUpload, eventually, fileBirth, firstWard, openLink, person } from '../support/people.ts';

type History = { genesis: string; head: string; entries: { hash: string; previousHash: string }[]; holds: boolean; brokenAt?: number };
/** sent mail by account */
type Messages = { messages: Record<string, { To: string[]; Subject: string; BodyText: string }[]> };

let citizen: Session, clerk: Session, officer: Session, stranger: Session;
beforeAll(async () => {
  [citizen, clerk, officer, stranger] = await Promise.all(['congdan01', 'motcua.vithanh1', 'chuyenvien.vithanh1', 'congdan02'].map(person)) as [Session, Session, Session, Session];
});

const anyone = async <T>(path: string): Promise<T> => await (await fetch(new URL(path, inject('site')))).json() as T;
const queue = async (who: Session, name: string): Promise<{ items: QueueRow[]; counts: Record<string, number> }> =>
  await (await who.send('GET', `/api/desk/agencies/${firstWard}/queues/${name}?limit=100`)).json() as { items: QueueRow[]; counts: Record<string, number> };

describe('a dossier on its straight path', () => {
  let dossier: DossierView;

  test('is filed, and the citizen has a tracking code at once', async () => {
    dossier = await fileBirth(citizen);
    expect(dossier.trackingCode).toMatch(/^HG(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    expect(dossier.state.business).toBe(1);
    const mine = await (await citizen.send('GET', '/api/dossiers')).json() as { items: { dossierId: string }[] };
    expect(mine.items.map((d) => d.dossierId)).toContain(dossier.dossierId);
  });

  test('stands in the queue of the agency at once, counts and rows together', async () => {
    const before = await queue(clerk, 'to-accept');
    expect(before.items.map((r) => r.dossierId)).toContain(dossier.dossierId);
    expect(before.counts['to-accept']).toBe(before.items.length);
  });

  test('is accepted: a number of the agency and the day, a due date, a receipt as PDF', async () => {
    const { status, body } = await act(clerk, dossier.dossierId, 'accept');
    expect(status).toBe(200);
    const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', year: '2-digit', month: '2-digit', day: '2-digit' }).format(new Date()).split('/').toReversed().join('');
    expect(body.number).toMatch(new RegExp(`^000\\.01\\.19\\.H30-${day}-\\d{4}$`));
    expect(Date.parse(body.dueAt ?? '')).toBeGreaterThan(Date.now());
    expect(body.state.business).toBe(2);
    const withReceipt = await eventually(async () => await (await citizen.send('GET', `/api/dossiers/${dossier.dossierId}`)).json() as DossierView, (d) => d.documents.length > 0);
    const [receipt] = withReceipt.documents;
    expect(receipt).toMatchObject({ kind: 'receipt', contentType: 'application/pdf' });
    const { url } = await (await citizen.send('GET', `/api/dossiers/${dossier.dossierId}/files/${receipt?.documentId}`)).json() as { url: string };
    expect((await openLink(url)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('is taken, finished with a result file, handed over; another officer’s stale click changes nothing', async () => {
    expect((await act(officer, dossier.dossierId, 'take')).body.state.business).toBe(4);
    const stale = await officer.send('POST', `/api/desk/dossiers/${dossier.dossierId}/take`, { revision: 1 }, { 'idempotency-key': 'a-stale-click-01' });
    expect(stale.status).toBe(409);
    const finished = await act(officer, dossier.dossierId, 'finish', { resultUploadId: await checkedUpload(officer) });
    expect(finished.status).toBe(200);
    expect(finished.body.state.business).toBe(9);
    expect(['early', 'on-time']).toContain(finished.body.punctuality?.verdict);
    const handed = await act(clerk, dossier.dossierId, 'hand-over');
    expect(handed.body.state).toMatchObject({ business: 10, delivery: 'handed-over' });
    expect((await queue(clerk, 'to-hand-over')).items.map((r) => r.dossierId)).not.toContain(dossier.dossierId);
  });

  test('is tracked by anyone with the code, without personal data', async () => {
    const tracking = await anyone<TrackingView>(`/api/track/${dossier.trackingCode.toLowerCase()}`);
    expect(tracking.steps.map((s) => s.status)).toEqual([1, 2, 4, 9, 10]);
    expect(JSON.stringify(tracking)).not.toMatch(/Trẻ Em|Công Dân|0912345678|093090000001|congdan01/i);
  });

  test('has a history that anyone can check', async () => {
    const history = await anyone<History>(`/api/track/${dossier.trackingCode}/history`);
    expect(history.holds).toBe(true);
    expect(history.entries).toHaveLength(5);
    expect(history.entries.at(-1)?.hash).toBe(history.head);
    expect(history.genesis).toBe(createHash('sha256').update(dossier.dossierId).digest('hex'));
    expect(JSON.stringify(history)).not.toMatch(/vithanh1|Công Dân/i);
  });

  test('is nobody else’s: another citizen gets not-found', async () => {
    const answer = await stranger.send('GET', `/api/dossiers/${dossier.dossierId}`);
    expect([answer.status, (await answer.json() as { code: string }).code]).toEqual([404, 'not-found']);
  });

  test('is confirmed by mail', async () => {
    const sent = async () => Object.values((await (await fetch(new URL('/_ministack/ses/messages', inject('endpoint')))).json() as Messages).messages).flat();
    const mine = (await eventually(sent, (all) => all.filter((m) => m.Subject.includes(dossier.trackingCode)).length >= 3)).filter((m) => m.Subject.includes(dossier.trackingCode));
    // filed, accepted, finished: one mail each, to the address of the answers, without a link into the API
    expect(mine).toHaveLength(3);
    for (const mail of mine) {
      expect(mail.To).toEqual(['congdan01@example.vn']);
      expect(mail.BodyText).toContain(`/tra-cuu/?ma=${dossier.trackingCode}`);
      expect(mail.BodyText).not.toContain('/api/');
    }
  });

  test('is counted on the operations wall within a minute', async () => {
    const tile = await eventually(() => anyone<TileView>('/du-lieu/o-so-lieu/ho-so-hom-nay.json').catch(() => ({ rows: [] as TileView['rows'] }) as TileView),
      ({ rows }) => rows.some((r) => Object.values(r).includes(firstWard) || JSON.stringify(r).includes('phường I, TP Vị Thanh')), 90_000);
    expect(tile.rows.length).toBeGreaterThan(0);
    expect(tile).toMatchObject({ id: 'ho-so-hom-nay', asOf: expect.any(String) as string, unit: expect.anything() as unknown, source: expect.anything() as unknown });
  });
});

describe('a dossier that is refused', () => {
  test('needs a reason, shows it to the applicant only, and comes with Mẫu 03', async () => {
    const dossier = await fileBirth(citizen);
    const empty = await act(clerk, dossier.dossierId, 'refuse', { reason: '   ' });
    expect(empty.status).toBeGreaterThanOrEqual(400);
    expect(empty.status).toBeLessThan(500);
    const refused = await act(clerk, dossier.dossierId, 'refuse', { reason: 'Giấy chứng sinh không đọc được' });
    expect(refused.body.state.business).toBe(3);
    const own = await eventually(async () => await (await citizen.send('GET', `/api/dossiers/${dossier.dossierId}`)).json() as DossierView, (d) => d.documents.length > 0);
    expect(own.reason).toBe('Giấy chứng sinh không đọc được');
    expect(own.documents[0]?.kind).toBe('refusal');
    expect(JSON.stringify(await anyone(`/api/track/${dossier.trackingCode}`))).not.toContain('không đọc được');
    const again = await act(clerk, dossier.dossierId, 'accept');
    expect(again.status).toBe(409);
  });
});
