import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { controlSheetContent } from '../../functions/procedure-submission/control-sheet.ts';
import { apologyContent, receiptContent, refusalContent, stopContent, supplementContent, type FormContent } from '../../functions/procedure-submission/form-content.ts';
import { renderForm } from '../../functions/procedure-submission/form.pdf.ts';
import { paymentContent, paymentReceiptContent } from '../../functions/procedure-submission/payment-forms.ts';
import { now, recordAfter } from './support/dossiers.ts';
import { formFaces } from './support/faces.ts';
import { longLife, longReason } from './support/long-life.ts';

const fonts = formFaces();
const site = 'https://dichvucong.haugiang.gov.vn';

const formsAt = async (at: Date): Promise<Record<string, FormContent>> => {
  const record = await longLife(at);
  const refused = await recordAfter(['refuse'], record.filed, longReason);
  const handedOver = record.history.at(-1)?.seq ?? 0;
  return {
    receipt: receiptContent(record, site, { papers: new Map() }), supplement: supplementContent(record, site, 3), refusal: refusalContent(refused, site), apology: apologyContent(record, site, 4),
    stop: stopContent(record, site, 3), payment: paymentContent(record, site, 2), feeReceipt: paymentReceiptContent(record, site, { revision: 3, of: 'fee' }), controlSheet: controlSheetContent(record, site, handedOver),
  };
};

type Box = { readonly text: string; readonly left: number; readonly right: number; readonly bottom: number; readonly top: number };
/** Where each run of text stands, page by page. */
const boxesOf = async (pdf: Uint8Array): Promise<{ width: number; height: number; boxes: Box[] }[]> => {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  return Promise.all(Array.from({ length: document.numPages }, async (_, index) => {
    const page = await document.getPage(index + 1);
    const [, , width = 0, height = 0] = page.view as number[];
    const { items } = await page.getTextContent();
    const boxes = items.flatMap((item): Box[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , size = 0, left = 0, base = 0] = item.transform as number[];
      return [{ text: item.str, left, right: left + item.width, bottom: base - size * 0.2, top: base + size * 0.7 }];
    });
    return { width, height, boxes };
  }));
};
const overlap = (one: Box, other: Box): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 && Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom) > 1;

describe('forms of a long life', () => {
  it.each([['Thông tư số 03/2025/TT-VPCP', now], ['Thông tư số 01/2018/TT-VPCP', new Date('2020-10-02T02:00:00Z')]] as const)('stay within their margins, one text beside the other (%s)', async (_regulation, at) => {
    for (const [kind, content] of Object.entries(await formsAt(at))) {
      const pages = await boxesOf(await renderForm(content, fonts));
      for (const [index, { width, height, boxes }] of pages.entries()) {
        for (const box of boxes) {
          expect(box.left, `${kind} ${box.text}`).toBeGreaterThanOrEqual(84);
          expect(box.right, `${kind} ${box.text}`).toBeLessThanOrEqual(width - 56);
          expect(box.bottom, `${kind} ${box.text}`).toBeGreaterThanOrEqual(54);
          expect(box.top, `${kind} ${box.text}`).toBeLessThanOrEqual(height - 30);
        }
        const meeting = boxes.flatMap((one, place) => boxes.slice(place + 1).flatMap((other) => (overlap(one, other) ? [`${one.text} | ${other.text}`] : [])));
        expect(meeting, `${kind}, page ${index + 1}`).toEqual([]);
      }
      const [first] = pages;
      expect(first?.boxes.length, kind).toBeGreaterThan(10);
    }
  });

  it('repeat the head of the table and their number on each page of a control sheet, and lose no row', async () => {
    const { controlSheet } = await formsAt(now);
    if (controlSheet?.table === undefined) throw new TypeError('a control sheet has a table');
    const pages = await boxesOf(await renderForm(controlSheet, fonts));
    expect(pages.length).toBeGreaterThan(2);
    const withRows = pages.slice(0, -1);
    for (const { boxes } of withRows) expect(boxes.map(({ text }) => text)).toEqual(expect.arrayContaining(['Cơ quan, bước', 'Ghi chú']));
    for (const [index, { boxes }] of pages.entries()) expect(boxes.some(({ text }) => text.endsWith(`trang ${index + 1}/${pages.length}`)), String(index)).toBe(index > 0);
    const ordinals = pages.flatMap(({ boxes }) => boxes.filter(({ left, text }) => left < 92 && /^\d+$/.test(text)).map(({ text }) => Number(text)));
    expect(ordinals).toEqual(controlSheet.table.rows.map((_, index) => index + 1));
  });

  it('part a row that is longer than a page, and lose no word of it', async () => {
    const { controlSheet } = await formsAt(now);
    if (controlSheet?.table === undefined) throw new TypeError('a control sheet has a table');
    const note = Array.from({ length: 900 }, (_, index) => `chữ${index}`).join(' ');
    const row = controlSheet.table.rows[1]?.with(5, note) ?? [];
    const text = (await boxesOf(await renderForm({ ...controlSheet, table: { ...controlSheet.table, rows: [row] } }, fonts))).flatMap(({ boxes }) => boxes.map((box) => box.text)).join(' ');
    for (const at of [0, 449, 899]) expect(text).toContain(`chữ${at}`);
    expect(text.match(/chữ\d+/g)).toHaveLength(900);
  });

  it('are what PDF/A asks of a file: one colour intent with its profile, every face embedded, named in the metadata, nothing hidden', async () => {
    for (const [kind, content] of Object.entries(await formsAt(now))) {
      const raw = Buffer.from(await renderForm(content, fonts)).toString('latin1');
      expect(raw, kind).toMatch(/\/OutputIntents \[\d+ 0 R\]/);
      expect(raw, kind).toMatch(/\/S \/GTS_PDFA1[\s\S]*?\/DestOutputProfile \d+ 0 R/);
      expect(raw, kind).toMatch(/<pdfaid:part>2<[\s\S]*?<pdfaid:conformance>A</);
      expect(raw, kind).toMatch(/\/Marked true/);
      expect(raw, kind).toMatch(/\/ID \[/);
      expect(raw, kind).not.toMatch(/\/Encrypt|\/JavaScript|\/EmbeddedFiles|\/BaseFont \/(Helvetica|Times|Courier)/);
      const [described, embedded] = [raw.match(/\/Type \/FontDescriptor/g)?.length ?? 0, raw.match(/\/FontFile[23] \d+ 0 R/g)?.length ?? 0];
      expect(described, kind).toBeGreaterThan(0);
      expect(embedded, kind).toBe(described);
      expect(raw.match(/\/Subtype \/Type0/g)?.length, kind).toBe(described);
      expect(raw.match(/\/ToUnicode \d+ 0 R/g)?.length, kind).toBe(described);
      expect(raw.includes('/S /Table'), kind).toBe(kind === 'controlSheet');
    }
  });

});
