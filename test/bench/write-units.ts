import { randomUUID } from 'node:crypto';
import { acceptDossier } from '../../functions/procedure-submission/accept-dossier.ts';
import { directoryCopy } from '../../shared/runtime/directory-copy/directory-copy.ts';
import { dossierRepository } from '../../functions/procedure-submission/dossier.repository.ts';
import { dueOf } from '../../functions/procedure-submission/due-of.ts';
import { issuedForms } from '../../functions/procedure-submission/issued-form.repository.ts';
import { issueDocument } from '../../functions/procedure-submission/issue-document.ts';
import { mailLedger } from '../../shared/runtime/mail-ledger.ts';
import { notifyApplicant } from '../../functions/procedure-submission/notify-applicant.ts';
import { numberingRepository } from '../../functions/procedure-submission/numbering.repository.ts';
import { procedureRepository } from '../../functions/procedure-submission/procedure.repository.ts';
import { submitDossier } from '../../functions/procedure-submission/submit-dossier.ts';
import { expiryOf } from '../../shared/runtime/uploads/upload.ts';
import { uploadRepository } from '../../shared/runtime/uploads/upload.repository.ts';
import { AttachmentCheckedV1 } from '../../events/procedure-submission/attachment-checked.v1.ts';
import { outputOf } from '../../infra/local/outputs.ts';
import type { Province } from '../../infra/local/province.ts';
import type { DossierDraft } from '../../shared/contracts/dossier.ts';
import { newId } from '../../shared/kernel/ids.ts';
import { callerOf, type Citizen, type Officer } from '../../shared/runtime/actor.ts';
import { openTable } from '../../shared/runtime/dynamo.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { requestKeyOf } from '../../shared/runtime/request-key.ts';
import { BIRTH, birthDraft, firstWard } from '../support/birth-registration.ts';
import type { Figure, Line } from './figure.ts';
import { recordingClient } from './recorded-writes.ts';

/** Why each kind of row is written. A kind that is not here has no reason yet, and the bench says so. */
export const reasons: Readonly<Record<string, string>> = {
  REQUEST: 'the same request again is answered, not done again', UPLOAD: 'bound to its owner, judged once, in one dossier only', OUTBOX: 'the fact for the bus, in the same transaction',
  FILED: 'what was filed; apart, so that no transition pays for it', STANDING: 'where it stands, written over the revision seen', HIST: 'the sealed line of history',
  TRACK: 'found by its code, which no other dossier may have', CITIZEN: 'the applicant’s list', QUEUE: 'enters one queue, leaves the other', COUNTS: 'how many wait, of both queues in one row', FEED: 'what the agency’s own system reads on from',
  ORDINAL: 'the number, drawn before: counting inside would make clerks wait', NUMBER: 'found by its number, which no other dossier may have', DOC: 'the receipt, opened like any document', FORM: 'what the receipt says, read on the screen as on paper',
  MONTH: 'the dossiers of a month, from which counters are rebuilt', REGISTER: 'what an agency received in a month, in its order', LOOK: 'when to look again: a warning before the date', 'ANSWER-BY': 'when an answer is due',
  MINE: 'lies on an officer’s desk', OFFICERS: 'how many lie on whose desk', ROUND: 'what was asked for, and what came', PAY: 'what is owed, and what became of it', PASSED: 'the agency that was left finds it again',
  MAIL: 'a mail is claimed and settled, so that it goes out once',
};
export const kindOf = ({ pk, sk }: { pk: string; sk: string }): string => ((pk.startsWith('DOS#') ? sk : pk).split('#', 1)[0] ?? '');

