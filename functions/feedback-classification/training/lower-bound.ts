/** Lower 95 % bound of a share of which `right` of `all` were seen (Wilson 1927). */
export const lowerBound = (right: number, all: number): number => {
  if (all === 0) return 0;
  const z = 1.96, p = right / all, zz = z * z / all;
  return (p + zz / 2 - z * Math.sqrt((p * (1 - p) + zz / 4) / all)) / (1 + zz);
};
