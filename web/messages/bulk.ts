import { en } from './bulk.en.ts';
import { vi } from './bulk.vi.ts';
import { translator } from './translator.ts';

export const bulkText = translator({ vi, en });
