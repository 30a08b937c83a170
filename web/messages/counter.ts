import { en } from './counter.en.ts';
import { vi } from './counter.vi.ts';
import { translator } from './translator.ts';

export const counterText = translator({ vi, en });
