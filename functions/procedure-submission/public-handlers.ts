import { TrackDossier, VerifyHistory } from '../../shared/contracts/procedure-submission.ts';
import { on } from '../../shared/runtime/http.ts';
import type { DossierDeps } from './dossier-deps.ts';
import { genesisOf, publicEntry, verifyHistory } from './history.ts';
import { openByCode } from './open-dossier.ts';
import { seenAt, trackingView } from './views.ts';

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
      return { genesis: await genesisOf(filed.dossierId), head: standing.historyHead, entries: history.map(publicEntry), ...verdict };
    }),
  ];
};
