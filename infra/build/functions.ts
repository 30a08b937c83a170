/** `node infra/build/functions.ts`: bundles every function into `.build/functions/<workflow>/<entry>/index.mjs`. */
import { bundleAll } from './bundle.ts';
import { entryPoints } from './entry-points.ts';

const startedAt = performance.now();
try {
  const metafile = await bundleAll(entryPoints());
  const bundles = Object.entries(metafile.outputs).filter(([path]) => path.endsWith('.mjs'));
  for (const [path, { bytes }] of bundles) {
    process.stdout.write(`${path.replace('.build/functions/', '').replace('/index.mjs', '').padEnd(64)}${(bytes / 1024).toFixed(0).padStart(6)} KB\n`);
  }
  process.stdout.write(`${bundles.length} functions bundled in ${Math.round(performance.now() - startedAt)} ms\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
