import { en } from './own-reports.en.ts';
import { vi } from './own-reports.vi.ts';
import { translator } from './translator.ts';

export const ownReportsText = translator({ vi, en });
