import { en } from './hall.en.ts';
import { vi } from './hall.vi.ts';
import { translator } from './translator.ts';

export const hallText = translator({ vi, en });
