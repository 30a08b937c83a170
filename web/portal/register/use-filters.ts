import { useEffect, useState } from 'preact/hooks';
import { readPublic } from '../../client/read-public.ts';
import type { Categories } from './filter-form.tsx';
import { type Filters, filtersIn, searchOf } from './filters.ts';

/** The filter of the address; going back goes back to the filter before. Links to the twin page take it along. */
export const useFilters = (): readonly [Filters, (filters: Filters) => void] => {
  const [filters, setFilters] = useState(() => filtersIn(location.search));
  useEffect(() => {
    const back = (): void => { setFilters(filtersIn(location.search)); };
    addEventListener('popstate', back);
    return () => { removeEventListener('popstate', back); };
  }, []);
  useEffect(() => { for (const link of document.querySelectorAll<HTMLAnchorElement>('#loi-vao a[data-twin]')) link.search = searchOf(filters); }, [filters]);
  return [filters, (changed) => { history.pushState(null, '', `${location.pathname}${searchOf(changed)}`); setFilters(changed); }];
};

/** All categories: an old report keeps one that is retired. */
export const useCategoryNames = (): Categories => {
  const [items, setItems] = useState<Categories>([]);
  useEffect(() => { void readPublic('listFeedbackCategories', '/feedback/categories').then((answer) => { if (answer.ok) setItems(answer.body.items); }); }, []);
  return items;
};
