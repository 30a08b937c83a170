import type { HistoryEntry } from '../../shared/contracts/dossier.ts';
import { verifyChain } from '../../shared/kernel/history-chain.ts';

export type Verdict = { readonly kind: 'holds' } | { readonly kind: 'altered' | 'altered-in-private'; /** index of the line */ readonly at: number } | { readonly kind: 'cut' };

/** What the seal of a line covers: everything of it but the seal and the link to the line before. */
const sealed = ({ hash, previousHash: _link, ...entry }: HistoryEntry) => ({ entry, hash });

type History = { readonly genesis: string; readonly head: string; readonly entries: readonly HistoryEntry[]; readonly holds: boolean; readonly brokenAt?: number | undefined };

/** Recomputes the chain here, in the reader's own browser, from the lines as served. What is private in a line only the province can compare with its digest. */
export const verifyHistory = async (history: History): Promise<Verdict> => {
  const verdict = await verifyChain(history.entries.map(sealed), { genesis: history.genesis, head: history.head });
  if (verdict.holds) return history.holds || history.brokenAt === undefined ? { kind: 'holds' } : { kind: 'altered-in-private', at: history.brokenAt };
  return verdict.brokenAt >= history.entries.length ? { kind: 'cut' } : { kind: 'altered', at: verdict.brokenAt };
};
