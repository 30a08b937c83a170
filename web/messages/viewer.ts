import { en } from './viewer.en.ts';
import { translator } from './translator.ts';
import { vi } from './viewer.vi.ts';

export const viewerText = translator({ vi, en });
