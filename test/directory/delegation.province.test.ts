import { expect, test } from 'vitest';
import type { DeskDossierView } from '../../shared/contracts/dossier.ts';
import type { DelegationView } from '../../shared/contracts/directory.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { expectRefusal } from '../bad-input/refusal.ts';
import { act, eventually, fileBirth, firstWard, key, person } from '../support/people.ts';

test('a post is exercised by another under both names, and taken back at once', async () => {
  const [citizen, clerk, leader] = [await person('congdan01'), await person('motcua.vithanh1'), await person('lanhdao.vithanh1')];
  const dossier = await fileBirth(citizen);
  const today = localDate(new Date());
  const created = await leader.send('POST', '/api/directory/delegations', { delegate: 'truc.ioc', agency: firstWard, role: 'leader', from: today, to: today, reason: 'Đi công tác' }, key());
  expect(created.status).toBe(201);
  const delegation = await created.json() as DelegationView;
  await act(clerk, dossier.dossierId, 'accept');
  const delegate = await person('truc.ioc');
  const stop = (revision: number) => delegate.send('POST', `/api/desk/dossiers/${dossier.dossierId}/stop`, { revision, reason: 'Chờ ý kiến' }, key());
  const stopped = await (await stop(1)).json() as DeskDossierView;
  expect(stopped.history.at(-1)).toMatchObject({ act: 'stop', name: 'Trực trung tâm điều hành, UBND tỉnh', onBehalfOf: delegation.holder.name });
  expect((await (await leader.send('POST', `/api/directory/delegations/${delegation.delegationId}/revoke`)).json() as DelegationView).revokedAt).toBeDefined();
  // the session opened before ends with the event; a new one says why it is refused
  await eventually(async () => (await delegate.send('POST', `/api/desk/dossiers/${dossier.dossierId}/resume`, { revision: 2 }, key())).status, (status) => status === 401);
  await expectRefusal(await (await person('truc.ioc')).send('POST', `/api/desk/dossiers/${dossier.dossierId}/resume`, { revision: 2 }, key()), { code: 'delegation-expired' });
});
