import type { Point } from './projection.ts';

/** A point as people paste it: `9.7841, 105.4701`, `9,7841; 105,4701`. Undefined when it is none. */
export const pointIn = (typed: string): Point | undefined => {
  const parts = /^\s*(-?\d{1,3}(?:[.,]\d+)?)\s*(?:[;\s]|,\s)\s*(-?\d{1,3}(?:[.,]\d+)?)\s*$/.exec(typed) ?? /^\s*(-?\d{1,3}\.\d+),(-?\d{1,3}\.\d+)\s*$/.exec(typed);
  if (parts === null) return undefined;
  const [lat, long] = [parts[1], parts[2]].map((part) => Number((part ?? '').replace(',', '.'))) as [number, number];
  return Math.abs(lat) <= 180 && Math.abs(long) <= 180 ? { lat, long } : undefined;
};
