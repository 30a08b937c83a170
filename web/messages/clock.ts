import { en } from './clock.en.ts';
import { vi } from './clock.vi.ts';
import { translator } from './translator.ts';

export const clockText = translator({ vi, en });
