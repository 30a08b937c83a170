import type { Figure, Line } from './figure.ts';

const verdict = ({ kept }: Line): string => (kept === undefined ? ' ' : kept ? '✔' : '✖');

/** Figures as one table of plain text, columns as wide as their widest entry. */
export const table = (figures: readonly Figure[]): string => {
  const lines = figures.flatMap((figure) => figure.lines);
  const width = (of: (line: Line) => string): number => Math.max(...lines.map((line) => of(line).length));
  const [what, value] = [width((line) => line.what), width((line) => line.value)];
  return figures.map(({ title, how, lines: own }) => [
    `${title}`, `  (${how})`,
    ...own.map((line) => `  ${verdict(line)} ${line.what.padEnd(what)}  ${line.value.padStart(value)}  ${[line.limit === undefined ? '' : `at most ${line.limit}`, line.note ?? ''].filter((part) => part !== '').join('  ')}`.trimEnd()),
  ].join('\n')).join('\n\n');
};
