import { en } from './indicators.en.ts';
import { vi } from './indicators.vi.ts';
import { translator } from './translator.ts';

export const indicatorsText = translator({ vi, en });
