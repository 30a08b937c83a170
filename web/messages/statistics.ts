import { en } from './statistics.en.ts';
import { vi } from './statistics.vi.ts';
import { translator } from './translator.ts';

export const statisticsText = translator({ vi, en });
