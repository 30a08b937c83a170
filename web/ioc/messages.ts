import { useLanguage } from '../components/language.ts';
import { translator } from '../messages/translator.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

export const wallTexts = translator({ vi, en });
export const useTexts = () => wallTexts(useLanguage());
export type WallTexts = ReturnType<typeof wallTexts>;
