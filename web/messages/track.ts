import { en } from './track.en.ts';
import { vi } from './track.vi.ts';
import { translator } from './translator.ts';

export const trackText = translator({ vi, en });
