import { DossierWarnedV1 } from '../../events/procedure-submission/dossier-warned.v1.ts';
import type { EventOf } from '../../events/define-event.ts';
import { consume, onEvent, RetryLater, type Received } from '../../shared/runtime/queue.ts';
import { mailDeps } from './deps.ts';
import { mailWarned } from './mail-warned.ts';

const mail = mailWarned(mailDeps());

/** A due time that was near days ago helps nobody: a day that is replayed late writes to nobody. */
const newsMilliseconds = 3 * 86_400_000;

const warn = async ({ id, time, data }: EventOf<typeof DossierWarnedV1>, { now }: Received): Promise<void> => {
  if (now.getTime() - Date.parse(time) > newsMilliseconds) return;
  if ((await mail({ eventId: id, warning: data, now })).busy) throw new RetryLater('another worker is sending it');
};

export const handler = consume([onEvent(DossierWarnedV1, warn)]);
