/**
 * Tamper-evident history: every entry is hashed together with the hash of the one before it. Changing, removing or
 * moving an entry breaks the chain from there on; cutting off its end shows only against a head kept elsewhere.
 */

/** An entry as stored: what happened, and its seal. */
export interface SealedEntry {
  readonly entry: unknown;
  /** SHA-256, 64 lower-case hexadecimal digits. */
  readonly hash: string;
}

export interface ChainAnchors {
  /** Hash before the first entry: `genesisHash(dossierId)`, so that a chain cannot be moved to another dossier. */
  readonly genesis: string;
  /** Hash of the last entry as stored apart from the entries; without it a shortened chain still holds. */
  readonly head?: string;
}

export type ChainVerdict = { readonly holds: true } | { readonly holds: false; /** Index of the first entry that does not fit; the length of the chain when entries are missing at its end. */ readonly brokenAt: number };

/**
 * JSON with one spelling per value: keys sorted by code unit, no spaces, absent for undefined (after RFC 8785).
 * Throws TypeError on what JSON cannot say exactly: functions, bigint, NaN, infinities.
 */
export const canonicalJson = (value: unknown): string => {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item === undefined ? null : item)).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`no canonical JSON for ${typeof value}`);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
};

const sha256 = async (text: string): Promise<string> => {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** The hash before the first entry of the history of one matter. */
export const genesisHash = (matterId: string): Promise<string> => sha256(matterId);

/** The seal of an entry over the hash of the one before it. */
export const sealEntry = (previousHash: string, entry: unknown): Promise<string> => sha256(`${previousHash}\n${canonicalJson(entry)}`);

/** Whether every entry fits the one before it, the first the genesis, and the last the head when one is given. */
export const verifyChain = async (entries: readonly SealedEntry[], anchors: ChainAnchors): Promise<ChainVerdict> => {
  let previous = anchors.genesis;
  for (const [index, sealed] of entries.entries()) {
    if ((await sealEntry(previous, sealed.entry)) !== sealed.hash) return { holds: false, brokenAt: index };
    previous = sealed.hash;
  }
  return anchors.head === undefined || anchors.head === previous ? { holds: true } : { holds: false, brokenAt: entries.length };
};
