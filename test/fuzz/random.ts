/** A small seeded source of randomness (mulberry32): the same seed gives the same requests on every machine. */
export type Random = { readonly next: () => number; readonly below: (n: number) => number; readonly chance: (share: number) => boolean; readonly pick: <T>(from: readonly T[]) => T };

export const seeded = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return { next, below, chance: (share) => next() < share, pick: (from) => from[below(from.length)] as never };
};
