import { useCommon } from './language.ts';

/** Keeps the layout while something loads; appears after 300 ms so that fast answers never flicker. */
export const Skeleton = ({ lines = 3 }: { readonly lines?: number }) => {
  const t = useCommon();
  return (
    <div class="skeleton" role="status">
      <span class="visually-hidden">{t('loading')}</span>
      {Array.from({ length: lines }, (_, line) => <div key={line} class="skeleton-line" aria-hidden="true" />)}
    </div>
  );
};
