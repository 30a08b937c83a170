import { TrackDossier, VerifyHistory } from '../../shared/contracts/procedure-submission.ts';
import { factsOn } from '../../shared/kernel/agency-tree.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { on } from '../../shared/runtime/http.ts';
import type { DossierDeps } from './dossier-deps.ts';
import { genesisOf, publicEntry, verifyHistory } from './history.ts';
import { openByCode } from './open-dossier.ts';
import { seenAt, trackingView } from './views.ts';

/** Names of the agencies that acted, as they were called on the day they last did; one the directory does not know has none. */
const agencyNames = async (directory: DossierDeps['directory'], entries: readonly ReturnType<typeof publicEntry>[]): Promise<Record<string, string>> => {
  const days = new Map(entries.flatMap(({ by, at }) => (by.agency === undefined ? [] : [[by.agency, localDate(new Date(at))] as const])));
  const named = await Promise.all([...days].map(async ([code, day]) => {
    const known = await directory.agency(code);
    return known === undefined ? [] : [[code, (factsOn(known, day) ?? known).name] as const];
  }));
  return Object.fromEntries(named.flat());
};

/** What answers anyone who holds a tracking code. */
export const publicHandlers = (deps: DossierDeps) => {
  const open = openByCode(deps);
  return [
    on(TrackDossier, async ({ params, now }) => {
      const dossier = await open(params.trackingCode);
      return trackingView(dossier, await seenAt(deps.directory, now, dossier));
    }),
    on(VerifyHistory, async ({ params }) => {
      const { filed, standing, history } = await open(params.trackingCode);
      const verdict = await verifyHistory(filed.dossierId, history, standing.historyHead);
      const entries = history.map(publicEntry);
      return { genesis: await genesisOf(filed.dossierId), head: standing.historyHead, entries, agencyNames: await agencyNames(deps.directory, entries), ...verdict };
    }),
  ];
};
