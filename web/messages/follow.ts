import { en } from './follow.en.ts';
import { vi } from './follow.vi.ts';
import { translator } from './translator.ts';

export const followText = translator({ vi, en });
