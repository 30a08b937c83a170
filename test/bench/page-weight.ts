import { scriptKilobytes } from '../budgets/limits.ts';
import { builtPages, pageWeight } from '../budgets/pages.ts';
import { rounded } from './figure.ts';
import type { Figure } from './figure.ts';

const kilobytes = (bytes: number): number => rounded(bytes / 1000, 1);

/** JavaScript after gzip of every page's first view, from the built site. */
export const pageWeights = (): Figure => {
  const pages = Object.entries(builtPages()).map(([page, files]) => {
    const { first, lazy } = pageWeight(files);
    return { page, first: kilobytes(first), later: kilobytes(Object.values(lazy).reduce((sum, bytes) => sum + bytes, 0)), limit: scriptKilobytes[page] };
  });
  return {
    title: 'JavaScript of the pages', how: 'kilobytes after gzip, everything the first view waits for; what is loaded later in brackets',
    lines: pages.map(({ page, first, later, limit }) => ({
      what: page, value: `${first} KB${later > 0 ? ` (+${later})` : ''}`, ...(limit === undefined ? {} : { limit: `${limit} KB`, kept: first <= limit }),
    })),
    data: pages,
  };
};
