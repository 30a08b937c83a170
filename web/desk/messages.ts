import { useLanguage } from '../components/language.ts';
import { translator } from '../messages/translator.ts';
import { en as matterEn } from './matter-texts.en.ts';
import { vi as matterVi } from './matter-texts.vi.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

export const deskTexts = translator({ vi: { ...vi, ...matterVi }, en: { ...en, ...matterEn } });
export const useTexts = () => deskTexts(useLanguage());
export type DeskTexts = ReturnType<typeof deskTexts>;
