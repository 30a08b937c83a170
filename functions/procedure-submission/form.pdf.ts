import { encode } from 'uqr';
import { formWords } from '../../shared/contracts/form-words.ts';
import { spelledDay } from '../../shared/kernel/spelled-time.ts';
import type { FormContent } from './form-content.ts';
import { column, drawPdf, keep, passage, type Document, type Element, type Fonts } from './pdf-document.ts';
import { drawTable } from './table.pdf.ts';

const qrSize = 84;

/** The agency on the left, the country on the right; what follows starts below whichever is longer. */
export const heading = (doc: Document, content: Pick<FormContent, 'agency' | 'number' | 'issuedAt' | 'form'>): Element[] => {
  const { x, y, width } = column(doc);
  const { number } = content;
  const half = width / 2;
  const left = { width: half - 10, align: 'center' } as const;
  const right = { width: half + 10, align: 'center' } as const;
  let below = y;
  const line = (write: () => Document) => passage(doc, 'P', () => { write(); below = Math.max(below, doc.y); });
  return [
    line(() => doc.font('bold').fontSize(10).text(content.agency.toLocaleUpperCase('vi'), x, y, left)),
    line(() => doc.font('regular').fontSize(9.5).text(formWords.desk, x, doc.y + 2, left)),
    line(() => doc.font('bold').fontSize(10).text(formWords.country, x + half - 10, y, right)),
    line(() => doc.font('bold').fontSize(10).text(formWords.motto, x + half - 10, doc.y + 1, right)),
    line(() => doc.font('regular').fontSize(10).text(formWords.placed(spelledDay(content.issuedAt)), x, below + 8, { width, align: 'right' })),
    ...(number === undefined ? [] : [line(() => doc.font('regular').fontSize(10).text(formWords.number(number), x, below + 2, { width }))]),
    line(() => doc.font('regular').fontSize(8.5).text(`${content.form.number} (${content.form.regulation})`, x, below + 2, { width, align: 'right' })),
    passage(doc, 'H1', () => { doc.font('bold').fontSize(14).text(content.form.title, x, below + 14, { width, align: 'center' }).moveDown(0.8); }),
  ];
};

/** As much of a passage as is kept together; what is longer begins here and goes on overleaf. */
const together = 150;

const titleOf = (doc: Document, title: string, below: number): Element => {
  const { x, width } = column(doc);
  return passage(doc, 'P', () => { keep(doc, below); doc.font('bold').fontSize(11).text(title, x, doc.y, { width }).moveDown(0.2); });
};

const facts = (doc: Document, { lines, papers, papersTitle }: FormContent): Element[] => {
  const { x, width } = column(doc);
  const line = ({ label, value }: { label: string; value: string }) => passage(doc, 'P', () => {
    doc.font('bold').fontSize(11);
    keep(doc, Math.min(together, doc.heightOfString(`${label}: ${value}`, { width })));
    doc.text(`${label}: `, x, doc.y, { width, continued: true }).font('regular').text(value).moveDown(0.35);
  });
  const paper = (text: string, index: number) => passage(doc, 'P', () => {
    const [number, inside] = [`${index + 1}.`, { width: width - 34 }];
    doc.font('regular').fontSize(11);
    keep(doc, Math.min(together, doc.heightOfString(text, inside)));
    const { y } = doc;
    doc.text(number, x + 10, y, { lineBreak: false }).text(text, x + 34, y, inside).moveDown(0.2);
  });
  // an element made and never added keeps the document from ending
  return [...lines.map(line), ...(papers.length === 0 ? [] : [titleOf(doc, papersTitle ?? formWords.papers, 60), ...papers.map(paper)])];
};

const signatureHeight = (doc: Document, { signatures }: FormContent): number => {
  const { width } = column(doc);
  doc.font('regular').fontSize(10.5);
  return 74 + Math.max(...signatures.map(({ name }) => doc.heightOfString(name, { width: width / 2 - 8, align: 'center' })));
};

/** The last sentences; whoever signs, signs below them and not on a page of its own. */
const closing = (doc: Document, content: FormContent): Element[] => {
  const { x, width } = column(doc);
  return [passage(doc, 'P', () => {
    const below = signatureHeight(doc, content) + qrSize + 40;
    doc.moveDown(0.4).font('regular').fontSize(11);
    keep(doc, doc.heightOfString(content.closing, { width }) + below);
    doc.text(content.closing, x, doc.y, { width }).moveDown(1);
  })];
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

/** The signatures and the code that opens the page of the dossier; they stay together on a page. */
const foot = (doc: Document, content: FormContent): Element[] => {
  const { x, width } = column(doc);
  const half = width / 2;
  const [left, right] = content.signatures;
  const qrAt = signatureHeight(doc, content);
  keep(doc, qrAt + qrSize);
  const { y } = doc;
  const recipients = (names: readonly string[]) => names.map((name, index) => passage(doc, 'P', () => {
    if (index === 0) doc.font('bold').fontSize(9).text(formWords.recipients, x, y, { width: half - 20 });
    doc.font('regular').fontSize(9).text(`- ${name}`, x, doc.y, { width: half - 20 });
  }));
  const signature = (role: string, name: string, at: number) => [
    passage(doc, 'P', () => { doc.font('bold').fontSize(10.5).text(role, at, y, { width: half, align: 'center' }); }),
    passage(doc, 'P', () => { doc.font('regular').fontSize(9).text(formWords.signHere, at, y + 15, { width: half, align: 'center' }); }),
    passage(doc, 'P', () => { doc.font('regular').fontSize(10.5).text(name, at + 4, y + 60, { width: half - 8, align: 'center' }); }),
  ];
  const beside = { width: width - qrSize - 14 };
  return [
    ...(content.recipients === undefined ? signature(left.role, left.name, x) : recipients(content.recipients)), ...signature(right.role, right.name, x + half),
    doc.struct('Figure', { alt: formWords.qr(content.trackingCode) }, () => { drawQr(doc, content.link, { x, y: y + qrAt }); }),
    passage(doc, 'P', () => { doc.font('regular').fontSize(9).text(formWords.code(content.trackingCode), x + qrSize + 14, y + qrAt + 12, beside); }),
    passage(doc, 'P', () => { doc.font('regular').fontSize(9).text(content.link, x + qrSize + 14, doc.y + 3, beside); }),
  ];
};

/** A form of a dossier as a PDF/A. */
export const renderForm = (content: FormContent, fonts: Fonts): Promise<Uint8Array> => {
  const { table } = content;
  return drawPdf(
    { title: `${content.form.title} ${content.number ?? content.trackingCode}`, author: content.agency, at: content.issuedAt, runningHead: `${content.form.number} · ${content.number ?? content.trackingCode}`, landscape: table !== undefined },
    fonts,
    [
      (doc) => heading(doc, content), (doc) => facts(doc, content),
      ...(table === undefined ? [] : [(doc: Document) => [titleOf(doc, table.title, 90)], (doc: Document) => [drawTable(doc, table)]]),
      (doc) => closing(doc, content), (doc) => foot(doc, content),
    ],
  );
};
