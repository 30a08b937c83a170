/** What is asked of the register; kept in the address, so that a link shows the same to everybody. */
export type Filters = { readonly category: string; readonly area: string; readonly state: '' | 'open' | 'closed'; readonly from: string; readonly to: string };
export const noFilters: Filters = { category: '', area: '', state: '', from: '', to: '' };

const states = [['dang-xu-ly', 'open'], ['da-xong', 'closed']] as const;
const day = /^\d{4}-\d{2}-\d{2}$/;

export const filtersIn = (search: string): Filters => {
  const asked = new URLSearchParams(search);
  const said = (name: string, fits: RegExp): string => { const value = asked.get(name) ?? ''; return fits.test(value) ? value : ''; };
  return {
    category: said('loai', /^[a-z][a-z-]{1,40}$/), area: said('dia-ban', /^\d{5}$/), from: said('tu', day), to: said('den', day),
    state: states.find(([word]) => word === asked.get('trang-thai'))?.[1] ?? '',
  };
};

/** `?loai=roads&trang-thai=dang-xu-ly`, or nothing. */
export const searchOf = ({ category, area, state, from, to }: Filters): string => {
  const stands = states.find(([, value]) => value === state)?.[0] ?? '';
  const set = [['loai', category], ['dia-ban', area], ['trang-thai', stands], ['tu', from], ['den', to]].filter(([, value]) => value !== '') as [string, string][];
  return set.length === 0 ? '' : `?${new URLSearchParams(set).toString()}`;
};

/** What the province is asked. */
export const queryOf = ({ category, area, state, from, to }: Filters, cursor?: string): string => {
  const set = Object.entries({ category, area, state, from, to, cursor: cursor ?? '' }).filter(([, value]) => value !== '');
  return set.length === 0 ? '' : `?${new URLSearchParams(set).toString()}`;
};
