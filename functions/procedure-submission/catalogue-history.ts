import type { CatalogueEntry } from '../../shared/contracts/catalogue-work.ts';
import { genesisHash, sealEntry, verifyChain } from '../../shared/kernel/history-chain.ts';

/** The hash before the first act on a procedure. */
export const catalogueGenesis = (code: string): Promise<string> => genesisHash(`procedure:${code}`);

/** What the seal covers: everything but the seals themselves. */
const sealed = (entry: CatalogueEntry): Record<string, unknown> => Object.fromEntries(Object.entries(entry).filter(([key]) => key !== 'hash' && key !== 'previousHash'));

/** Seals an act over the one before it. */
export const sealAct = async (previousHash: string, entry: Omit<CatalogueEntry, 'hash' | 'previousHash'>): Promise<CatalogueEntry> =>
  ({ ...entry, previousHash, hash: await sealEntry(previousHash, entry) });

/** Whether the acts are what was written, up to the last seal kept beside the draft. */
export const actsHold = async (code: string, { history, head }: { readonly history: readonly CatalogueEntry[]; readonly head: string }): Promise<boolean> =>
  (await verifyChain(history.map((entry) => ({ entry: sealed(entry), hash: entry.hash })), { genesis: await catalogueGenesis(code), head })).holds;
