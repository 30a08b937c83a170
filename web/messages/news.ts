import { en } from './news.en.ts';
import { vi } from './news.vi.ts';
import { translator } from './translator.ts';

export const newsText = translator({ vi, en });
