import { setTimeout as wait } from 'node:timers/promises';
import { AdminCreateUserCommand, AdminSetUserPasswordCommand, CognitoIdentityProviderClient, UsernameExistsException } from '@aws-sdk/client-cognito-identity-provider';
import { expect, inject, test } from 'vitest';
import { clientOptions } from '../../infra/local/local-aws.ts';
import { localPassword } from '../../infra/local/seed/accounts.ts';
import { signIn, type Session } from '../../infra/local/seed/sign-in.ts';
import type { DeskDossierView } from '../../shared/contracts/dossier.ts';
import type { DelegationView } from '../../shared/contracts/directory.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { expectRefusal } from '../bad-input/refusal.ts';
import { act, eventually, fileBirth, firstWard, key, person } from '../support/people.ts';

const [username, name] = ['nguoithay.thu', 'Người làm thay'];

/** An account of its own: whoever acts for somebody here shall not do so in another test. */
const openAccount = async (): Promise<void> => {
  const cognito = new CognitoIdentityProviderClient(clientOptions(inject('endpoint')));
  const UserPoolId = inject('outputs')['ProvincePoolId'];
  try {
    await cognito.send(new AdminCreateUserCommand({ UserPoolId, Username: username, UserAttributes: [{ Name: 'email', Value: 'nguoithay.thu@canbo.haugiang.example' }], MessageAction: 'SUPPRESS' }));
  } catch (error) {
    if (!(error instanceof UsernameExistsException)) throw error;
  }
  await cognito.send(new AdminSetUserPasswordCommand({ UserPoolId, Username: username, Password: localPassword, Permanent: true }));
};
const delegateSession = (): Promise<Session> => signIn({ siteUrl: inject('site'), realm: 'province', username, password: localPassword });

test('a post is exercised by another under both names, and taken back at once', async () => {
  const [citizen, clerk, leader, admin] = await Promise.all(['congdan01', 'motcua.vithanh1', 'lanhdao.vithanh1', 'quantri.danhba'].map(person)) as [Session, Session, Session, Session];
  await openAccount();
  const today = localDate(new Date());
  expect((await admin.send('PUT', `/api/directory/people/${username}`, { name, posts: [{ agency: firstWard, role: 'auditor', from: '2020-10-02' }] })).status).toBe(200);
  const dossier = await fileBirth(citizen);
  await act(clerk, dossier.dossierId, 'accept');
  // what an earlier run on the same province left
  const { items } = await (await leader.send('GET', '/api/directory/delegations')).json() as { items: DelegationView[] };
  for (const { delegationId } of items.filter((one) => one.revokedAt === undefined && one.from <= today)) await leader.send('POST', `/api/directory/delegations/${delegationId}/revoke`);
  const created = await leader.send('POST', '/api/directory/delegations', { delegate: username, agency: firstWard, role: 'leader', from: today, to: today, reason: 'Đi công tác' }, key());
  expect(created.status).toBe(201);
  const delegation = await created.json() as DelegationView;
  // a token says the second it was issued in; one of the second in which rights changed does not count
  await wait(1100);
  const delegate = await delegateSession();
  const decide = (session: Session, what: string, revision: number, body: Record<string, unknown> = {}) => session.send('POST', `/api/desk/dossiers/${dossier.dossierId}/${what}`, { revision, ...body }, key());
  const stopped = await (await decide(delegate, 'stop', 1, { reason: 'Chờ ý kiến' })).json() as DeskDossierView;
  expect(stopped.history.at(-1)).toMatchObject({ act: 'stop', name, onBehalfOf: delegation.holder.name });
  expect((await (await leader.send('POST', `/api/directory/delegations/${delegation.delegationId}/revoke`)).json() as DelegationView).revokedAt).toBeDefined();
  // the session opened before ends with the event; a new one says why it is refused
  await eventually(async () => (await decide(delegate, 'resume', 2)).status, (status) => status === 401);
  await wait(1100);
  await expectRefusal(await decide(await delegateSession(), 'resume', 2), { code: 'delegation-expired' });
});
