import { createHash, randomUUID } from 'node:crypto';
import { AdminCreateUserCommand, AdminSetUserPasswordCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { clientOptions } from '../../infra/local/local-aws.ts';
import { outputOf } from '../../infra/local/outputs.ts';
import type { Province } from '../../infra/local/province.ts';
import { localPassword } from '../../infra/local/seed/accounts.ts';
import { signIn, type Session } from '../../infra/local/seed/sign-in.ts';
import { atOnce } from '../../infra/local/seed/until.ts';
import { BIRTH, birthDraft, smallPdf } from '../support/birth-registration.ts';

/** Citizens made for the bench, each figure's own by their name, signed in as everybody is. */
export const signedInCitizens = async ({ endpoint, outputs, siteUrl }: Province, count: number, called = 'bench'): Promise<Session[]> => {
  const cognito = new CognitoIdentityProviderClient(clientOptions(endpoint));
  const UserPoolId = outputOf(outputs, 'NationalPoolId');
  const sessions: Session[] = [];
  await atOnce(4, Array.from({ length: count }, (_, i) => `${called}${String(i + 1).padStart(2, '0')}`), async (username) => {
    await cognito.send(new AdminCreateUserCommand({ UserPoolId, Username: username, MessageAction: 'SUPPRESS', UserAttributes: [{ Name: 'name', Value: `Công dân ${username}` }] }));
    await cognito.send(new AdminSetUserPasswordCommand({ UserPoolId, Username: username, Password: localPassword, Permanent: true }));
    sessions.push(await signIn({ siteUrl, realm: 'national', username, password: localPassword }));
  });
  return sessions;
};

export const key = (): Record<string, string> => ({ 'idempotency-key': randomUUID() });
const checkedWithin = 60_000;
type Place = { readonly uploadId: string; readonly post: { readonly url: string; readonly fields: Readonly<Record<string, string>> } };

/** A paper announced, sent and checked: ready to be filed. */
export const paper = async ({ endpoint }: Pick<Province, 'endpoint'>, citizen: Session, { bytes = smallPdf(), askEvery = 100 }: { bytes?: Buffer; /** milliseconds */ askEvery?: number } = {}): Promise<string> => {
  const said = { fileName: 'giay-chung-sinh.pdf', contentType: 'application/pdf', size: bytes.length, checksum: createHash('sha256').update(bytes).digest('base64') };
  const { uploadId, post } = await (await citizen.send('POST', '/api/uploads', said, key())).json() as Place;
  const form = new FormData();
  for (const [name, value] of Object.entries(post.fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]));
  await (await fetch(new URL(`/${new URL(post.url).hostname.split('.')[0]}`, endpoint), { method: 'POST', body: form })).arrayBuffer();
  for (const until = performance.now() + checkedWithin; performance.now() < until;) {
    const { state } = await (await citizen.send('GET', `/api/uploads/${uploadId}`)).json() as { state: string };
    if (state === 'checked') return uploadId;
    await new Promise((resolve) => setTimeout(resolve, askEvery));
  }
  throw new Error(`the check of ${uploadId} did not come`);
};

/** Filings ready to be sent, so many for each citizen: their papers are checked before anything is timed. */
export const preparedFilings = async (province: Province, citizens: readonly Session[], each: number): Promise<Map<Session, (() => Promise<Response>)[]>> => {
  const prepared = new Map<Session, (() => Promise<Response>)[]>(citizens.map((citizen) => [citizen, []]));
  await atOnce(4, citizens.flatMap((citizen) => Array.from({ length: each }, () => citizen)), async (citizen) => {
    const draft = birthDraft(await paper(province, citizen));
    const headers = key();
    prepared.get(citizen)?.push(() => citizen.send('POST', `/api/procedures/${BIRTH}/dossiers`, draft, headers));
  });
  return prepared;
};
