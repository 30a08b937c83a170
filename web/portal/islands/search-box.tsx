import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { searchShape } from '../../components/icon-shapes.ts';
import { pageLanguage } from '../../components/language.ts';
import { LineDrawing } from '../../components/line-drawing.tsx';
import { addresses, inLanguage, procedurePath, trackPath } from '../../format/addresses.ts';
import { searchText } from '../../messages/search.ts';
import type { SearchDocument } from '../pages/search-index.ts';
import type { Search } from '../search.ts';
import { trackingCodeAmongWords } from '../tracking-code.ts';

const language = pageLanguage();
const t = searchText(language);
const listPath = inLanguage(addresses.procedures, language);
const levelWords: Record<string, string> = { commune: 'Cấp xã', district: 'Cấp huyện', department: 'Cấp tỉnh', province: 'Cấp tỉnh' };

type Hit = { readonly href: string; readonly title: string; readonly about: string };
const hitOf = (found: SearchDocument): Hit => found.kind === 'procedure'
  ? { href: inLanguage(procedurePath(found.code), language), title: found[language], about: `${t('kindProcedure')} ${found.code}${found.online === true ? ` · ${t('kindOnline')}` : ''}` }
  : { href: `${listPath}?loc=${encodeURIComponent(levelWords[found.about] ?? '')}`, title: found[language], about: t('kindAgency') };

/** Arrow keys walk through the input and the results. */
const walk = (event: KeyboardEvent, box: HTMLElement | null): void => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [...box?.querySelectorAll<HTMLElement>('input, .results a') ?? []];
  const next = stops[stops.indexOf(document.activeElement as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
};

/** Answers while somebody types. The index is fetched with the first letter, not with the page. */
export const SearchBox = () => {
  const [text, setText] = useState('');
  const [search, setSearch] = useState<Search | 'failed'>();
  const [open, setOpen] = useState(false);
  const asked = useRef(false);
  const box = useRef<HTMLFormElement>(null);
  const prepare = () => {
    if (asked.current) return;
    asked.current = true;
    import('../search.ts').then(({ openSearch }) => openSearch()).then((ready) => { setSearch(() => ready); }, () => { asked.current = false; setSearch('failed'); });
  };
  useEffect(() => {
    const close = (event: Event) => { if (!(event.target instanceof Node) || box.current?.contains(event.target) !== true) setOpen(false); };
    document.addEventListener('click', close);
    return () => { document.removeEventListener('click', close); };
  }, []);
  const typed = text.trim();
  const code = trackingCodeAmongWords(typed);
  const found = code === undefined && typeof search === 'function' && typed !== '' ? search(typed).map(hitOf) : [];
  const hits: readonly Hit[] = code === undefined ? found : [{ href: inLanguage(trackPath(code), language), title: t('searchTrack', { code }), about: t('searchTrackHint') }];
  const answered = code !== undefined || typeof search === 'function';
  const go = (event: Event) => { event.preventDefault(); location.assign(hits[0]?.href ?? `${listPath}?loc=${encodeURIComponent(typed)}`); };
  return (
    <form role="search" ref={box} action={listPath} onSubmit={go} onKeyDown={(event) => { if (event.key === 'Escape') setOpen(false); else walk(event, box.current); }}>
      <label for="tim">{t('searchLabel')}</label>
      <div class="search-row">
        <input id="tim" name="loc" type="search" autocomplete="off" placeholder={t('searchPlaceholder')} value={text} onFocus={() => { prepare(); setOpen(true); }}
          onInput={(event) => { prepare(); setOpen(true); setText(event.currentTarget.value); }} />
        <Button type="submit"><LineDrawing shape={searchShape} size={22} /><span>{t('searchButton')}</span></Button>
      </div>
      <p class="visually-hidden" role="status">{typed !== '' && answered ? t('searchCount', { count: hits.length }) : ''}</p>
      {open && typed !== '' && (answered || search === 'failed') && (
        <ul class="results">
          {hits.map((hit) => <li key={hit.href + hit.title}><a href={hit.href}><strong>{hit.title}</strong><span class="small">{hit.about}</span></a></li>)}
          {hits.length === 0 && <li><p class="results-none">{search === 'failed' ? t('searchFailed') : t('searchNone', { text: typed })}</p><a href={listPath}><strong>{t('searchAll')}</strong></a></li>}
        </ul>
      )}
    </form>
  );
};
