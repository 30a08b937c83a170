import { en } from './promise.en.ts';
import { vi } from './promise.vi.ts';
import { translator } from './translator.ts';

export const promiseText = translator({ vi, en });
