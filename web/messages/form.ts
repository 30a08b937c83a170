import { en } from './form.en.ts';
import { vi } from './form.vi.ts';
import { translator } from './translator.ts';

export const formText = translator({ vi, en });
