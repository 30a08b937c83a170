import { ProcedurePublishedV1 } from '../../events/procedure-submission/procedure-published.v1.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { newEvent, type Cause } from '../../shared/runtime/outbox.ts';
import type { Catalogue } from './catalogue-ports.ts';

type Deps = { readonly procedures: Pick<Catalogue, 'waiting' | 'version' | 'begin'> };

/**
 * Puts the versions whose day has come where everyone reads them, and tells of it, so that pages follow. Filing does not
 * wait for this: it reads the version of its instant anyway. Twice changes nothing.
 */
export const beginVersions = ({ procedures }: Deps) => async (cause: Cause): Promise<{ due: number; begun: number }> => {
  const today = localDate(cause.now);
  const due = (await procedures.waiting()).filter(({ effectiveFrom }) => effectiveFrom <= today);
  let begun = 0;
  for (const waiting of due) {
    const view = await procedures.version(waiting.code, waiting.version);
    if (view === undefined) continue;
    const event = newEvent(ProcedurePublishedV1, { procedureCode: view.code, procedureVersion: view.version, status: view.status }, cause);
    if (await procedures.begin(waiting, cause.now, event)) begun++;
  }
  return { due: due.length, begun };
};
