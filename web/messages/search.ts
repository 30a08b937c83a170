import { en } from './search.en.ts';
import { vi } from './search.vi.ts';
import { translator } from './translator.ts';

export const searchText = translator({ vi, en });
