import { useCallback, useEffect, useState } from 'preact/hooks';
import { readAddress, writeAddress } from './address.ts';
import type { DeskAddress } from './address.ts';

export type GoIn<A> = (change: Partial<A>, how?: 'push' | 'replace') => void;
export type Go = GoIn<DeskAddress>;
type Spelling<A> = { readonly read: (text: string) => A; readonly write: (address: A) => string };

/** The address as state: `go` changes it, the back button undoes it. `spelling` stays the same from call to call. */
export const useAddressIn = <A extends object>({ read, write }: Spelling<A>): readonly [A, GoIn<A>] => {
  const [address, setAddress] = useState(() => read(location.search + location.hash));
  useEffect(() => {
    const follow = (): void => { setAddress(read(location.search + location.hash)); };
    addEventListener('popstate', follow);
    return () => { removeEventListener('popstate', follow); };
  }, []);
  const go = useCallback<GoIn<A>>((change, how = 'push') => {
    const next = { ...read(location.search + location.hash), ...change };
    const target = `${location.pathname}${write(next)}`;
    if (target !== `${location.pathname}${location.search}${location.hash}`) history[how === 'push' ? 'pushState' : 'replaceState'](null, '', target);
    setAddress(next);
  }, []);
  return [address, go];
};

const spelling = { read: readAddress, write: writeAddress };
export const useAddress = (): readonly [DeskAddress, Go] => useAddressIn<DeskAddress>(spelling);
