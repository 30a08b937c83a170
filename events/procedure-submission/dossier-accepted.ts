import { DossierAcceptedV1 } from './dossier-accepted.v1.ts';
import { DossierAcceptedV2 } from './dossier-accepted.v2.ts';

/** Every version of it that consumers meet, in days that are replayed too. What is published is the last. */
export const dossierAccepted = [DossierAcceptedV1, DossierAcceptedV2] as const;
