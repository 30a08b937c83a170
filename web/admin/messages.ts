import { useLanguage } from '../components/language.ts';
import { translator } from '../messages/translator.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

export const adminTexts = translator({ vi, en });
export const useTexts = () => adminTexts(useLanguage());
