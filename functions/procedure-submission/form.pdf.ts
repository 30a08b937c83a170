import PdfDocument from 'pdfkit';
import { encode } from 'uqr';
import { spelledDay, type FormContent } from './form-content.ts';

/** Two cuts of the face, as TTF files: every Vietnamese mark is in them. */
export type Fonts = { readonly regular: Uint8Array; readonly bold: Uint8Array };
type Document = PDFKit.PDFDocument;
type Box = { readonly x: number; readonly y: number; readonly width: number };

/** A4 with the margins of Decree 30/2020, in points. */
const page = { left: 85, right: 57, top: 57, bottom: 57 };
const qrSize = 84;

/** Everything a reader hears stands in a structure element; the order of the elements is the order of reading. */
const passage = (doc: Document, tag: 'H1' | 'P', write: () => void) => doc.struct(tag, {}, write);

const column = (doc: Document): Box => ({ x: page.left, y: doc.y, width: doc.page.width - page.left - page.right });

/** The agency on the left, the country on the right; what follows starts below whichever is longer. */
const heading = (doc: Document, content: FormContent) => {
  const { x, y, width } = column(doc);
  const half = width / 2;
  const left = { width: half - 10, align: 'center' } as const;
  const right = { width: half + 10, align: 'center' } as const;
  let below = y;
  const line = (write: () => Document) => passage(doc, 'P', () => { write(); below = Math.max(below, doc.y); });
  return [
    line(() => doc.font('bold').fontSize(10).text(content.agency.toLocaleUpperCase('vi'), x, y, left)),
    line(() => doc.font('regular').fontSize(9.5).text('BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ', x, doc.y + 2, left)),
    line(() => doc.font('bold').fontSize(10).text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', x + half - 10, y, right)),
    line(() => doc.font('bold').fontSize(10).text('Độc lập - Tự do - Hạnh phúc', x + half - 10, doc.y + 1, right)),
    line(() => doc.font('regular').fontSize(10).text(`Hậu Giang, ${spelledDay(content.issuedAt)}`, x, below + 8, { width, align: 'right' })),
    ...(content.number === undefined ? [] : [line(() => doc.font('regular').fontSize(10).text(`Mã hồ sơ: ${content.number}`, x, below + 2, { width }))]),
    line(() => doc.font('regular').fontSize(8.5).text(`${content.form.number} (${content.form.regulation})`, x, below + 2, { width, align: 'right' })),
    passage(doc, 'H1', () => { doc.font('bold').fontSize(14).text(content.form.title, x, below + 14, { width, align: 'center' }).moveDown(0.8); }),
  ];
};

const body = (doc: Document, content: FormContent) => {
  const { x, width } = column(doc);
  const line = ({ label, value }: { label: string; value: string }) =>
    passage(doc, 'P', () => { doc.font('bold').fontSize(11).text(`${label}: `, x, doc.y, { width, continued: true }).font('regular').text(value).moveDown(0.35); });
  const papers = content.papers.map((paper, index) => passage(doc, 'P', () => { doc.font('regular').fontSize(11).text(`${index + 1}. ${paper}`, x + 14, doc.y, { width: width - 14 }).moveDown(0.2); }));
  // an element made and never added keeps the document from ending
  const listTitle = () => passage(doc, 'P', () => { doc.font('bold').fontSize(11).text(content.papersTitle ?? 'Thành phần hồ sơ nộp gồm:', x, doc.y, { width }).moveDown(0.2); });
  return [
    ...content.lines.map(line), ...(papers.length === 0 ? [] : [listTitle(), ...papers]),
    passage(doc, 'P', () => { doc.moveDown(0.4).font('regular').fontSize(11).text(content.closing, x, doc.y, { width }).moveDown(1); }),
  ];
};

/** The dark modules of a row joined into runs: one rectangle each. */
const drawQr = (doc: Document, link: string, { x, y }: { x: number; y: number }): void => {
  const { data } = encode(link, { border: 0, ecc: 'M' });
  const unit = qrSize / data.length;
  for (const [row, modules] of data.entries()) {
    for (let at = 0; at < modules.length; at++) {
      const start = at;
      while (modules[at]) at++;
      if (at > start) doc.rect(x + start * unit, y + row * unit, (at - start) * unit, unit);
    }
  }
  doc.fill('#000000');
};

const foot = (doc: Document, content: FormContent) => {
  const { x, width } = column(doc);
  const half = width / 2;
  const [left, right] = content.signatures;
  const room = 220;
  const start = (): number => {
    if (doc.y > doc.page.height - page.bottom - room) doc.addPage();
    return doc.y;
  };
  let y = 0;
  const signature = (role: string, name: string, at: number) => [
    passage(doc, 'P', () => { doc.font('bold').fontSize(10.5).text(role, at, y, { width: half, align: 'center' }); }),
    passage(doc, 'P', () => { doc.font('regular').fontSize(10.5).text(name, at, y + 52, { width: half, align: 'center' }); }),
  ];
  return [
    passage(doc, 'P', () => { y = start(); doc.font('regular').fontSize(9).text('(Ký và ghi rõ họ tên)', x, y + 15, { width: half, align: 'center' }); }),
    passage(doc, 'P', () => { doc.font('regular').fontSize(9).text('(Ký và ghi rõ họ tên)', x + half, y + 15, { width: half, align: 'center' }); }),
    ...signature(left.role, left.name, x), ...signature(right.role, right.name, x + half),
    doc.struct('Figure', { alt: `Mã QR mở trang tra cứu hồ sơ ${content.trackingCode}` }, () => { drawQr(doc, content.link, { x, y: y + 100 }); }),
    passage(doc, 'P', () => { doc.font('regular').fontSize(9).text(`Mã tra cứu: ${content.trackingCode}`, x + qrSize + 14, y + 112, { width: width - qrSize - 14 }); }),
    passage(doc, 'P', () => { doc.font('regular').fontSize(9).text(content.link, x + qrSize + 14, y + 128, { width: width - qrSize - 14 }); }),
  ];
};

/**
 * The form as PDF/A-2a: tagged, fonts embedded, in Vietnamese. The same content gives the same bytes, because its
 * dates are those of the form and not of the printing.
 */
export const renderForm = async (content: FormContent, fonts: Fonts): Promise<Uint8Array> => {
  const options = {
    size: 'A4', margins: page, pdfVersion: '1.7', subset: 'PDF/A-2a', tagged: true, lang: 'vi-VN', displayTitle: true, font: Buffer.from(fonts.regular),
    info: { Title: `${content.form.title} ${content.number ?? content.trackingCode}`, Author: content.agency, CreationDate: content.issuedAt, ModDate: content.issuedAt },
  };
  const doc = new PdfDocument(options as unknown as PDFKit.PDFDocumentOptions);
  const chunks: Uint8Array[] = [];
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk)).on('end', () => { resolve(Buffer.concat(chunks)); }).on('error', reject);
  });
  doc.registerFont('regular', Buffer.from(fonts.regular)).registerFont('bold', Buffer.from(fonts.bold));
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (const part of [heading, body, foot]) for (const element of part(doc, content)) root.add(element);
  root.end();
  doc.end();
  return whole;
};
