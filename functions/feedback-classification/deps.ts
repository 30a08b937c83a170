import { S3Client } from '@aws-sdk/client-s3';
import type * as z from 'zod';
import { MediaCheckedV1 } from '../../events/feedback-classification/media-checked.v1.ts';
import type { MediaType } from '../../shared/contracts/feedback-shapes.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { leanClient } from '../../shared/runtime/aws-clients.ts';
import { directoryCopy } from '../../shared/runtime/directory-copy/directory-copy.ts';
import { openTable } from '../../shared/runtime/dynamo.ts';
import { env, optionalEnv } from '../../shared/runtime/env.ts';
import { mailLedger } from '../../shared/runtime/mail-ledger.ts';
import { sesMailer } from '../../shared/runtime/mailer.ts';
import { logger, traceOf } from '../../shared/runtime/logger.ts';
import { count } from '../../shared/runtime/metrics.ts';
import { newEvent, type Cause } from '../../shared/runtime/outbox.ts';
import { checkUpload } from '../../shared/runtime/uploads/check-upload.ts';
import { cleanMedia } from '../../shared/runtime/uploads/clean-media.ts';
import { fileLinks, uploadPlaces } from '../../shared/runtime/uploads/file-addresses.ts';
import { checkedFiles } from '../../shared/runtime/uploads/checked-files.ts';
import { uploadBytes } from '../../shared/runtime/uploads/upload-bytes.ts';
import { uploadRepository } from '../../shared/runtime/uploads/upload.repository.ts';
import { apiKeyRepository } from './api-key.repository.ts';
import { catalogue } from './catalogue.ts';
import { classify, modelFile } from './classifier/classify.ts';
import { classifierRepository } from './classifier.repository.ts';
import { countRepository } from './count.repository.ts';
import { feedbackRepository } from './feedback.repository.ts';
import { inboundRepository } from './inbound.repository.ts';
import { fetchPhoto } from './fetch-photo.ts';
import { limitRepository } from './limits.repository.ts';
import { lookRepository } from './look.repository.ts';
import type { FeedbackDeps, Leaving, Look } from './ports.ts';
import { mediaFiles } from './media-files.store.ts';
import { modelStore } from './model.store.ts';
import { postSigned } from './post-signed.ts';
import { publishedClassifier } from './published-classifier.ts';
import { officerRepository } from './officers.repository.ts';
import { queueRepository } from './queue.repository.ts';
import { registerRepository } from './register.repository.ts';
import { rulesRepository } from './rules.repository.ts';
import { siteFiles } from './site-files.store.ts';
import { subscriptionRepository } from './subscription.repository.ts';
import { webhookRepository } from './webhook.repository.ts';
import { zaloMessenger } from './zalo-messenger.ts';
import { suggesting } from './suggest.ts';

// Each entry calls its own function here, so that its bundle holds no client it does not use.

/** Where nothing leaves the machine: on the emulator. */
const isSandbox = (): boolean => optionalEnv('MESSENGER_SANDBOX') === 'yes';

const table = () => openTable(env('TABLE_NAME'));

const classifierFailed = (error: unknown): void => { logger.error('ClassifierFailed', traceOf(error)); };
/** A file that was altered calls somebody; a store that did not answer once does not. */
const modelRefused = (error: unknown): void => {
  logger.error('ModelRefused', traceOf(error));
  if (error instanceof DomainError) count('ModelRefused');
};
const models = () => modelStore(new S3Client(leanClient), env('MODELS_BUCKET'));

/** `load` looks for a published model; until then, and without one, the model of the bundle answers. */
export const httpDeps = (): FeedbackDeps & { readonly load: () => Promise<void> } => {
  const rows = table();
  const published = publishedClassifier({ shipped: { file: modelFile, classify }, models: models(), lookEveryMs: Number(optionalEnv('MODEL_LOOK_SECONDS') ?? '300') * 1000, refused: modelRefused });
  const suggest = suggesting(published.classify, classifierFailed);
  const uploads = { name: env('UPLOADS_BUCKET'), endpoint: optionalEnv('UPLOADS_ENDPOINT') };
  return {
    feedback: feedbackRepository(rows, catalogue.settings.intakeAgency), queues: queueRepository(rows), officers: officerRepository(rows), register: registerRepository(rows), map: countRepository(rows), uploads: uploadRepository<MediaType>(rows), places: uploadPlaces(uploads), links: fileLinks({ uploads }),
    directory: directoryCopy(rows), catalogue, load: published.load,
    suggest: async (text) => {
      await published.keepUp();
      return suggest(text);
    },
    model: async () => {
      await published.load();
      return published.inUse();
    },
    classifier: classifierRepository(rows), ruleBook: rulesRepository(rows), limits: limitRepository(rows), keys: apiKeyRepository(rows), subscriptions: subscriptionRepository(rows), inbound: inboundRepository(rows), siteOrigin: env('SITE_ORIGIN'),
  };
};

