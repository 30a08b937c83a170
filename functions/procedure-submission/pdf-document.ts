import PdfDocument from 'pdfkit';

/** Two cuts of the face, as TTF files: every Vietnamese mark is in them. */
export type Fonts = { readonly regular: Uint8Array; readonly bold: Uint8Array };
export type Document = PDFKit.PDFDocument;
export type Element = PDFKit.PDFStructureElement;
type Box = { readonly x: number; readonly y: number; readonly width: number };
/** One after the other; each gives its structure elements, in the order of reading. */
type Part = (doc: Document) => readonly Element[];
type Sheet = { readonly title: string; readonly author: string; readonly at: Date; /** stands on every page but the first, with its number */ readonly runningHead: string; readonly landscape?: boolean };

/** A4 with the margins of Decree 30/2020, in points. */
const sides = { left: 85, right: 57, top: 57, bottom: 57 };

/** Everything a reader hears stands in a structure element. */
export const passage = (doc: Document, tag: 'H1' | 'P', write: () => void): Element => doc.struct(tag, {}, write);

/** What lies between the margins, from where the text stands. */
export const column = (doc: Document): Box => ({ x: sides.left, y: doc.y, width: doc.page.width - sides.left - sides.right });
export const bottomOf = (doc: Document): number => doc.page.height - sides.bottom;

/** Goes to the next page where less than this height is left. */
export const keep = (doc: Document, height: number): void => { if (doc.y + height > bottomOf(doc)) doc.continueOnNewPage(); };

/** What a reader of the screen need not hear: lines, repeated heads, page numbers. */
export const artifact = (doc: Document, type: 'Layout' | 'Pagination', draw: () => void): void => {
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
};

/** As Decree 30/2020 has it: in the middle of the upper margin, none on the first page. */
const numberPages = (doc: Document, runningHead: string): void => {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start + 1; page < start + count; page++) {
    doc.switchToPage(page);
    artifact(doc, 'Pagination', () => {
      const text = `${runningHead} · trang ${page + 1}/${count}`;
      doc.font('regular').fontSize(9).text(text, (doc.page.width - doc.widthOfString(text)) / 2, 32, { lineBreak: false });
    });
  }
};

/**
 * A document as PDF/A-2a: tagged, fonts embedded, in Vietnamese. The same content gives the same bytes, because its
 * dates are those of the content and not of the printing.
 */
export const drawPdf = async ({ title, author, at, runningHead, landscape = false }: Sheet, fonts: Fonts, parts: readonly Part[]): Promise<Uint8Array> => {
  const options = {
    size: 'A4', layout: landscape ? 'landscape' : 'portrait', margins: sides, bufferPages: true,
    pdfVersion: '1.7', subset: 'PDF/A-2a', tagged: true, lang: 'vi-VN', displayTitle: true, font: Buffer.from(fonts.regular),
    info: { Title: title, Author: author, CreationDate: at, ModDate: at },
  };
  const doc = new PdfDocument(options as unknown as PDFKit.PDFDocumentOptions);
  // needed while it is made, so that no other face is named; left there, each further page would begin in this one
  delete (options as { font?: unknown }).font;
  const chunks: Uint8Array[] = [];
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk)).on('end', () => { resolve(Buffer.concat(chunks)); }).on('error', reject);
  });
  doc.registerFont('regular', Buffer.from(fonts.regular)).registerFont('bold', Buffer.from(fonts.bold));
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (const part of parts) for (const element of part(doc)) root.add(element);
  root.end();
  numberPages(doc, runningHead);
  doc.end();
  return whole;
};
