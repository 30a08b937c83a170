import type { DossierStatusCode } from '../../shared/kernel/dossier-status.ts';
import { genesisHash, sealEntry, verifyChain, type ChainVerdict } from '../../shared/kernel/history-chain.ts';
import type { StepMark } from './internal-step.ts';

/** Who acted, as far as the public may know. */
export type PublicActor = { readonly kind: 'citizen' | 'officer' | 'system'; readonly role?: 'one-stop-clerk' | 'case-officer' | 'leader'; readonly agency?: string };

/** What only the applicant's agency reads. The salt keeps the public digest from being guessed from a list of names. */
export type PrivatePart = {
  readonly person: string; readonly name: string;
  /** who holds the post that was exercised, where that is another */ readonly onBehalfOf?: { readonly person: string; readonly name: string };
  readonly reason?: string;
  /** the list that goes with the reason, so that the seal covers it */ readonly asked?: readonly string[];
  readonly salt: string;
};

type Line = {
  readonly seq: number; readonly at: string; readonly act: string;
  readonly from: DossierStatusCode | null; readonly to: DossierStatusCode;
  readonly by: PublicActor; readonly privateDigest: string;
  /** which internal step was left for which */
  readonly step?: StepMark;
};
export type HistoryRecord = Line & { readonly previousHash: string; readonly hash: string; readonly private: PrivatePart };

export type Happening = Omit<Line, 'privateDigest'> & { readonly private: PrivatePart };

const digestOf = (part: PrivatePart): Promise<string> => sealEntry('', part);

/** Both names, where a post was exercised for its holder: `X thay Y`. */
export const signerOf = ({ name, onBehalfOf }: Pick<PrivatePart, 'name' | 'onBehalfOf'>): string => (onBehalfOf === undefined ? name : `${name} thay ${onBehalfOf.name}`);

/** Exactly what the seal covers; a page recomputes it from the public entry. */
const sealed = ({ seq, at, act, from, to, by, privateDigest, step }: Line): Line => ({ seq, at, act, from, to, by, privateDigest, ...(step === undefined ? {} : { step }) });

/** Seals what happened over the entry before it; the first entry lies over the genesis of the dossier. */
export const sealHappening = async (previousHash: string, { private: part, ...line }: Happening): Promise<HistoryRecord> => {
  const whole = sealed({ ...line, privateDigest: await digestOf(part) });
  return { ...whole, private: part, previousHash, hash: await sealEntry(previousHash, whole) };
};

export const genesisOf = (dossierId: string): Promise<string> => genesisHash(dossierId);

/**
 * Whether the history is what was written: the chain from the genesis to the head kept on the dossier, and the
 * private part of each entry against its digest. `brokenAt` is the index of the first entry that does not fit.
 */
export const verifyHistory = async (dossierId: string, records: readonly HistoryRecord[], head: string): Promise<ChainVerdict> => {
  const chain = await verifyChain(records.map((record) => ({ entry: sealed(record), hash: record.hash })), { genesis: await genesisOf(dossierId), head });
  const end = chain.holds ? records.length : chain.brokenAt;
  for (const [index, record] of records.slice(0, end).entries()) {
    if ((await digestOf(record.private)) !== record.privateDigest) return { holds: false, brokenAt: index };
  }
  return chain;
};

/** The entry as anyone may see it. */
export const publicEntry = ({ private: _hidden, ...entry }: HistoryRecord): Omit<HistoryRecord, 'private'> => entry;
