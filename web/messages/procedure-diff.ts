import { en } from './procedure-diff.en.ts';
import { vi } from './procedure-diff.vi.ts';
import { translator } from './translator.ts';

export const procedureDiffText = translator({ vi, en });
