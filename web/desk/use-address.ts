import { useCallback, useEffect, useState } from 'preact/hooks';
import { readAddress, writeAddress } from './address.ts';
import type { DeskAddress } from './address.ts';

export type Go = (change: Partial<DeskAddress>, how?: 'push' | 'replace') => void;

/** The address as state: `go` changes it, the back button undoes it. */
export const useAddress = (): readonly [DeskAddress, Go] => {
  const [address, setAddress] = useState(() => readAddress(location.search + location.hash));
  useEffect(() => {
    const follow = (): void => { setAddress(readAddress(location.search + location.hash)); };
    addEventListener('popstate', follow);
    return () => { removeEventListener('popstate', follow); };
  }, []);
  const go = useCallback<Go>((change, how = 'push') => {
    const next = { ...readAddress(location.search + location.hash), ...change };
    const target = `${location.pathname}${writeAddress(next)}`;
    if (target !== `${location.pathname}${location.search}${location.hash}`) history[how === 'push' ? 'pushState' : 'replaceState'](null, '', target);
    setAddress(next);
  }, []);
  return [address, go];
};
