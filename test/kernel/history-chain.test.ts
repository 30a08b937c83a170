import { describe, expect, test } from 'vitest';
import { canonicalJson, genesisHash, sealEntry, verifyChain, type SealedEntry } from '../../shared/kernel/history-chain.ts';

const sealAll = async (genesis: string, entries: readonly unknown[]): Promise<SealedEntry[]> => {
  const sealed: SealedEntry[] = [];
  let previous = genesis;
  for (const entry of entries) {
    previous = await sealEntry(previous, entry);
    sealed.push({ entry, hash: previous });
  }
  return sealed;
};

const genesis = await genesisHash('dos_01ARYZ6S410000000000000000');
const entries = ['submitted', 'accepted', 'processing', 'finished', 'handed-over'].map((to, seq) => ({ seq, to, at: `2026-11-2${seq}T02:00:00Z`, by: { post: 'motcua.phuong1' } }));
const chain = await sealAll(genesis, entries);
const head = chain.at(-1)?.hash ?? '';
const changed = (index: number, change: (sealed: SealedEntry) => SealedEntry): SealedEntry[] => chain.map((sealed, i) => (i === index ? change(sealed) : sealed));

describe('the hash chain', () => {
  test('holds as written', async () => {
    expect(await verifyChain(chain, { genesis, head })).toEqual({ holds: true });
    expect(await verifyChain([], { genesis })).toEqual({ holds: true });
  });

  test.each([0, 1, 2, 3, 4])('a changed entry %i is named', async (index) => {
    expect(await verifyChain(changed(index, (sealed) => ({ ...sealed, entry: { ...entries[index], to: 'refused' } })), { genesis })).toEqual({ holds: false, brokenAt: index });
  });

  test.each([0, 1, 2, 3, 4])('one flipped bit in seal %i is named', async (index) => {
    const flip = ({ entry, hash }: SealedEntry): SealedEntry => ({ entry, hash: `${hash.slice(0, -1)}${(Number.parseInt(hash.slice(-1), 16) ^ 1).toString(16)}` });
    expect(await verifyChain(changed(index, flip), { genesis })).toEqual({ holds: false, brokenAt: index });
  });

  test.each([0, 1, 2, 3])('a removed entry %i shows where it was', async (index) => {
    expect(await verifyChain(chain.toSpliced(index, 1), { genesis })).toEqual({ holds: false, brokenAt: index });
  });

  test('two entries changing places', async () => {
    const [a, b, c, ...rest] = chain;
    expect(await verifyChain([a, c, b, ...rest].filter((sealed) => sealed !== undefined), { genesis })).toEqual({ holds: false, brokenAt: 1 });
  });

  test('an entry put in between', async () => {
    expect(await verifyChain(chain.toSpliced(2, 0, { entry: { to: 'x' }, hash: '0'.repeat(64) }), { genesis })).toEqual({ holds: false, brokenAt: 2 });
  });

  test('an end cut off shows against the head, and only against it', async () => {
    expect(await verifyChain(chain.slice(0, 3), { genesis, head })).toEqual({ holds: false, brokenAt: 3 });
    expect(await verifyChain([], { genesis, head })).toEqual({ holds: false, brokenAt: 0 });
    expect(await verifyChain(chain.slice(0, 3), { genesis })).toEqual({ holds: true });
  });

  test('an end written anew shows against the head', async () => {
    const rewritten = await sealAll(genesis, entries.with(4, { ...entries[0], seq: 4, to: 'refused', at: '', by: { post: '' } }));
    expect(await verifyChain(rewritten, { genesis })).toEqual({ holds: true });
    expect(await verifyChain(rewritten, { genesis, head })).toEqual({ holds: false, brokenAt: 5 });
  });

  test('the chain of one dossier is not that of another', async () => {
    expect(await verifyChain(chain, { genesis: await genesisHash('dos_01ARYZ6S410000000000000001') })).toEqual({ holds: false, brokenAt: 0 });
  });
});

describe('canonical JSON', () => {
  test('one spelling whatever the order of keys', () => {
    expect(canonicalJson({ b: 1, a: { d: [1, null, 'ế'], c: true }, e: undefined })).toBe('{"a":{"c":true,"d":[1,null,"ế"]},"b":1}');
    expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
  });

  test('is what a copy through storage gives', () => {
    for (const entry of entries) expect(canonicalJson(JSON.parse(JSON.stringify(entry)))).toBe(canonicalJson(entry));
  });

  test('what JSON cannot say is refused', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1, undefined, Symbol('x')]) expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  test('the known digest of a known text', async () => {
    expect(await genesisHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
