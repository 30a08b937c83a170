import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../infra/local/seed/sign-in.ts';
import type { DeskDossierView, DossierView } from '../../shared/contracts/dossier.ts';
import { act, checkedUpload, fileBirth, key, person } from '../support/people.ts';
import { expectRefusal } from './refusal.ts';

const unknownDossier = 'dos_01K9M3Z5T8Q2W4E6R8Y0P1S3D5';
const unknownUpload = 'upl_01K9M3Z5T8Q2W4E6R8Y0P1S3D5';

let citizen: Session, clerk: Session, otherClerk: Session, officer: Session;
beforeAll(async () => {
  [citizen, clerk, otherClerk, officer] = await Promise.all(['congdan01', 'motcua.vithanh1', 'motcua.vithanh1', 'chuyenvien.vithanh1'].map(person)) as [Session, Session, Session, Session];
});

const post = (who: Session, dossierId: string, name: string, body: unknown, headers = key()): Promise<Response> =>
  who.send('POST', `/api/desk/dossiers/${dossierId}/${name}`, body, headers);
const opened = async (dossierId: string): Promise<DeskDossierView> => await (await clerk.send('GET', `/api/desk/dossiers/${dossierId}`)).json() as DeskDossierView;

describe('two clerks at once', () => {
  test('accept one dossier: one of them does, the other learns it and what is possible now', async () => {
    const { dossierId } = await fileBirth(citizen);
    const { revision } = await opened(dossierId);
    const answers = await Promise.all([clerk, otherClerk].map((who) => post(who, dossierId, 'accept', { revision })));
    const [won, lost] = answers.toSorted((a, b) => a.status - b.status) as [Response, Response];
    expect(won.status).toBe(200);
    const problem = await expectRefusal(lost, { code: 'changed-meanwhile' });
    // what else a clerk may do with what has been accepted
    expect(problem.allowed).toContain('request-supplement');
    expect(problem.allowed).not.toContain('accept');
    const { number, history } = await opened(dossierId);
    expect(number).toBe((await won.json() as DeskDossierView).number);
    expect(history.filter((entry) => entry.act === 'accept')).toHaveLength(1);
  });

  test('one accepts while the other refuses', async () => {
    const { dossierId } = await fileBirth(citizen);
    const { revision } = await opened(dossierId);
    const answers = await Promise.all([post(clerk, dossierId, 'accept', { revision }), post(otherClerk, dossierId, 'refuse', { revision, reason: 'Không đọc được' })]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect([2, 3]).toContain((await opened(dossierId)).state.business);
  });

  test('one clerk clicks twice: it is done once and answered twice', async () => {
    const { dossierId } = await fileBirth(citizen);
    const { revision } = await opened(dossierId);
    const headers = key();
    const answers = await Promise.all([post(clerk, dossierId, 'accept', { revision }, headers), post(clerk, dossierId, 'accept', { revision }, headers)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const numbers = await Promise.all(answers.map(async (answer) => (await answer.json() as DeskDossierView).number));
    expect(new Set(numbers).size).toBe(1);
    await expectRefusal(await post(clerk, dossierId, 'accept', { revision: revision + 1 }, headers), { code: 'idempotency-key-reused' });
  });
});

describe('an act is refused', () => {
  let dossier: DossierView;
  beforeAll(async () => { dossier = await fileBirth(citizen); });

  test('on a dossier that does not exist', async () => {
    await expectRefusal(await post(clerk, unknownDossier, 'accept', { revision: 0 }), { code: 'not-found' });
    await expectRefusal(await clerk.send('GET', `/api/desk/dossiers/${unknownDossier}`), { code: 'not-found' });
    await expectRefusal(await clerk.send('GET', '/api/desk/dossiers/dos_1'), { code: 'request-invalid', at: ['/params/dossierId'], fields: ['id.malformed'] });
  });

  test('with a revision that is none', async () => {
    await expectRefusal(await post(clerk, dossier.dossierId, 'accept', {}), { code: 'request-invalid', at: ['/body/revision'], fields: ['field.missing'] });
    for (const revision of ['0', -1, 0.5, 2 ** 60, null]) await expectRefusal(await post(clerk, dossier.dossierId, 'accept', { revision }), { code: 'request-invalid', at: ['/body/revision'] });
  });

  test('over a revision that is no longer the one seen', async () => {
    await expectRefusal(await post(clerk, dossier.dossierId, 'accept', { revision: dossier.revision + 7 }), { code: 'changed-meanwhile' });
    expect((await opened(dossier.dossierId)).state.business).toBe(1);
  });

  test('without a reason where one is mandatory', async () => {
    for (const reason of [undefined, '', '   ', '\n']) {
      const { revision } = await opened(dossier.dossierId);
      await expectRefusal(await post(clerk, dossier.dossierId, 'refuse', { revision, ...(reason === undefined ? {} : { reason }) }), { code: 'reason-missing', at: ['/body/reason'] });
    }
    await expectRefusal(await post(clerk, dossier.dossierId, 'refuse', { revision: dossier.revision, reason: 'x'.repeat(64 * 1024) }), { code: 'request-invalid', at: ['/body/reason'], fields: ['text.too-long'] });
    await expectRefusal(await post(clerk, dossier.dossierId, 'refuse', { revision: dossier.revision, reason: 'Không\u0000đọc được' }), { code: 'request-invalid', at: ['/body/reason'], fields: ['text.control'] });
  });

  test('in a state that does not allow it', async () => {
    await expectRefusal(await post(officer, dossier.dossierId, 'take', { revision: dossier.revision }), { code: 'state-conflict' });
    await expectRefusal(await post(clerk, dossier.dossierId, 'hand-over', { revision: dossier.revision }), { code: 'state-conflict' });
    await expectRefusal(await post(officer, dossier.dossierId, 'finish', { revision: dossier.revision, resultUploadId: unknownUpload }), { code: 'state-conflict' });
  });

  test('with a result that was never uploaded, or is another officer’s', async () => {
    const { dossierId } = await fileBirth(citizen);
    await act(clerk, dossierId, 'accept');
    await act(officer, dossierId, 'take');
    const { revision } = await opened(dossierId);
    const at = ['/body/resultUploadId'];
    await expectRefusal(await post(officer, dossierId, 'finish', { revision }), { code: 'request-invalid', at });
    await expectRefusal(await post(officer, dossierId, 'finish', { revision, resultUploadId: unknownUpload }), { code: 'upload-unknown', at });
    await expectRefusal(await post(officer, dossierId, 'finish', { revision, resultUploadId: await checkedUpload(clerk) }), { code: 'upload-unknown', at });
    expect((await opened(dossierId)).state.business).toBe(4);
  });
});

describe('a list is asked for wrongly', () => {
  const queue = (query: string, name = 'to-accept'): Promise<Response> => clerk.send('GET', `/api/desk/agencies/H30.19.01/queues/${name}${query}`);

  test('with a cursor that was made up, a limit that is none, a queue nobody knows', async () => {
    for (const cursor of ['x', Buffer.from('QUEUE#H30.19.02#to-accept').toString('base64url'), encodeURIComponent('../'), 'x'.repeat(401)]) {
      const answer = await queue(`?cursor=${cursor}`);
      expect([200, 400], `${cursor}: ${answer.status}`).toContain(answer.status);
      if (answer.status === 400) await expectRefusal(answer, { code: 'request-invalid' });
    }
    for (const limit of ['0', '501', '1e309', 'NaN', '-1', randomUUID()]) await expectRefusal(await queue(`?limit=${limit}`), { code: 'request-invalid', at: ['/query/limit'] });
    await expectRefusal(await queue('', 'deleted'), { code: 'request-invalid', at: ['/params/queue'], fields: ['field.not-listed'] });
  });
});
