import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, inject, test } from 'vitest';
import { DossierSubmittedV1 } from '../../events/procedure-submission/dossier-submitted.v1.ts';
import { clientOptions } from '../../infra/local/local-aws.ts';
import type { DossierView } from '../../shared/contracts/dossier.ts';
import { newId } from '../../shared/kernel/ids.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { BIRTH, eventually, fileBirth, firstWard, person } from '../support/people.ts';

const commands = join(import.meta.dirname, '../../infra/operate');
const run = async (script: string, ...given: string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, [join(commands, script), ...given], { env: { ...process.env, AWS_ENDPOINT_URL: inject('endpoint') } })).stdout.trim();
const mailsWith = async (text: string): Promise<number> => (await (await fetch(new URL('/_ministack/ses/messages', inject('endpoint')))).text()).split(text).length - 1;

test('dead letters and a day told again: what was missing happens, what happened does not happen again', async () => {
  const citizen = await person('congdan02');
  const dossier = await fileBirth(citizen);
  const mails = (): Promise<number> => mailsWith(dossier.trackingCode);
  const first = await eventually(mails, (count) => count > 0);
  expect(first).toBeGreaterThan(0);

  const now = new Date();
  const event = newEvent(DossierSubmittedV1, { dossierId: dossier.dossierId, procedureCode: BIRTH, procedureVersion: dossier.procedure.version, agencyCode: firstWard, channel: 'online', submittedAt: dossier.submittedAt }, { actor: 'citizen', correlationId: newId('cor', now), causationId: newId('cor', now), now });
  const MessageBody = JSON.stringify({ source: DossierSubmittedV1.source, 'detail-type': DossierSubmittedV1.detailType, detail: event.detail });
  const QueueUrl = inject('outputs')['DeadLettersProcedureSubmissionNotifyApplicant'];
  const sqs = new SQSClient(clientOptions(inject('endpoint')));
  const redriven = async (): Promise<string> => { await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody })); return run('redrive.ts', 'procedure-submission/notify-applicant'); };
  const given = '1 dead letters of procedure-submission/notify-applicant given to it again';
  expect(await redriven()).toBe(given);
  const second = await eventually(mails, (count) => count > first);
  expect(second).toBeGreaterThan(first);
  expect(await redriven()).toBe(given);
  expect(await run('redrive.ts', 'procedure-submission/notify-applicant')).toBe(given.replace('1 ', '0 '));

  const seen = async (): Promise<Partial<DossierView>> => await (await citizen.send('GET', `/api/dossiers/${dossier.dossierId}`)).json() as DossierView;
  const before = await seen();
  const day = localDate(now);
  await eventually(() => run('replay.ts', day, '--only', 'dossier.submitted'), (said) => !said.startsWith('0 events'));
  expect(await run('replay.ts', day, '--only', 'dossier.submitted')).toMatch(new RegExp(`^[1-9]\\d* events of 1 kinds of ${day} given to all consumers again$`));
  // longer than a fact takes from the bus to a mail
  await new Promise((resolve) => { setTimeout(resolve, 3000); });
  expect(await seen()).toEqual(before);
  expect(await mails()).toBe(second);
});
