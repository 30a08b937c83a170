import { useState } from 'preact/hooks';
import { useLanguage } from '../../components/language.ts';
import { Skeleton } from '../../components/skeleton.tsx';
import { newsDoor } from '../../messages/news-door.ts';
import type { Categories } from './filter-form.tsx';
import type { Filters } from './filters.ts';

/** Opens the form that follows what the filter shows; its script is fetched when somebody wants it. */
export const FollowDoor = ({ filters, categories }: { readonly filters: Filters; readonly categories: Categories }) => {
  const language = useLanguage();
  const [part, setPart] = useState<typeof import('./follow-form.tsx')>();
  const { area, category } = filters;
  return (
    <details class="panel follow-door" onToggle={(event) => { if (event.currentTarget.open) void import('./follow-form.tsx').then(setPart); }}>
      <summary>{newsDoor[language]}</summary>
      {part === undefined ? <Skeleton lines={4} /> : <part.FollowForm key={`${area} ${category}`} categories={categories} first={{ area, category }} />}
    </details>
  );
};
