// `node infra/local/run.mjs infra/local/start.ts`: the only file of ours an old Node must understand. It says what is missing, or hands over.
// Plain JavaScript without imports of our own, because older versions refuse TypeScript with a stack trace.
import { existsSync } from 'node:fs';
import { pathToFileURL, URL } from 'node:url';

const NODE_MAJOR = 24;
const [, , script] = process.argv;

/** One sentence and what to do; exit code 1. */
function refuse(sentence, remedy) {
  process.stderr.write(`\n✘ ${sentence}\n  ${remedy}\n`);
  process.exit(1);
}

if (!existsSync(new URL('../../node_modules/.bin', import.meta.url))) refuse('The packages are not installed.', 'Run "npm ci" first.');
if (Number(process.versions.node.split('.')[0]) < NODE_MAJOR) {
  refuse(
    `This is Node ${process.versions.node}; the project runs on Node ${NODE_MAJOR}.`,
    `"npm ci" brings it on Linux, for commands started with "npm run"; elsewhere install Node ${NODE_MAJOR} from nodejs.org.`,
  );
}
process.argv.splice(1, 2, script);
await import(pathToFileURL(script).href);
