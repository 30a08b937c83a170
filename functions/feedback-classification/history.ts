import type { FeedbackState } from '../../shared/kernel/feedback-state.ts';
import { genesisHash, sealEntry, verifyChain, type ChainVerdict } from '../../shared/kernel/history-chain.ts';

/** Who acted, as far as the public may know. */
export type PublicActor = { readonly kind: 'reporter' | 'officer' | 'system'; readonly role?: string; readonly agency?: string };

/** What only the desk reads. The salt keeps the public digest from being guessed. Of a reporter nothing is kept here that would have to be erased. */
export type PrivatePart = { readonly person: string; readonly name: string; readonly onBehalfOf?: { readonly person: string; readonly name: string }; readonly reason?: string; readonly salt: string };

type Line = { readonly seq: number; readonly at: string; readonly act: string; readonly from: FeedbackState | null; readonly to: FeedbackState; readonly by: PublicActor; readonly privateDigest: string };
/** The private part goes when its words are destroyed; its digest stays, so that the chain holds. */
export type HistoryRecord = Line & { readonly previousHash: string; readonly hash: string; readonly private?: PrivatePart };
export type Happening = Omit<Line, 'privateDigest'> & { readonly private: PrivatePart };

const digestOf = (part: PrivatePart): Promise<string> => sealEntry('', part);
/** Exactly what the seal covers; a page recomputes it from the public entry. */
const sealed = ({ seq, at, act, from, to, by, privateDigest }: Line): Line => ({ seq, at, act, from, to, by, privateDigest });

/** Seals what happened over the entry before it; the first entry lies over the genesis of the report. */
export const sealHappening = async (previousHash: string, { private: part, ...line }: Happening): Promise<HistoryRecord> => {
  const whole = sealed({ ...line, privateDigest: await digestOf(part) });
  return { ...whole, private: part, previousHash, hash: await sealEntry(previousHash, whole) };
};

export const genesisOf = (feedbackId: string): Promise<string> => genesisHash(feedbackId);

/** Whether the history is what was written, private parts against their digests as long as they are kept. */
export const verifyHistory = async (feedbackId: string, records: readonly HistoryRecord[], head: string): Promise<ChainVerdict> => {
  const chain = await verifyChain(records.map((record) => ({ entry: sealed(record), hash: record.hash })), { genesis: await genesisOf(feedbackId), head });
  const end = chain.holds ? records.length : chain.brokenAt;
  for (const [index, record] of records.slice(0, end).entries()) {
    if (record.private !== undefined && (await digestOf(record.private)) !== record.privateDigest) return { holds: false, brokenAt: index };
  }
  return chain;
};

/** The entry as anyone may see it. */
export const publicEntry = ({ private: _hidden, ...entry }: HistoryRecord): Omit<HistoryRecord, 'private'> => entry;
