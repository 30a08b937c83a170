import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { chosenLanguage, keepLanguage } from '../client/chosen-language.ts';
import { LanguageContext } from '../components/language.ts';
import type { Language } from '../messages/translator.ts';
import { wallTexts } from './messages.ts';
import { Wall } from './wall.tsx';
import './wall.scss';

const App = () => {
  const [language, setLanguage] = useState(chosenLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${wallTexts(language)('title')} – Hậu Giang`;
  }, [language]);
  const change = (next: Language): void => { keepLanguage(next); setLanguage(next); };
  return <LanguageContext.Provider value={language}><Wall onLanguage={change} /></LanguageContext.Provider>;
};

const root = document.getElementById('app');
if (root !== null) render(<App />, root);
