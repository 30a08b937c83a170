import { en } from './apply.en.ts';
import { vi } from './apply.vi.ts';
import { translator } from './translator.ts';

export const applyText = translator({ vi, en });
