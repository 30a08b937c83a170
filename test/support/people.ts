import { createHash, randomUUID } from 'node:crypto';
import { get } from 'node:http';
import { inject } from 'vitest';
import type { DeskDossierView, DossierView } from '../../shared/contracts/dossier.ts';
import { localPassword, seedAccounts } from '../../infra/local/seed/accounts.ts';
import { type Session, signIn } from '../../infra/local/seed/sign-in.ts';
import { BIRTH, birthDraft, commonAnswers, firstWard, smallPdf } from './birth-registration.ts';

export { BIRTH, birthAnswers, birthDraft, firstWard, smallPdf } from './birth-registration.ts';

export const key = (): Record<string, string> => ({ 'idempotency-key': randomUUID() });

/** A signed-in person of the seed, on the province under test. */
export const person = (username: string): Promise<Session> => {
  const account = seedAccounts.find((a) => a.username === username);
  if (!account) throw new Error(`no account ${username}`);
  return signIn({ siteUrl: inject('site'), realm: account.realm, username, password: localPassword });
};

export type Announced = { readonly uploadId: string; readonly post: { readonly url: string; readonly fields: Readonly<Record<string, string>> } };

/** Announces a file; `said` is what the caller claims about it. */
export const announce = async (who: Session, bytes: Buffer, said: { fileName?: string; contentType?: string; size?: number; checksum?: string } = {}): Promise<Response> =>
  who.send('POST', '/api/uploads', {
    fileName: 'giay-to.pdf', contentType: 'application/pdf', size: bytes.length, checksum: createHash('sha256').update(bytes).digest('base64'), ...said,
  }, key());

/** Sends bytes to the announced place, as a browser does: to the bucket's own host. Answers the status. */
export const sendFile = async ({ post }: Announced, bytes: Buffer): Promise<number> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(post.fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]));
  const url = new URL(post.url);
  // browsers resolve *.localhost by themselves, Node does not everywhere: by number, with the bucket in the path
  const bucket = /^(.+)\.s3\.localhost$/.exec(url.hostname)?.[1];
  const target = bucket === undefined ? url : new URL(`/${bucket}`, inject('endpoint'));
  return (await fetch(target, { method: 'POST', body: form })).status;
};

/** Opens a short-lived link to a stored file. The bucket's host name is kept (it is signed); the address is found by number. */
export const openLink = (link: string): Promise<Buffer> => new Promise((resolve, reject) => {
  const { host, pathname, search } = new URL(link);
  const { hostname, port } = new URL(inject('endpoint'));
  get({ hostname, port, path: `${pathname}${search}`, headers: { host } }, (answer) => {
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts))).on('error', reject);
  }).on('error', reject);
});

/** Polls until `wanted` or the time is up; the last answer either way. */
export const eventually = async <T>(ask: () => Promise<T>, wanted: (t: T) => boolean, milliseconds = 15_000): Promise<T> => {
  const until = performance.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (wanted(answer) || performance.now() > until) return answer;
    await new Promise((r) => setTimeout(r, 100));
  }
};

export const uploadState = (who: Session, uploadId: string): Promise<{ state: string; problem?: string }> =>
  eventually(async () => await (await who.send('GET', `/api/uploads/${uploadId}`)).json() as { state: string; problem?: string }, ({ state }) => state !== 'waiting');

/** An upload that has passed its check. */
export const checkedUpload = async (who: Session, bytes = smallPdf(), said: Parameters<typeof announce>[2] = {}): Promise<string> => {
  const announced = await (await announce(who, bytes, said)).json() as Announced;
  const status = await sendFile(announced, bytes);
  const { state, problem } = await uploadState(who, announced.uploadId);
  if (state !== 'checked') throw new Error(`upload is ${state} (${problem ?? ''}), the store answered ${status}`);
  return announced.uploadId;
};

/** Files a dossier with the draft as it is. */
export const file = async (who: Session, procedure: string, draft: Record<string, unknown>): Promise<DossierView> => {
  const answer = await who.send('POST', `/api/procedures/${procedure}/dossiers`, draft, key());
  if (answer.status !== 201) throw new Error(`filing answered ${answer.status}: ${await answer.text()}`);
  return await answer.json() as DossierView;
};
export const fileBirth = async (who: Session): Promise<DossierView> => file(who, BIRTH, birthDraft(await checkedUpload(who)));

/** A procedure of a ward with the common form of nine questions, filed online with one paper: its term is of several days. */
export const fileCommon = async (who: Session, procedure: string, { caseId = 'khong-xac-minh', papers = ['giay-to-nhan-than'], uploadId }: { readonly caseId?: string; readonly papers?: readonly string[]; readonly uploadId?: string } = {}): Promise<DossierView> => file(who, procedure, {
  case: caseId, channel: 'online', agency: firstWard, answers: commonAnswers,
  attachments: await Promise.all(papers.map(async (paperId) => ({ paperId, uploadId: uploadId ?? await checkedUpload(who) }))),
});

/** An act of the desk on the revision the officer sees. */
export const act = async (who: Session, dossierId: string, name: string, more: Record<string, unknown> = {}): Promise<{ status: number; body: DeskDossierView }> => {
  const { revision } = await (await who.send('GET', `/api/desk/dossiers/${dossierId}`)).json() as DeskDossierView;
  const answer = await who.send('POST', `/api/desk/dossiers/${dossierId}/${name}`, { revision, ...more }, key());
  return { status: answer.status, body: await answer.json() as DeskDossierView };
};

/** A dossier of the first citizen that the clerk has accepted. */
export const acceptedBirth = async (): Promise<DossierView> => {
  const dossier = await fileBirth(await person('congdan01'));
  await act(await person('motcua.vithanh1'), dossier.dossierId, 'accept');
  return dossier;
};
