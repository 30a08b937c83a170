import type { CatalogueEntry } from '../../shared/contracts/catalogue-work.ts';
import { genesisHash, sealEntry, verifyChain } from '../../shared/kernel/history-chain.ts';

/** The hash before the first act on a procedure. */
export const catalogueGenesis = (code: string): Promise<string> => genesisHash(`procedure:${code}`);

/** What the seal covers: everything but the seals themselves. */
const sealed = (entry: CatalogueEntry): Record<string, unknown> => Object.fromEntries(Object.entries(entry).filter(([key]) => key !== 'hash' && key !== 'previousHash'));

/** Seals an act over the one before it. */
export const sealAct = async (previousHash: string, entry: Omit<CatalogueEntry, 'hash' | 'previousHash'>): Promise<CatalogueEntry> =>
  ({ ...entry, previousHash, hash: await sealEntry(previousHash, entry) });

/** Who wrote the version published under a number. A version that was recalled and is written on keeps those who wrote it before. */
export const authorsOf = (history: readonly CatalogueEntry[], version: number): { readonly person: string; readonly name: string }[] => {
  const published = history.findIndex((entry) => entry.act === 'publish' && entry.version === version);
  const start = history.findLastIndex(({ act }, index) => index < published && (act === 'publish' || act === 'discard'));
  const since = history.slice(start + 1, Math.max(published, 0));
  const before = since.filter(({ act, from }) => act === 'recall' && from === null).flatMap((entry) => authorsOf(history, entry.version ?? 0));
  const all = [...before, ...since.filter(({ act }) => act === 'save').map(({ by: { person, name } }) => ({ person, name }))];
  return all.filter(({ person }, index) => all.findLastIndex((other) => other.person === person) === index);
};

/** Whether the acts are what was written, up to the last seal kept beside the draft. */
export const actsHold = async (code: string, { history, head }: { readonly history: readonly CatalogueEntry[]; readonly head: string }): Promise<boolean> =>
  (await verifyChain(history.map((entry) => ({ entry: sealed(entry), hash: entry.hash })), { genesis: await catalogueGenesis(code), head })).holds;
