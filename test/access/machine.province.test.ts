import { CognitoIdentityProviderClient, DescribeUserPoolClientCommand } from '@aws-sdk/client-cognito-identity-provider';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { clientOptions } from '../../infra/local/local-aws.ts';
import type { Session } from '../../infra/local/seed/sign-in.ts';
import { routesByWorkflow } from '../../shared/contracts/all-routes.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { expectRefusal, problemOf } from '../bad-input/refusal.ts';
import { act, birthDraft, checkedUpload, fileBirth, firstWard, key, person } from '../support/people.ts';

const scopes = ['dossiers/read', 'dossiers/write', `agency/${firstWard}`];

/** What the province's pool gives the system of the first ward for its client id and secret, as any such system asks. */
const tokenFor = async (wanted: readonly string[]): Promise<string> => {
  const { ProvincePoolId: UserPoolId, Machinemauvithanh1: ClientId } = inject('outputs');
  const { UserPoolClient } = await new CognitoIdentityProviderClient(clientOptions(inject('endpoint'))).send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
  const authorization = `Basic ${Buffer.from(`${ClientId}:${UserPoolClient?.ClientSecret ?? ''}`).toString('base64')}`;
  const answer = await fetch(`${inject('endpoint')}/oauth2/token`, { method: 'POST', headers: { authorization }, body: new URLSearchParams({ grant_type: 'client_credentials', scope: wanted.join(' ') }) });
  expect(answer.status).toBe(200);
  return (await answer.json() as { access_token: string }).access_token;
};

let token: string;
let citizen: Session;
beforeAll(async () => { [token, citizen] = await Promise.all([tokenFor(scopes), person('congdan02')]); });

const send = (method: string, path: string, body?: unknown, bearer = token): Promise<Response> => fetch(new URL(`/api/machine${path}`, inject('site')), {
  method, headers: { authorization: `Bearer ${bearer}`, ...(body === undefined ? {} : { 'content-type': 'application/json', ...key() }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
});

describe('the system of an agency, on the deployed province', () => {
  test('takes a dossier over from the list of changes, confirms it and says how it goes', async () => {
    const { dossierId } = await fileBirth(citizen);
    await act(await person('motcua.vithanh1'), dossierId, 'accept');
    const fetched = await (await send('GET', `/dossiers/${dossierId}`)).json() as { revision: number; status: number; allowed: string[] };
    expect(fetched).toMatchObject({ status: 2, allowed: ['confirm'] });
    const confirmed = await send('POST', `/dossiers/${dossierId}/confirm`, { revision: fetched.revision });
    expect(await confirmed.json()).toMatchObject({ status: 4 });
    const progress = await send('POST', `/dossiers/${dossierId}/progress`, { revision: fetched.revision + 1, note: 'Đang thẩm tra' });
    expect(progress.status).toBe(200);
  });

  const unknown = 'dos_01K9M3Z5T8Q2W4E6R8Y0P1S3D5';
  const elsewhere: Readonly<Record<string, (id: string, agency: string) => Promise<Response>>> = {
    listAgencyChanges: (_, agency) => send('GET', `/agencies/${agency}/changes`),
    fetchDossier: (id) => send('GET', `/dossiers/${id}`),
    fetchDossierFile: (id) => send('GET', `/dossiers/${id}/files/doc_1`),
    confirmDossier: (id) => send('POST', `/dossiers/${id}/confirm`, { revision: 0 }),
    reportProgress: (id) => send('POST', `/dossiers/${id}/progress`, { revision: 0, note: 'Thử' }),
    reportResult: (id) => send('POST', `/dossiers/${id}/result`, { revision: 0, resultUploadId: 'upl_01K9M3Z5T8Q2W4E6R8Y0P1S3D5' }),
  };

  test('learns nothing of another agency, on any of its routes', async () => {
    const routes: readonly Route[] = Object.values(routesByWorkflow).flat();
    const guarded = routes.filter(({ access }) => access.every(({ kind }) => kind === 'machine')).map(({ name }) => name);
    expect(Object.keys(elsewhere).toSorted()).toEqual(guarded.toSorted());
    const filed = await citizen.send('POST', '/api/procedures/1.001193/dossiers', birthDraft(await checkedUpload(citizen), { agency: 'H30.19.02' }), key());
    const { dossierId } = await filed.json() as { dossierId: string };
    for (const ask of Object.values(elsewhere)) {
      const { correlationId: _theirs, ...found } = await expectRefusal(await ask(dossierId, 'H30.19.02'), { code: 'not-found' });
      const { correlationId: _absent, ...missing } = await expectRefusal(await ask(unknown, 'H30.99.99'), { code: 'not-found' });
      expect(found).toEqual(missing);
    }
  });

  test('needs the scope of what it does, and the agency it speaks for', async () => {
    const reader = await tokenFor(['dossiers/read', `agency/${firstWard}`]);
    expect((await problemOf(await send('POST', `/dossiers/${unknown}/confirm`, { revision: 0 }, reader))).code).toBe('not-allowed');
    await expectRefusal(await send('GET', `/agencies/${firstWard}/changes`, undefined, await tokenFor(['dossiers/read'])), { code: 'signed-out' });
    expect((await send('GET', `/agencies/${firstWard}/changes`)).status).toBe(200);
  });
});
