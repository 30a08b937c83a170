import type { TileView } from '../../shared/contracts/tile.ts';
import { useLanguage } from '../components/language.ts';
import { byAgency, countText } from './figures.ts';
import type { AgencyFigures } from './figures.ts';
import { useTexts } from './messages.ts';

/** As many as a wall shows without scrolling; the rest is in the table. */
const MOST = 8;
const HATCHED = 'gach-tre-han';

type Part = { readonly kind: 'received' | 'ok' | 'late'; readonly count: number; readonly label: string };

/** A bar from zero; its parts carry their numbers, and the late part is hatched so that it shows in grey too. */
const Bar = ({ parts, most }: { readonly parts: readonly Part[]; readonly most: number }) => {
  const language = useLanguage();
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, { count }) => sum + count, 0));
  const share = (count: number): string => `${(count / Math.max(1, most)) * 100}%`;
  return (
    <span class="bar">
      <svg class="bar-drawing" width="100%" height="100%" aria-hidden="true" focusable="false">
        {parts.map((part, index) => part.count === 0 ? null : <rect key={part.kind} class={`bar-${part.kind}`} fill={part.kind === 'late' ? `url(#${HATCHED})` : undefined} x={share(starts[index] ?? 0)} y="0" width={share(part.count)} height="100%" />)}
      </svg>
      <span class="bar-numbers">
        {parts.map((part) => part.count === 0 ? null : <span key={part.kind} class={`bar-number bar-number-${part.kind}`}>{countText(part.count, language)} <span class="bar-word">{part.label}</span></span>)}
      </span>
    </span>
  );
};

/** Agencies with what they received and finished today. */
export const AgencyBars = ({ tile }: { readonly tile: TileView }) => {
  const t = useTexts();
  const language = useLanguage();
  const all = byAgency(tile);
  const shown = all.slice(0, MOST);
  const most = Math.max(1, ...all.map(({ received, onTime, late }) => Math.max(received, onTime + late)));
  const parts = ({ onTime, late }: AgencyFigures): Part[] => [{ kind: 'ok', count: onTime, label: t('onTime').toLowerCase() }, { kind: 'late', count: late, label: t('late').toLowerCase() }];
  return (
    <>
      <svg class="bar-pattern" width="0" height="0" aria-hidden="true" focusable="false">
        <pattern id={HATCHED} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="bar-late" width="5" height="8" /></pattern>
      </svg>
      <ol class="bars">
        {shown.map((agency) => (
          <li key={agency.code}>
            <span class="bars-name">{agency.name}</span>
            <Bar most={most} parts={[{ kind: 'received', count: agency.received, label: t('received').toLowerCase() }]} />
            <Bar most={most} parts={parts(agency)} />
          </li>
        ))}
      </ol>
      {all.length > shown.length && <p class="bars-more">{t('moreAgencies', { count: countText(all.length - shown.length, language) })}</p>}
    </>
  );
};
