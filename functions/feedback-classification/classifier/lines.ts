import { StringDecoder } from 'node:string_decoder';

/** Of a line longer than this the middle is dropped while it arrives: the classifier reads beginning and end. UTF-16 units. */
export const longestLine = 1 << 17;

const shortened = (line: string): string => (line.length > 2 * longestLine ? `${line.slice(0, longestLine / 2)} ${line.slice(-longestLine / 2)}` : line);
const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

/**
 * Lines of a stream of bytes, as many at a time as have arrived; only `\n` ends a line, so that there are as many answers
 * as lines. What is no UTF-8 becomes `\uFFFD`, a byte order mark at the beginning is no part of the text.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[]> {
  const decoder = new StringDecoder('utf8');
  let rest = '', begun = false;
  for await (const chunk of chunks) {
    let text = decoder.write(Buffer.from(chunk));
    if (!begun && text !== '') {
      text = text.replace(/^\uFEFF/, '');
      begun = true;
    }
    const lines = (rest + text).split('\n');
    rest = shortened(lines.pop() ?? '');
    if (lines.length > 0) yield lines.map(withoutReturn);
  }
  rest += decoder.end();
  if (rest !== '') yield [withoutReturn(rest)];
}
