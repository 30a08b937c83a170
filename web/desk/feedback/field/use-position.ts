import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Point } from '../projection.ts';

export type Position = { readonly state: 'unasked' | 'asking' | 'failed' } | { readonly state: 'known'; readonly here: Point };

/** Where the officer is, once she asks for it, for as long as the page is open; it stays on the device. */
export const usePosition = (): { readonly position: Position; readonly locate: () => void } => {
  const [position, setPosition] = useState<Position>({ state: 'unasked' });
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (!wanted) return undefined;
    const watch = navigator.geolocation.watchPosition(
      ({ coords }) => { setPosition({ state: 'known', here: { lat: coords.latitude, long: coords.longitude } }); },
      () => { setPosition((before) => (before.state === 'known' ? before : { state: 'failed' })); setWanted(false); },
      { enableHighAccuracy: true, maximumAge: 10_000, timeout: 20_000 },
    );
    return () => { navigator.geolocation.clearWatch(watch); };
  }, [wanted]);
  const locate = useCallback(() => { setPosition({ state: 'asking' }); setWanted(true); }, []);
  return { position, locate };
};
