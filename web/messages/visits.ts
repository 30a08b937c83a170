import { en } from './visits.en.ts';
import { vi } from './visits.vi.ts';
import { translator } from './translator.ts';

export const visitsText = translator({ vi, en });
