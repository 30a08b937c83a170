import { en } from './home.en.ts';
import { vi } from './home.vi.ts';
import { translator } from './translator.ts';

export const homeText = translator({ vi, en });
