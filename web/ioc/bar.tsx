import { useLanguage } from '../components/language.ts';
import { countText } from './figures.ts';

const HATCHED = 'gach-tre-han';

export type Part = { readonly kind: 'received' | 'ok' | 'late'; readonly count: number; readonly label: string };

/** A bar from zero; its parts carry their numbers, and the late part is hatched so that it shows in grey too. */
export const Bar = ({ parts, most }: { readonly parts: readonly Part[]; readonly most: number }) => {
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

/** What a late part is filled with; once a page. */
export const Hatching = () => (
  <svg class="bar-pattern" width="0" height="0" aria-hidden="true" focusable="false">
    <pattern id={HATCHED} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="bar-late" width="5" height="8" /></pattern>
  </svg>
);
