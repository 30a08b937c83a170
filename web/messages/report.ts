import { en } from './report.en.ts';
import { vi } from './report.vi.ts';
import { translator } from './translator.ts';

export const reportText = translator({ vi, en });
