import type { Procedures } from './ports.ts';

/** A version never changes once it is published, so one read of each is enough for the life of a function. */
export const knownVersions = ({ version }: Pick<Procedures, 'version'>): Pick<Procedures, 'version'> => {
  const known = new Map<string, Awaited<ReturnType<Procedures['version']>>>();
  return {
    version: async (code, number) => {
      const key = `${code} ${number}`;
      const found = known.get(key) ?? await version(code, number);
      if (found !== undefined) known.set(key, found);
      return found;
    },
  };
};
