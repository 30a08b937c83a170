/** `npm run classify`: a text a line from standard input, a JSON object a line to standard output. An empty line has its answer too. */
import { once } from 'node:events';
import { classify } from './classify.ts';
import { linesOf } from './lines.ts';

// whoever reads us may stop before the end, as `head` does
process.stdout.on('error', () => { process.exit(0); });

for await (const lines of linesOf(process.stdin as AsyncIterable<Uint8Array>)) {
  const answers = lines.map((line) => `${JSON.stringify(classify(line))}\n`).join('');
  if (!process.stdout.write(answers)) await once(process.stdout, 'drain');
}
