import type { Fee } from './procedure.ts';

/** The amounts a fee publishes; none where it is words only. */
export const amountsOf = (fee: Fee | undefined): number[] => {
  if (fee?.kind === 'amount') return [fee.vnd];
  return fee?.kind === 'items' ? fee.items.flatMap(({ vnd }) => vnd ?? []) : [];
};
export const isFree = (fee: Fee | undefined): boolean => fee?.kind === 'free' || (fee?.kind === 'items' && fee.items.every(({ vnd }) => vnd === 0));
