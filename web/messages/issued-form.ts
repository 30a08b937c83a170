import { en } from './issued-form.en.ts';
import { vi } from './issued-form.vi.ts';
import { translator } from './translator.ts';

export const issuedFormText = translator({ vi, en });
