import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { common } from '../messages/common.ts';
import type { Language } from '../messages/translator.ts';

/** The language of everything below; Vietnamese unless a page says otherwise. */
export const LanguageContext = createContext<Language>('vi');
export const useLanguage = (): Language => useContext(LanguageContext);
export const useCommon = () => common(useLanguage());

/** What the page's `<html lang>` says, for islands. */
export const pageLanguage = (): Language => (document.documentElement.lang === 'en' ? 'en' : 'vi');
