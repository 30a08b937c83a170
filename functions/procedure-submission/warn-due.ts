import { DossierWarnedV2 } from '../../events/procedure-submission/dossier-warned.v2.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { factsOf } from './dossier.ts';
import type { Directory, DossierRecord } from './ports.ts';
import { comingWarnings, nextLook } from './reminder.ts';
import type { Watch } from './look-due.ts';

/** Who has the step in hand: whoever received it last. Nobody, while it waits to be received. */
const ownerOf = ({ history, standing }: DossierRecord): { ownerId?: string } => {
  const last = history.findLast(({ act, step }) => step !== undefined || act === 'accept' || act === 'take' || act === 'transfer');
  const inHand = standing.internal?.received === true && last?.by.kind === 'officer' && last.act !== 'transfer';
  return inHand ? { ownerId: last.private.person } : {};
};

/** Warns of what a step or the whole has used up of its time, and says when there will be more to warn of. */
export const warnDue = ({ directory }: { readonly directory: Pick<Directory, 'calendar'> }): Watch => async (record, { now, cause }) => {
  const { filed, standing, warnings } = record;
  if (standing.internal === undefined) return { given: [] };
  const at = now.toISOString();
  const coming = comingWarnings(await directory.calendar(standing.basis?.calendarVersion, filed.agency.code), standing, warnings);
  const given = coming.filter(({ from }) => from <= at).map(({ from: _from, of, ...warning }) => ({
    warning: { ...warning, of, at },
    event: newEvent(DossierWarnedV2, { ...factsOf(record), ...(standing.number === undefined ? {} : { number: standing.number }), ...warning, ...ownerOf(record), extent: of, warnedAt: at }, cause),
  }));
  return { given, next: nextLook(coming.filter(({ from }) => from > at)) };
};
