import type { DeskDossierView } from '../../shared/contracts/dossier.ts';
import { call } from '../client/client.ts';
import { useOpened } from './use-opened.ts';

const dossiers = {
  ask: (dossierId: string) => call('openDossier', { params: { dossierId } }),
  idOf: ({ dossierId }: DeskDossierView) => dossierId,
  same: (known: DeskDossierView, now: DeskDossierView) => known.revision === now.revision && known.documents.length === now.documents.length,
  // documents are made a moment after the act that orders them
  lookAgain: [2000, 5000, 12_000],
};

/** The dossier that lies open. */
export const useDossier = (dossierId: string | undefined) => useOpened<DeskDossierView>(dossierId, dossiers);