export const lookDeps = () => {
  const rows = table();
  const intake = catalogue.settings.intakeAgency;
  return {
    feedback: feedbackRepository(rows, intake), looks: lookRepository(rows, intake), queues: queueRepository(rows), officers: officerRepository(rows), directory: directoryCopy(rows), catalogue,
    failed: (look: Look | Leaving, error: unknown) => {
      logger.error('LookFailed', { feedbackId: 'feedbackId' in look ? look.feedbackId : undefined, reason: 'agency' in look ? `somebody left ${look.agency}` : undefined, ...traceOf(error) });
      count('LookFailed');
    },
  };
};

export const correctionsDeps = () => {
  const rows = table();
  return {
    feedback: feedbackRepository(rows, catalogue.settings.intakeAgency), classifier: classifierRepository(rows),
    rose: (category: string) => {
      logger.error('CorrectionsRose', { code: category });
      count('CorrectionsRose');
    },
  };
};

export const learningDeps = () => {
  const rows = table();
  return { feedback: feedbackRepository(rows, catalogue.settings.intakeAgency), classifier: classifierRepository(rows), models: models(), shipped: modelFile, refused: modelRefused };
};

export const countDeps = () => {
  const rows = table();
  return { feedback: feedbackRepository(rows, catalogue.settings.intakeAgency), map: countRepository(rows) };
};

export const mailDeps = () => {
  const rows = table();
  return { feedback: feedbackRepository(rows, catalogue.settings.intakeAgency), ledger: mailLedger(rows), mailer: sesMailer(env('MAIL_FROM')), zalo: zaloMessenger(inboundRepository(rows), { sandbox: isSandbox() }), siteOrigin: env('SITE_ORIGIN') };
};

export const followDeps = () => {
  const rows = table();
  return { directory: directoryCopy(rows), officers: officerRepository(rows) };
};

export const channelDeps = () => ({ inbound: inboundRepository(table()) });

/** How photos are looked at, by whatever door they came. */
const lookedAt = <B>(bytes: B) => ({
  uploads: uploadRepository<MediaType>(table()), bytes, clean: cleanMedia, mostPixels: catalogue.settings.mostPixels,
  tells: (verdict: z.input<typeof MediaCheckedV1.data>, cause: Cause) => newEvent(MediaCheckedV1, verdict, cause),
});
export const mediaDeps = () => lookedAt(uploadBytes(env('UPLOADS_BUCKET'), new S3Client(leanClient)));

export const messageDeps = () => {
  const files = checkedFiles(env('UPLOADS_BUCKET'), new S3Client(leanClient));
  return {
    ...httpDeps(), ...mailDeps(), fetchPhoto: fetchPhoto({ sandbox: isSandbox() }),
    checkPhoto: (uploadId: string, bytes: Uint8Array, cause: Cause) => checkUpload(lookedAt({ ...files, read: () => Promise.resolve(bytes) }))(uploadId, cause),
  };
};

export const followMailDeps = () => {
  const rows = table();
  return { ...mailDeps(), subscriptions: subscriptionRepository(rows), catalogue };
};

export const destroyDeps = () => ({ files: mediaFiles(env('UPLOADS_BUCKET')) });

export const exportDeps = () => ({ register: registerRepository(table()), files: siteFiles(new S3Client(leanClient), env('SITE_BUCKET')), catalogue, siteOrigin: env('SITE_ORIGIN') });

export const webhookDeps = () => {
  const rows = table();
  return {
    feedback: feedbackRepository(rows, catalogue.settings.intakeAgency), webhooks: webhookRepository(rows), post: postSigned(), catalogue, siteOrigin: env('SITE_ORIGIN'),
    paused: (name: string) => {
      logger.error('WebhookPaused', { consumer: name });
      count('WebhookPaused');
    },
  };
};

export const apiKeyDeps = () => ({ keys: apiKeyRepository(table()) });
