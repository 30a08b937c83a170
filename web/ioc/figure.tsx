import { useTexts } from './messages.ts';
import type { Tone } from './figures.ts';

const words = { ok: 'toneOk', warn: 'toneWarn', bad: 'toneBad' } as const;

/** One number to be read from five metres, what it means, and whether that is good: a word and a shape beside the colour. */
export const Figure = ({ label, value, note, tone = 'plain' }: { readonly label: string; readonly value: string; readonly note: string; readonly tone?: Tone }) => {
  const t = useTexts();
  return (
    <div class={`figure figure-${tone}`}>
      <h3 class="figure-label">{label}</h3>
      <p class="figure-value">{value}</p>
      <p class="figure-note">{tone !== 'plain' && <span class="figure-tone">{t(words[tone])}</span>}{note}</p>
    </div>
  );
};
