import { en } from './dossier.en.ts';
import { vi } from './dossier.vi.ts';
import { translator } from './translator.ts';

export const dossierText = translator({ vi, en });
