import { artifact, bottomOf, column, type Document, type Element } from './pdf-document.ts';

/** A table as it is drawn: `share` is a column's part of the width, a cell's lines are parted by line ends. */
export type TableContent = {
  readonly columns: readonly { readonly label: string; readonly share: number }[];
  readonly rows: readonly (readonly string[])[];
};
type Cut = 'regular' | 'bold';
type Place = { readonly x: number; readonly width: number };

const padding = 4;
/** Room for marks over marks. */
const leading = 1.42;

/** Widths of words, each measured once: a register has many thousands of them and few that differ. */
const ruler = (doc: Document, size: number) => {
  const known = new Map<string, number>();
  return (text: string, cut: Cut): number => {
    const name = `${cut} ${text}`;
    const width = known.get(name) ?? doc.font(cut).fontSize(size).widthOfString(text);
    known.set(name, width);
    return width;
  };
};
type Ruler = ReturnType<typeof ruler>;

/** A word wider than its column is parted behind a point or a hyphen, and where it has none, anywhere. */
const pieces = (word: string, width: number, measure: (text: string) => number): string[] => {
  if (measure(word) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  for (const part of word.split(/(?<=[-./@_])/).flatMap((one) => (measure(one) <= width ? [one] : Array.from(one)))) {
    if (piece !== '' && measure(piece + part) > width) { found.push(piece); piece = ''; }
    piece += part;
  }
  return [...found, piece];
};

/** The lines a text takes in a width. */
const wrap = (text: string, width: number, measure: (text: string) => number): string[] => text.split('\n').flatMap((paragraph) => {
  const lines: string[] = [];
  let [line, used] = ['', 0];
  for (const word of paragraph.split(' ')) {
    for (const [index, piece] of pieces(word, width, measure).entries()) {
      const wide = measure(piece);
      const joined = index === 0 && line !== '' ? used + measure(' ') + wide : used + wide;
      if (line === '' || (index === 0 && joined <= width)) [line, used] = [line === '' ? piece : `${line} ${piece}`, line === '' ? wide : joined];
      else { lines.push(line); [line, used] = [piece, wide]; }
    }
  }
  return [...lines, line];
});

const longest = (cells: readonly (readonly string[])[]): number => Math.max(1, ...cells.map((lines) => lines.length));

type Pen = { readonly doc: Document; readonly size: number; readonly places: readonly Place[] };

/** Draws lines of the cells of a row beside each other, with their borders; the text of each goes to its element. */
const drawRow = ({ doc, size, places }: Pen, cells: readonly (readonly string[])[], { y, cut, elements }: { y: number; cut: Cut; elements?: readonly Element[] }): number => {
  const height = longest(cells) * size * leading + 2 * padding;
  artifact(doc, 'Layout', () => {
    for (const { x, width } of places) doc.rect(x, y, width, height);
    doc.lineWidth(0.5).stroke('#555555');
  });
  const write = (lines: readonly string[], x: number): void => {
    doc.font(cut).fontSize(size).fillColor('#000000');
    for (const [index, line] of lines.entries()) if (line !== '') doc.text(line, x + padding, y + padding + index * size * leading, { lineBreak: false });
  };
  for (const [index, { x }] of places.entries()) {
    const lines = cells[index] ?? [];
    const element = elements?.[index];
    if (lines.every((line) => line === '')) continue;
    if (element === undefined) { artifact(doc, 'Pagination', () => { write(lines, x); }); continue; }
    const content = doc.markStructureContent(cut === 'bold' ? 'TH' : 'TD');
    write(lines, x);
    doc.endMarkedContent();
    element.add(content);
  }
  return y + height;
};

const placesOf = (doc: Document, { columns }: TableContent): Place[] => {
  const { x, width } = column(doc);
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  let left = x;
  return columns.map(({ share }) => {
    const place = { x: left, width: width * share / whole };
    left += place.width;
    return place;
  });
};

const wrapped = (texts: readonly string[], { places, measure, cut }: { places: readonly Place[]; measure: Ruler; cut: Cut }): string[][] =>
  places.map(({ width }, index) => wrap(texts[index] ?? '', width - 2 * padding, (text) => measure(text, cut)));

/**
 * Draws a table from where the text stands, over as many pages as it takes: the head stands on each, a row goes to the
 * next page rather than being parted, and one that is longer than a page is continued there.
 */
export const drawTable = (doc: Document, content: TableContent, size = 9): Element => {
  const pen: Pen = { doc, size, places: placesOf(doc, content) };
  const measure = ruler(doc, size);
  const table = doc.struct('Table');
  const head = wrapped(content.columns.map(({ label }) => label), { places: pen.places, measure, cut: 'bold' });
  const lineHeight = size * leading;
  const roomAt = (y: number): number => Math.floor((bottomOf(doc) - y - 2 * padding) / lineHeight);
  const headHeight = longest(head) * lineHeight + 2 * padding;
  const headRow = doc.struct('TR');
  // its types do not know the scope yet
  const ofColumn: object = { scope: 'Column' };
  const headings = content.columns.map(() => doc.struct('TH', ofColumn));
  const nextPage = (): number => {
    doc.continueOnNewPage();
    return drawRow(pen, head, { y: doc.page.margins.top, cut: 'bold' });
  };
  if (roomAt(doc.y + headHeight) < 4) doc.continueOnNewPage();
  let y = drawRow(pen, head, { y: doc.y, cut: 'bold', elements: headings });
  for (const heading of headings) headRow.add(heading);
  table.add(headRow);
  for (const row of content.rows) {
    const cells = wrapped(row, { places: pen.places, measure, cut: 'regular' });
    const elements = cells.map(() => doc.struct('TD'));
    const long = longest(cells);
    if (long > roomAt(y) && y > doc.page.margins.top + headHeight + 1) y = nextPage();
    for (let from = 0; from < long;) {
      if (roomAt(y) < 1) y = nextPage();
      const taken = Math.min(long - from, roomAt(y));
      y = drawRow(pen, cells.map((lines) => lines.slice(from, from + taken)), { y, cut: 'regular', elements });
      from += taken;
    }
    const line = doc.struct('TR');
    for (const element of elements) line.add(element);
    table.add(line);
  }
  doc.x = column(doc).x;
  doc.y = y + 10;
  return table;
};
