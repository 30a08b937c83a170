import { build } from 'esbuild';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TrinoSQL } from 'dt-sql-parser';

/** The package imports folders, which Node refuses, so its Trino part is bundled before it is loaded. */
export const trinoGrammar = async (): Promise<TrinoSQL> => {
  const folder = await mkdtemp(join(tmpdir(), 'trino-grammar-'));
  const outfile = join(folder, 'grammar.mjs');
  try {
    await build({
      stdin: { contents: "export { TrinoSQL } from 'dt-sql-parser/dist/parser/trino/index.js';", resolveDir: import.meta.dirname },
      bundle: true, format: 'esm', platform: 'node', outfile, logLevel: 'silent',
    });
    const loaded = await import(pathToFileURL(outfile).href) as { TrinoSQL: new () => TrinoSQL };
    return new loaded.TrinoSQL();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
