import { en } from './common.en.ts';
import { vi } from './common.vi.ts';
import { translator } from './translator.ts';

export const common = translator({ vi, en });
