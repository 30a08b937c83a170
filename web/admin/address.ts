import { useCallback, useEffect, useState } from 'preact/hooks';

export const parts = ['co-quan', 'uy-quyen', 'lich', 'ma-ho-so'] as const;
export type AdminPart = typeof parts[number];
/** What the page shows lives in its address: it can be reloaded, sent and gone back to. */
export type AdminAddress = { readonly part: AdminPart; readonly day?: string | undefined; readonly agency?: string | undefined };

export const readAddress = (query: string): AdminAddress => {
  const asked = new URLSearchParams(query);
  return { part: parts.find((part) => part === asked.get('trang')) ?? 'co-quan', day: asked.get('ngay') ?? undefined, agency: asked.get('co-quan') ?? undefined };
};
export const writeAddress = ({ part, day, agency }: AdminAddress): string => {
  const named: [string, string | undefined][] = [['trang', part === 'co-quan' ? undefined : part], ['ngay', day], ['co-quan', agency]];
  const query = new URLSearchParams(named.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]]))).toString();
  return query === '' ? '' : `?${query}`;
};

export type Go = (change: Partial<AdminAddress>) => void;
export const useAddress = (): readonly [AdminAddress, Go] => {
  const [address, setAddress] = useState(() => readAddress(location.search));
  useEffect(() => {
    const follow = (): void => { setAddress(readAddress(location.search)); };
    addEventListener('popstate', follow);
    return () => { removeEventListener('popstate', follow); };
  }, []);
  const go = useCallback<Go>((change) => {
    const next = { ...readAddress(location.search), ...change };
    history.pushState(null, '', `${location.pathname}${writeAddress(next)}`);
    setAddress(next);
  }, []);
  return [address, go];
};
