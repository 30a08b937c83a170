/** A seeded generator (mulberry32), so that a failing case can be run again. */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const between = (random: () => number, least: number, most: number): number => least + Math.floor(random() * (most - least + 1));

export const pick = <T>(random: () => number, choices: readonly [T, ...T[]]): T => {
  const [first, ...rest] = choices;
  const index = between(random, 0, rest.length);
  return index === 0 ? first : (rest[index - 1] as T);
};
