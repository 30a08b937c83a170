import { en } from './mine.en.ts';
import { vi } from './mine.vi.ts';
import { translator } from './translator.ts';

export const mineText = translator({ vi, en });
