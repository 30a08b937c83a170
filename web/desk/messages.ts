import { useLanguage } from '../components/language.ts';
import { translator } from '../messages/translator.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

export const deskTexts = translator({ vi, en });
export const useTexts = () => deskTexts(useLanguage());
export type DeskTexts = ReturnType<typeof deskTexts>;
