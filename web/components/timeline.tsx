import type { ComponentChildren } from 'preact';
import { clockText } from '../messages/clock.ts';
import { useLanguage } from './language.ts';

export type TimelineItem = { readonly id: string; readonly title: string; readonly state: 'done' | 'now' | 'next'; readonly at?: string; readonly by?: string; readonly note?: ComponentChildren };
const words = { done: 'stepDone', now: 'stepNow', next: 'stepNext' } as const;

/** What happened, what happens now, what comes next; oldest first. */
export const Timeline = ({ items }: { readonly items: readonly TimelineItem[] }) => {
  const t = clockText(useLanguage());
  return (
    <ol class="timeline">
      {items.map((item) => (
        <li key={item.id} class={`timeline-item timeline-${item.state}`} aria-current={item.state === 'now' ? 'step' : undefined}>
          <p class="timeline-title">{item.title}<span class="visually-hidden"> ({t(words[item.state])})</span></p>
          {item.at !== undefined && <p class="timeline-at">{item.at}</p>}
          {item.by !== undefined && <p class="timeline-by">{item.by}</p>}
          {item.note}
        </li>
      ))}
    </ol>
  );
};
