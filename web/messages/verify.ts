import { en } from './verify.en.ts';
import { vi } from './verify.vi.ts';
import { translator } from './translator.ts';

export const verifyText = translator({ vi, en });
