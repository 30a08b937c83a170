import { DossierWarnedV1 } from './dossier-warned.v1.ts';
import { DossierWarnedV2 } from './dossier-warned.v2.ts';

/** Every version of it that consumers meet, in days that are replayed too. What is published is the last. */
export const dossierWarned = [DossierWarnedV1, DossierWarnedV2] as const;
