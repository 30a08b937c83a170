import { dossierWarned } from '../../events/procedure-submission/dossier-warned.ts';
import type { EventOf } from '../../events/define-event.ts';
import { consume, onAnyVersion, RetryLater, type Received } from '../../shared/runtime/queue.ts';
import { mailDeps } from './deps.ts';
import { mailWarned } from './mail-warned.ts';

const mail = mailWarned(mailDeps());

/** A due time that was near days ago helps nobody: a day that is replayed late writes to nobody. */
const newsMilliseconds = 3 * 86_400_000;

const warn = async ({ id, time, data }: EventOf<(typeof dossierWarned)[number]>, { now }: Received): Promise<void> => {
  if (now.getTime() - Date.parse(time) > newsMilliseconds) return;
  if ((await mail({ eventId: id, warning: data, now })).busy) throw new RetryLater('another worker is sending it');
};

export const handler = consume(onAnyVersion(dossierWarned, warn));
