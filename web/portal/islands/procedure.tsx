import { LanguageContext, pageLanguage } from '../../components/language.ts';
import { type PromiseChoice, PromiseBox } from './promise-box.tsx';
import { drawOver, island, start } from './start.ts';

start();
island('hen-tra', (element) => {
  const choices = JSON.parse(element.dataset['choices'] ?? '[]') as readonly PromiseChoice[];
  drawOver('hen-tra', <LanguageContext.Provider value={pageLanguage()}><PromiseBox code={element.dataset['code'] ?? ''} choices={choices} /></LanguageContext.Provider>);
});
