import { en } from './catalogue.en.ts';
import { vi } from './catalogue.vi.ts';
import { translator } from './translator.ts';

export const catalogueText = translator({ vi, en });
