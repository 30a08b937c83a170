import type * as z from 'zod';
import { AttachmentCheckedV1 } from '../../events/procedure-submission/attachment-checked.v1.ts';
import { newEvent, type Cause } from '../../shared/runtime/outbox.ts';
import { S3Client } from '@aws-sdk/client-s3';
import { hash } from 'node:crypto';
import { leanClient } from '../../shared/runtime/aws-clients.ts';
import { logger, traceOf } from '../../shared/runtime/logger.ts';
import { count } from '../../shared/runtime/metrics.ts';
import { mailLedger } from '../../shared/runtime/mail-ledger.ts';
import { sesMailer } from '../../shared/runtime/mailer.ts';
import { openTable } from '../../shared/runtime/dynamo.ts';
import { env, optionalEnv } from '../../shared/runtime/env.ts';
import { answersDueRepository } from './answers-due.repository.ts';
import { uploadBytes } from '../../shared/runtime/uploads/upload-bytes.ts';
import { boardRepository } from './board.repository.ts';
import { bookingRepository } from './booking.repository.ts';
import { counterRepository } from './counters.repository.ts';
import { directoryCopy } from '../../shared/runtime/directory-copy/directory-copy.ts';
import { catalogueWorkRepository } from './catalogue-work.repository.ts';
import { changeFeed } from './change-feed.repository.ts';
import { checkedFiles, documentFiles } from './document.store.ts';
import { dossierRepository } from './dossier.repository.ts';
import { dueOf } from './due-of.ts';
import { figureRepository } from './figures.repository.ts';
import { fileLinks, uploadPlaces } from '../../shared/runtime/uploads/file-addresses.ts';
import { issuedForms } from './issued-form.repository.ts';
import { knownVersions } from './known-versions.ts';
import { numberingRepository } from './numbering.repository.ts';
import { procedureRepository } from './procedure.repository.ts';
import { queueRepository } from './queue.repository.ts';
import { passedOnRepository } from './passed-on.repository.ts';
import { registerPrints } from './register-print.repository.ts';
import { registerRepository } from './register.repository.ts';
import { reminderRepository } from './reminder.repository.ts';
import { applySuccession, previewSuccession } from './succeed-dossiers.ts';
import { ticketRepository } from './ticket.repository.ts';
import { uploadRepository } from '../../shared/runtime/uploads/upload.repository.ts';
import { warnDue } from './warn-due.ts';

// Each entry calls its own function here, so that its bundle holds no client it does not use.

const attachmentChecked = (verdict: z.input<typeof AttachmentCheckedV1.data>, cause: Cause) => newEvent(AttachmentCheckedV1, verdict, cause);

const table = () => openTable(env('TABLE_NAME'));

export const httpDeps = () => {
  const rows = table();
  const endpoint = optionalEnv('UPLOADS_ENDPOINT');
  const uploads = { name: env('UPLOADS_BUCKET'), endpoint };
  return {
    reminders: reminderRepository(rows), register: registerRepository(rows), prints: registerPrints(rows), passedOn: passedOnRepository(rows), numbering: numberingRepository(rows), forms: issuedForms(rows), bookings: bookingRepository(rows), tickets: ticketRepository(rows),
    dossiers: dossierRepository(rows), queues: queueRepository(rows), feed: changeFeed(rows), uploads: uploadRepository(rows), procedures: procedureRepository(rows), works: catalogueWorkRepository(rows), directory: directoryCopy(rows), figures: figureRepository(rows), boards: boardRepository(rows),
    places: uploadPlaces(uploads), links: fileLinks({ uploads, documents: { name: env('DOCUMENTS_BUCKET'), endpoint } }),
  };
};

export const scheduleDeps = () => ({ procedures: procedureRepository(table()) });

export const successionDeps = () => {
  const rows = table();
  const deps = { dossiers: dossierRepository(rows), queues: queueRepository(rows), feed: changeFeed(rows), directory: directoryCopy(rows) };
  return { preview: previewSuccession(deps), apply: applySuccession(deps) };
};

export const attachmentDeps = () => ({ uploads: uploadRepository(table()), bytes: uploadBytes(env('UPLOADS_BUCKET')), tells: attachmentChecked });


export const warningDeps = () => {
  const rows = table();
  return { dossiers: dossierRepository(rows), answersDue: answersDueRepository(rows) };
};

export const paymentDeps = () => {
  const rows = table();
  const directory = directoryCopy(rows);
  return { dossiers: dossierRepository(rows), directory, dueOf: dueOf({ procedures: procedureRepository(rows), directory }) };
};

export const documentDeps = () => {
  const rows = table();
  const objects = new S3Client(leanClient);
  return {
    dossiers: dossierRepository(rows), procedures: procedureRepository(rows), forms: issuedForms(rows), siteOrigin: env('SITE_ORIGIN'),
    documents: documentFiles(objects, env('DOCUMENTS_BUCKET')), checked: checkedFiles(objects, env('UPLOADS_BUCKET')),
  };
};

export const printDeps = () => {
  const rows = table();
  return { prints: registerPrints(rows), register: registerRepository(rows), files: documentFiles(new S3Client(leanClient), env('UPLOADS_BUCKET')) };
};

export const mailDeps = () => {
  const rows = table();
  return { dossiers: dossierRepository(rows), ledger: mailLedger(rows), mailer: sesMailer(env('MAIL_FROM')), siteOrigin: env('SITE_ORIGIN') };
};

export const bookingMailDeps = () => {
  const rows = table();
  return { bookings: bookingRepository(rows), ledger: mailLedger(rows), mailer: sesMailer(env('MAIL_FROM')), siteOrigin: env('SITE_ORIGIN') };
};

export const bookingWatchDeps = () => {
  const rows = table();
  return { bookings: bookingRepository(rows), directory: directoryCopy(rows) };
};

export const lookDeps = () => {
  const rows = table();
  const directory = directoryCopy(rows);
  return {
    dossiers: dossierRepository(rows), reminders: reminderRepository(rows), watches: [warnDue({ directory })],
    failed: ({ dossierId }: { readonly dossierId: string }, error: unknown) => {
      logger.error('LookFailed', { dossierId, ...traceOf(error) });
      count('LookFailed');
    },
  };
};

export const countDeps = () => {
  const rows = table();
  return { dossiers: dossierRepository(rows), procedures: knownVersions(procedureRepository(rows)), counters: counterRepository(rows), boards: boardRepository(rows) };
};

export const figureDeps = () => {
  const rows = table();
  return { counters: counterRepository(rows), figures: figureRepository(rows), printOf: (text: string) => hash('sha256', text, 'hex') };
};
