import { inflateRawSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { registerCells } from '../../shared/contracts/register-table.ts';
import { renderRegister } from '../../functions/procedure-submission/register.pdf.ts';
import { registerSheet } from '../../functions/procedure-submission/register.xlsx.ts';
import { busyMonth, registerOf } from './support/busy-month.ts';
import { formFaces } from './support/faces.ts';

/** The text of a file in a ZIP, found by its local header. */
const unzipped = (zip: Uint8Array, name: string): string => {
  const bytes = Buffer.from(zip);
  for (let at = bytes.indexOf('PK\u0003\u0004', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\u0003\u0004', at + 4, 'latin1')) {
    const [size, nameLength, extra] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)];
    const begin = at + 30 + nameLength + extra;
    if (bytes.toString('utf8', at + 30, at + 30 + nameLength) === name) return inflateRawSync(bytes.subarray(begin, begin + size)).toString();
  }
  throw new Error(`no ${name}`);
};

const pagesOf = async (pdf: Uint8Array): Promise<string[][]> => {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  return Promise.all(Array.from({ length: document.numPages }, async (_, index) => (await (await document.getPage(index + 1)).getTextContent()).items.flatMap((item) => ('str' in item ? [item.str] : []))));
};

describe('the register as a file', () => {
  it('is a PDF/A of every line in its order, under a head on each page', async () => {
    const pdf = await renderRegister(registerOf, busyMonth(60), formFaces());
    const pages = await pagesOf(pdf);
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages.slice(0, -1)) expect(page).toEqual(expect.arrayContaining(['Mã hồ sơ', 'Người nộp', 'Kết quả']));
    const ordinals = pages.flat().filter((text) => /^\d{1,2}$/.test(text)).map(Number);
    expect(ordinals).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    const text = pages.flat().join(' ');
    for (const said of ['SỔ THEO DÕI HỒ SƠ', 'Tháng 11 năm 2026', 'Mẫu số 07', 'Tổng số: 60 hồ sơ', 'Trước']) expect(text).toContain(said);
    const raw = Buffer.from(pdf).toString('latin1');
    expect(raw).toMatch(/<pdfaid:part>2<[\s\S]*?<pdfaid:conformance>A</);
    expect(raw.match(/\/S \/TR\b/g)).toHaveLength(61);
  });

  it('says so when nothing was received', async () => {
    expect((await pagesOf(await renderRegister(registerOf, [], formFaces()))).flat().join(' ')).toContain('chưa tiếp nhận hồ sơ nào');
  });

  it('is a spreadsheet of a whole busy month: instants are dates of Việt Nam, text is never a formula', async () => {
    const rows = busyMonth(3_000);
    const zip = await registerSheet(registerOf, rows);
    const sheet = unzipped(zip, 'xl/worksheets/sheet1.xml');
    expect(sheet.match(/<row /g)).toHaveLength(3_000 + 4);
    expect(sheet).not.toContain('<f>');
    const strings = unzipped(zip, 'xl/sharedStrings.xml');
    expect(strings).toContain('=Nguyễn Thị Ngọc n2999');
    // 20/11/2026 09:00 in Việt Nam: days since 30/12/1899
    const serial = (Date.parse('2026-11-20T09:00:00Z') - Date.parse('1899-12-30T00:00:00Z')) / 86_400_000;
    expect(sheet).toContain(`<v>${serial}</v>`);
  });

  it('has a cell for each column, whatever a line lacks', () => {
    const [full, bare] = [busyMonth(2)[1], busyMonth(2)[0]];
    if (full === undefined || bare === undefined) throw new TypeError('two lines');
    const said = { language: 'vi' as const, time: (instant: string) => instant.slice(0, 10) };
    expect(registerCells(full, 1, said)).toEqual(['2', full.number, full.procedure.name.vi, full.applicantName, '02933878787', 'Ủy ban nhân dân Phường I', 'Trực tiếp', '2026-11-20', '2026-11-30', '2026-11-29', '2026-11-30', 'Trước hạn']);
    expect(registerCells(bare, 0, said).slice(8)).toEqual(['', '', '', '']);
  });
});
