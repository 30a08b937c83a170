import { pageLanguage } from '../components/language.ts';
import type { Language } from '../messages/translator.ts';

const SETTING = 'ngon-ngu';

/** The language a person chose on this machine, else that of the page. For front ends with one address for both. */
export const chosenLanguage = (): Language => {
  try { return localStorage.getItem(SETTING) === 'en' ? 'en' : pageLanguage(); } catch { return pageLanguage(); }
};

export const keepLanguage = (language: Language): void => {
  try { localStorage.setItem(SETTING, language); } catch { /* storage may be switched off */ }
};
