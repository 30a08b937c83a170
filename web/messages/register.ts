import { en } from './register.en.ts';
import { vi } from './register.vi.ts';
import { translator } from './translator.ts';

export const registerText = translator({ vi, en });
