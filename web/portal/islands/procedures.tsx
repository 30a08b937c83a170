import { useEffect, useState } from 'preact/hooks';
import { fold } from '../../../shared/kernel/vietnamese-text.ts';
import { TextField } from '../../components/field.tsx';
import { LanguageContext, pageLanguage } from '../../components/language.ts';
import { procedureListText } from '../../messages/procedure-list.ts';
import { drawOver, start } from './start.ts';

const language = pageLanguage();
const t = procedureListText(language);

/** Shows the rows that hold every word; a field without rows disappears with its heading. */
const filterRows = (text: string): number => {
  const words = fold(text).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const field of document.querySelectorAll<HTMLElement>('.list-field')) {
    let inField = 0;
    for (const row of field.querySelectorAll<HTMLElement>('[data-words]')) {
      const fits = words.every((word) => row.dataset['words']?.includes(word) === true);
      row.hidden = !fits;
      if (fits) inField += 1;
    }
    field.hidden = inField === 0;
    shown += inField;
  }
  return shown;
};

const Filter = () => {
  const [text, setText] = useState(new URLSearchParams(location.search).get('loc') ?? '');
  const [shown, setShown] = useState<number>();
  useEffect(() => {
    setShown(filterRows(text));
    history.replaceState(null, '', text === '' ? location.pathname : `?loc=${encodeURIComponent(text)}`);
  }, [text]);
  return (
    <LanguageContext.Provider value={language}>
      <TextField id="loc-thu-tuc" label={t('listFilter')} value={text} onValue={setText} attributes={{ type: 'search', autocomplete: 'off' }} />
      <p role="status">{shown === undefined || text === '' ? '' : shown === 0 ? t('listNone') : t('listShown', { count: shown })}</p>
    </LanguageContext.Provider>
  );
};

start();
if (document.querySelector('[data-words]') !== null) drawOver('loc', <Filter />);
