import { useEffect, useState } from 'preact/hooks';
import { Skeleton } from '../components/skeleton.tsx';
import type { DeskAddress } from './address.ts';
import type { DeskPost } from './roles.ts';
import type { Go } from './use-address.ts';

type Loaded = typeof import('./board.tsx');

/** The leader's board is loaded when it is opened: most who work at a desk never do. */
export const BoardDoor = (props: { readonly post: DeskPost; readonly address: DeskAddress; readonly go: Go }) => {
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => { void import('./board.tsx').then(setLoaded); }, []);
  return loaded === undefined ? <main id="main" class="desk"><Skeleton lines={10} /></main> : <loaded.Board {...props} />;
};
