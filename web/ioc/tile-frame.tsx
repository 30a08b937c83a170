import type { ComponentChildren } from 'preact';
import { Icon } from '../components/icon.tsx';
import { useLanguage } from '../components/language.ts';
import { Skeleton } from '../components/skeleton.tsx';
import { timeText } from '../format/dates.ts';
import type { TileView } from '../../shared/contracts/tile.ts';
import { countText, staleMinutes } from './figures.ts';
import { useTexts } from './messages.ts';
import type { TileState } from './use-tile.ts';

/** What every tile says of itself: unit, source, as of when; and when it is too old to be believed. */
export const TileFoot = ({ tile, state, now }: { readonly tile: TileView; readonly state: TileState; readonly now: Date }) => {
  const t = useTexts();
  const language = useLanguage();
  const stale = staleMinutes(tile, now);
  return (
    <p class="tile-foot">
      {stale !== undefined && <strong class="tile-stale" role="status"><Icon name="warn" size={20} />{t('stale', { minutes: countText(stale, language) })}</strong>}
      {state.trouble === 'offline' && <strong class="tile-stale" role="status">{t('offline')}</strong>}
      <span>{t('asOf', { time: timeText(tile.asOf) })}</span> <span>{t('unit', { unit: tile.unit[language] })}</span> <span>{t('source', { source: tile.source[language] })}</span>
    </p>
  );
};

/** Draws a tile, or says why there is none yet. */
export const TileFrame = ({ state, now, name, class: extra, children }: { readonly state: TileState; readonly now: Date; readonly name: string; readonly class: string; readonly children: (tile: TileView) => ComponentChildren }) => {
  const t = useTexts();
  const { tile, trouble } = state;
  if (tile === undefined) {
    const [title, text] = trouble === 'missing' ? [t('missing'), t('missingText')] : [t('failed'), t('failedText')];
    return (
      <section class={`tile ${extra}`} aria-label={name}>
        {trouble === undefined ? <Skeleton lines={4} /> : <div class="tile-none" role="status"><p class="tile-none-title">{title}</p><p>{text}</p></div>}
      </section>
    );
  }
  return (
    <section class={`tile ${extra}${staleMinutes(tile, now) === undefined ? '' : ' tile-old'}`} aria-label={name}>
      {children(tile)}
      <TileFoot tile={tile} state={state} now={now} />
    </section>
  );
};
