import { en } from './frame.en.ts';
import { vi } from './frame.vi.ts';
import { translator } from './translator.ts';

export const frameText = translator({ vi, en });
