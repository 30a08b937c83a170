import { en } from './sign-in-failed.en.ts';
import { vi } from './sign-in-failed.vi.ts';
import { translator } from './translator.ts';

export const signInFailedText = translator({ vi, en });
