import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../web/messages');
const areas = readdirSync(folder).flatMap((file) => /^(.+)\.vi\.ts$/.exec(file)?.[1] ?? []);

type Messages = Record<string, string | ((params: Record<string, unknown>) => string)>;
const load = async (area: string, language: 'vi' | 'en'): Promise<Messages> => ((await import(join(folder, `${area}.${language}.ts`))) as Record<string, Messages>)[language] ?? {};

/** Any parameter a text may ask for. */
const someParams = new Proxy({}, { get: (_, key) => (key === Symbol.toPrimitive ? undefined : 7) }) as Record<string, unknown>;
const named = Object.fromEntries(['name', 'time', 'code', 'at', 'due', 'agency', 'fee', 'term', 'level', 'text', 'days', 'verdict', 'from', 'to', 'date', 'channels', 'cases'].map((key) => [key, `<${key}>`]));
const said = (message: Messages[string]): string => typeof message === 'string' ? message : message(new Proxy(named, { get: (known, key) => Reflect.get(known, key) ?? Reflect.get(someParams, key) }));
/** Names and figures are the same in every language. */
const sameInBoth = new Set(['province', 'fileSize']);

describe.each(areas)('texts of %s', (area) => {
  test('both languages say the same things, none is empty, none was left untranslated', async () => {
    const [vi, en] = await Promise.all([load(area, 'vi'), load(area, 'en')]);
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(vi).toSorted());
    for (const [key, message] of Object.entries(vi)) {
      const other = en[key];
      if (other === undefined) throw new Error(key);
      expect(typeof other, key).toBe(typeof message);
      expect(said(message).trim(), key).not.toBe('');
      expect(said(other).trim(), key).not.toBe('');
      if (!sameInBoth.has(key)) expect(said(other), key).not.toBe(said(message));
    }
  });

  test('texts are composed letters (NFC), without control characters', async () => {
    for (const language of ['vi', 'en'] as const) {
      for (const [key, message] of Object.entries(await load(area, language))) {
        expect(said(message), key).toBe(said(message).normalize('NFC'));
        expect(said(message), key).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }
    }
  });
});
