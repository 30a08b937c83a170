import type { Changes, Standing, Stretch } from './dossier.ts';

type Clocked = Pick<Standing, 'business' | 'receivedAt' | 'pauses' | 'heldFrom'>;

/** The stretch in which the clock stands now. */
export const openPause = (pauses: readonly Stretch[] = []): Stretch | undefined => {
  const last = pauses.at(-1);
  return last?.resumedAt === undefined ? last : undefined;
};

/** Two machines' clocks may differ by a little: what happens later never lies earlier. */
const notBefore = (at: string, earlier: string | undefined): string => (earlier !== undefined && earlier > at ? earlier : at);

/** The clock stops, once however many reasons there are; before acceptance there is none to stop. The status left is where the dossier goes back to. */
export const pausing = ({ business, receivedAt, pauses = [], heldFrom }: Clocked, at: string): Pick<Changes, 'heldFrom' | 'pauses'> => ({
  heldFrom: heldFrom ?? business,
  ...(receivedAt === undefined || openPause(pauses) !== undefined ? {} : { pauses: [...pauses, { pausedAt: notBefore(at, pauses.at(-1)?.resumedAt ?? receivedAt) }] }),
});

/** The clock goes on where it stopped. */
export const resuming = ({ pauses = [] }: Clocked, at: string): Pick<Changes, 'heldFrom' | 'pauses'> => {
  const open = openPause(pauses);
  return { heldFrom: undefined, ...(open === undefined ? {} : { pauses: [...pauses.slice(0, -1), { ...open, resumedAt: notBefore(at, open.pausedAt) }] }) };
};
