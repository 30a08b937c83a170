import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { describe, expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../../shared/kernel/', import.meta.url));

/** The modules of a page script that imports these names, with the bytes of each that are left. */
const bundled = async (imports: Readonly<Record<string, string>>): Promise<{ bytes: number; zodBytes: number }> => {
  const source = Object.entries(imports).map(([file, names]) => `export { ${names} } from '${folder}${file}.ts';`).join('\n');
  const entry = { name: 'entry', resolveId: (id: string) => (id.endsWith('page-entry') ? '\0entry' : null), load: (id: string) => (id === '\0entry' ? source : null) };
  const result = await build({ configFile: false, logLevel: 'silent', plugins: [entry], build: { write: false, lib: { entry: 'page-entry', formats: ['es'], fileName: 'page' } } });
  const [output] = Array.isArray(result) ? result : [];
  type Chunk = { type: 'chunk'; code: string; modules: Record<string, { renderedLength: number }> };
  const chunks = ((output && 'output' in output ? output.output : []) as unknown as ({ type: 'asset' } | Chunk)[]).filter((file): file is Chunk => file.type === 'chunk');
  const modules = chunks.flatMap((chunk) => Object.entries(chunk.modules));
  return {
    bytes: chunks.reduce((sum, { code }) => sum + code.length, 0),
    zodBytes: modules.filter(([id]) => id.includes('node_modules/zod/')).reduce((sum, [, { renderedLength }]) => sum + renderedLength, 0),
  };
};

/**
 * A public page may have 15 KB of script; zod alone is more. Every schema of the kernel is therefore marked pure, and a
 * page that counts days or writes an amount does not carry the validator along.
 */
describe('what a page pays for the kernel', () => {
  test('functions bring no zod', async () => {
    const { bytes, zodBytes } = await bundled({
      'agency-code': 'toOldCode, agencyLevel', 'dossier-status': 'dossierStatuses, channels', 'history-chain': 'verifyChain, genesisHash', 'procedure-code': 'nationalCode',
      'vietnamese-text': 'fold, compareNames', 'vietnam-time': 'localDate, localParts, atLocal', 'working-time/calendar': 'compileCalendar', 'working-time/deadline': 'deadline',
      'working-time/pause': 'pausedDeadline', ids: 'newId, trackingCode', money: 'formatVnd, vndInWords',
    });
    expect(zodBytes).toBe(0);
    expect(bytes).toBeGreaterThan(5000);
    expect(bytes).toBeLessThan(40_000);
  });

  test('a schema brings it', async () => expect((await bundled({ money: 'Vnd' })).zodBytes).toBeGreaterThan(10_000));
});
