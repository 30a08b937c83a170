/** One line of the table: what was measured, what came out, what is allowed, and why it is so. */
export type Line = { readonly what: string; readonly value: string; readonly limit?: string; readonly kept?: boolean; readonly note?: string };

/** A figure of the bench: its lines for people, its data for machines. */
export type Figure = { readonly title: string; readonly how: string; readonly lines: readonly Line[]; readonly data: unknown };

/** The value below which a share of the samples lies; the samples need not be in order. */
export const percentile = (samples: readonly number[], share: number): number => {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
};
export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

export const rounded = (value: number, digits = 1): number => Math.round(value * 10 ** digits) / 10 ** digits;
export const milliseconds = (value: number): string => `${value < 10 ? rounded(value, 1) : Math.round(value)} ms`;