const citizen: Citizen = { kind: 'citizen', subject: `bench-${randomUUID()}`, name: 'Công dân', email: 'congdan@example.org' };
const officer: Officer = {
  kind: 'officer', subject: 'bench-officer', personId: 'per_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', username: 'motcua.bench', name: 'Cán bộ một cửa', posts: [{ agency: firstWard, role: 'one-stop-clerk', from: '2020-01-01' }],
};
const asked = (who: 'citizen' | 'officer', now: Date) => {
  const id = newId('cor', now);
  return { requestKey: requestKeyOf(who, 'bench', randomUUID(), id), cause: { actor: who, correlationId: id, causationId: id, now } };
};

const nothing = { send: async () => undefined, put: async () => undefined, render: async () => new Uint8Array() };

/**
 * The write units of one dossier with one paper, from the announcement of its file to the receipt and both mails: the use
 * cases themselves run on the deployed table, and every write is weighed by DynamoDB's rules.
 */
export const writeUnits = async ({ endpoint, outputs }: Province): Promise<Figure> => {
  const { client, written } = recordingClient(endpoint);
  const table = openTable(outputOf(outputs, 'ProcedureSubmissionTable'), client);
  const deps = { dossiers: dossierRepository(table), uploads: uploadRepository(table), procedures: procedureRepository(table), directory: directoryCopy(table), numbering: numberingRepository(table), ledger: mailLedger(table), forms: issuedForms(table) };
  const steps: { step: string; rows: Map<string, number>; units: number }[] = [];
  const during = async <T>(step: string, work: () => Promise<T>): Promise<T> => {
    const from = written.length;
    const result = await work();
    const rows = new Map<string, number>();
    for (const { key, units } of written.slice(from)) rows.set(kindOf(key), (rows.get(kindOf(key)) ?? 0) + units);
    steps.push({ step, rows, units: [...rows.values()].reduce((sum, units) => sum + units, 0) });
    return result;
  };
  const now = new Date();
  const uploadId = newId('upl', now);
  await during('its file announced and checked', async () => {
    const { requestKey, cause } = asked('citizen', now);
    await deps.uploads.open({
      uploadId, owner: callerOf(citizen), fileName: 'giay-chung-sinh.pdf', contentType: 'application/pdf', size: 1000, checksum: `${'A'.repeat(43)}=`, state: 'waiting',
      requestedAt: now.toISOString(), expiresAt: expiryOf(now),
    }, requestKey);
    await deps.uploads.judge(uploadId, { state: 'checked' }, newEvent(AttachmentCheckedV1, { uploadId, outcome: 'checked' }, cause));
  });
  const { filed: { dossierId }, standing: { revision } } = await during('filed', () =>
    submitDossier(deps)({ ...(birthDraft(uploadId) as DossierDraft), procedureCode: BIRTH, asked: asked('citizen', now) }, citizen));
  await during('accepted', () => acceptDossier({ ...deps, dueOf: dueOf(deps) })({ dossierId, revision, asked: asked('officer', now) }, officer));
  await during('its receipt issued', () => issueDocument({ ...deps, documents: nothing, render: nothing.render, siteOrigin: '' })(dossierId, { kind: 'receipt' }));
  await during('both mails sent', async () => {
    const notify = notifyApplicant({ ...deps, mailer: nothing, siteOrigin: '' });
    for (const occasion of ['submitted', 'accepted'] as const) await notify({ eventId: newId('evt', now), dossierId, occasion, now });
  });
  const total = steps.reduce((sum, { units }) => sum + units, 0);
  return {
    title: 'Write units of a filed and accepted dossier', how: `one paper; every write of the use cases weighed on the deployed table: ${total} units in all`,
    lines: steps.flatMap(({ step, rows, units }): Line[] => [
      { what: step, value: `${units}` },
      ...[...rows].map(([kind, cost]): Line => ({ what: `    ${kind}`, value: `${cost}`, note: reasons[kind] ?? 'no reason given', ...(reasons[kind] === undefined ? { kept: false } : {}) })),
    ]),
    data: { total, steps: steps.map(({ step, rows, units }) => ({ step, units, rows: Object.fromEntries(rows) })) },
  };
};
