import jsQRModule from 'jsqr';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { controlSheetContent } from '../../functions/procedure-submission/control-sheet.ts';
import { formInForce } from '../../functions/procedure-submission/issued-forms.ts';
import { apologyContent, receiptContent, refusalContent, stopContent, supplementContent } from '../../functions/procedure-submission/form-content.ts';
import { renderForm } from '../../functions/procedure-submission/form.pdf.ts';
import { spelledInstant } from '../../shared/kernel/spelled-time.ts';
import { filedAt, now, recordAfter } from './support/dossiers.ts';
import { formFaces } from './support/faces.ts';

// its types describe a CommonJS default
const jsQR = jsQRModule as unknown as typeof jsQRModule.default;

const fonts = formFaces();
const site = 'https://dichvucong.haugiang.example';

/** Every letter of the language with every mark, in both cases. */
const everyLetter = 'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ';

const open = (pdf: Uint8Array) => getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;

const textOf = async (pdf: Uint8Array): Promise<string> => {
  const document = await open(pdf);
  const pages = await Promise.all(Array.from({ length: document.numPages }, async (_, index) => (await document.getPage(index + 1)).getTextContent()));
  return pages.flatMap((page) => page.items.map((item) => ('str' in item ? item.str : ''))).join('').normalize('NFC');
};

type Rectangle = { x: number; y: number; width: number; height: number };

/** The rectangles of the QR, from the path the page fills. */
const rectanglesOf = async (pdf: Uint8Array): Promise<Rectangle[]> => {
  const document = await open(pdf);
  const list = await (await document.getPage(document.numPages)).getOperatorList();
  const found: Rectangle[] = [];
  for (const [index, fn] of list.fnArray.entries()) {
    if (fn !== OPS.constructPath) continue;
    const [, [path]] = list.argsArray[index] as [number, [Float32Array | number[] | null]];
    const numbers = [...(path ?? [])];
    // drawing operations: 0 move (2 numbers), 1 line (2), 2 curve (6), 3 curve (4), 4 close
    let corners: [number, number][] = [];
    for (let at = 0; at < numbers.length;) {
      const op = numbers[at];
      if (op === 4) {
        const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
        found.push({ x: Math.min(...xs), y: Math.min(...ys), width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys) });
        corners = [];
        at += 1;
      } else {
        corners.push([numbers[at + 1] ?? 0, numbers[at + 2] ?? 0]);
        at += op === 2 ? 7 : op === 3 ? 5 : 3;
      }
    }
  }
  return found;
};

/** Paints the rectangles as a camera would see them and reads the code. */
const readQr = (rectangles: readonly Rectangle[]): string | undefined => {
  const left = Math.min(...rectangles.map(({ x }) => x));
  const [low, high] = [Math.min(...rectangles.map(({ y }) => y)), Math.max(...rectangles.map(({ y, height }) => y + height))];
  const size = 420;
  const margin = 40;
  const scale = (size - 2 * margin) / (high - low);
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const { x, y, width, height } of rectangles) {
    for (let row = Math.round((y - low) * scale); row < Math.round((y + height - low) * scale); row++) {
      for (let column = Math.round((x - left) * scale); column < Math.round((x + width - left) * scale); column++) {
        pixels.fill(0, ((row + margin) * size + column + margin) * 4, ((row + margin) * size + column + margin) * 4 + 3);
      }
    }
  }
  return jsQR(pixels, size, size)?.data ?? jsQR(flipped(pixels, size), size, size)?.data;
};
const flipped = (pixels: Uint8ClampedArray, size: number): Uint8ClampedArray => {
  const turned = new Uint8ClampedArray(pixels.length);
  for (let row = 0; row < size; row++) turned.set(pixels.subarray(row * size * 4, (row + 1) * size * 4), (size - 1 - row) * size * 4);
  return turned;
};

describe('the issued forms', () => {
  it('carry every letter of the language and read back unchanged', async () => {
    const filed = filedAt(now, { applicant: { subject: 's', name: `${everyLetter} ${everyLetter.toLocaleUpperCase('vi')}` } });
    const pdf = await renderForm(receiptContent(await recordAfter(['accept'], filed), site, { papers: new Map([['giay-chung-sinh', 'Giấy chứng sinh (bản chính)']]) }), fonts);
    const text = (await textOf(pdf)).replaceAll(' ', '');
    for (const letter of new Set(Array.from(`${everyLetter}${everyLetter.toLocaleUpperCase('vi')}`))) expect(text, letter).toContain(letter);
    for (const said of ['GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ', '000.01.19.H30-261120-0001', 'Giấy chứng sinh (bản chính)', '17 giờ 00 phút, ngày 30 tháng 11 năm 2026', 'Thông tư số 03/2025/TT-VPCP'])
      expect(text).toContain(said.replaceAll(' ', ''));
  });

  it('carry a QR that opens the page where the dossier is verified', async () => {
    const content = receiptContent(await recordAfter(['accept']), site, { papers: new Map() });
    const rectangles = await rectanglesOf(await renderForm(content, fonts));
    expect(readQr(rectangles)).toBe(`${site}/kiem-chung/?ma=HG-4K7M-9QRT-2XYZ`);
    expect(readQr(rectangles.slice(40))).not.toBe(content.link);
  });

  it('say why a dossier was refused', async () => {
    const reason = 'Thiếu bản chính giấy chứng sinh; đề nghị bổ sung trước khi nộp lại.';
    const text = await textOf(await renderForm(refusalContent(await recordAfter(['refuse'], filedAt(now), reason), site), fonts));
    expect(text.replaceAll(' ', '')).toContain(reason.replaceAll(' ', ''));
  });

  it('list what is asked for, of the round asked about and no other', async () => {
    const record = await recordAfter(['accept', 'request-supplement'], filedAt(now), 'Bản chụp mờ.');
    const round = (number: number, revision: number, what: string) => ({ round: number, revision, reason: 'Bản chụp mờ.', askedAt: now.toISOString(), items: [{ itemId: 'muc-1', kind: 'file' as const, what }] });
    const content = supplementContent({ ...record, rounds: [round(1, 1, 'Giấy của lần trước'), round(2, 2, 'Giấy chứng sinh chụp rõ')] }, site, 2);
    const text = (await textOf(await renderForm(content, fonts))).replaceAll(' ', '');
    for (const said of ['PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ', 'Đề nghị bổ sung, hoàn thiện:', '1. Giấy chứng sinh chụp rõ', 'Bản chụp mờ.', 'Mẫu số 02', 'không tính vào thời hạn']) expect(text).toContain(said.replaceAll(' ', ''));
    expect(text).not.toContain('lầntrước');
  });

  it('are the same bytes each time, PDF/A-2a and tagged', async () => {
    const content = receiptContent(await recordAfter(['accept']), site, { papers: new Map() });
    const [first, second] = await Promise.all([renderForm(content, fonts), renderForm(content, fonts)]);
    expect(Buffer.compare(first, second)).toBe(0);
    const raw = Buffer.from(first).toString('latin1');
    expect(raw.startsWith('%PDF-1.7')).toBe(true);
    expect(raw).toMatch(/pdfaid:part>2</);
    expect(raw).toMatch(/pdfaid:conformance>A</);
    expect(raw).toContain('/StructTreeRoot');
    expect(raw).toContain('/Lang (vi-VN)');
  });

  it('run onto a second page without losing a paper', async () => {
    const many = filedAt(now, { attachments: Array.from({ length: 70 }, (_, index) => ({ paperId: `giay-${index}`, uploadId: `upl_${index}`, fileName: `tệp ${index}.pdf`, contentType: 'application/pdf' as const, size: 1 })) });
    const pdf = await renderForm(receiptContent(await recordAfter(['accept'], many), site, { papers: new Map() }), fonts);
    expect((await open(pdf)).numPages).toBeGreaterThan(1);
    expect(await textOf(pdf)).toContain('70. giay-69');
  });

  it('say why work stopped, and have a number only where the regulation gives one', async () => {
    const content = stopContent(await recordAfter(['accept', 'stop'], filedAt(now), 'Chờ kết luận.'), site, 2);
    expect((await textOf(await renderForm(content, fonts))).replaceAll(' ', '')).toContain('Lýdodừnggiảiquyếthồsơ:Chờkếtluận.');
    expect([formInForce('stop', '2020-10-02').number, formInForce('stop', '2026-11-22').number]).toEqual(['Thông báo', 'Mẫu số 05']);
  });

  it('apologise with both dates, under the title of the regulation in force', async () => {
    const record = await recordAfter(['accept', 'extend'], filedAt(now), 'Phải xác minh.');
    const extension = { at: now.toISOString(), revision: 2, previousDueAt: '2026-11-30T10:00:00.000Z', dueAt: '2026-12-04T10:00:00.000Z', workingDays: 4 };
    const text = (await textOf(await renderForm(apologyContent({ ...record, standing: { ...record.standing, extension } }, site, 2), fonts))).replaceAll(' ', '');
    for (const said of ['VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN', 'ngày 30 tháng 11 năm 2026', '17 giờ 00 phút, ngày 04 tháng 12 năm 2026', 'Phải xác minh.', 'Mẫu số 04']) expect(text).toContain(said.replaceAll(' ', ''));
    expect(formInForce('apology', '2020-10-02').title).toBe('PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ');
  });

  it('say who handed the dossier to whom, when, and whether in time', async () => {
    const record = await recordAfter(['accept', 'take', 'take']);
    const marks = [{ to: 'reception' }, { from: 'reception', to: 'expert', dueAt: '2026-11-20T01:00:00.000Z' }, { from: 'expert', to: 'return', dueAt: '2026-11-23T10:00:00.000Z' }];
    const history = record.history.map((line, index) => ({ ...line, ...(marks[index - 1] === undefined ? {} : { step: marks[index - 1] }), ...(index === 3 ? { act: 'finish' } : {}) }));
    const content = controlSheetContent({ ...record, history }, site, 3);
    const text = (await textOf(await renderForm(content, fonts))).replaceAll(' ', '');
    for (const said of ['PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ', 'Mẫu số 06', 'TTCơquan,bướcGiaoNhậnKếtquảGhichú', '2Thẩm định, giải quyết', 'Phường I 09 giờ 00 phút, ngày 20 tháng 11 năm 2026', 'Quá hạn2', 'Trước hạn3', 'motcua.vithanh1chưa có']) expect(text).toContain(said.replaceAll(' ', ''));
    expect(text).not.toContain('0900000001');
    expect([formInForce('control-sheet', '2020-10-02').number, formInForce('register', '2020-10-02').number, formInForce('register', '2026-11-22').number]).toEqual(['Mẫu số 05', 'Mẫu số 06', 'Mẫu số 07']);
  });

  it('are numbered by the regulation in force', () => {
    expect(formInForce('refusal', '2020-10-02').regulation).toContain('01/2018');
    expect(formInForce('refusal', '2026-11-22').regulation).toContain('03/2025');
    expect(formInForce('receipt', '2000-01-01').regulation).toContain('01/2018');
  });

  it('spell the hour of Việt Nam', () => { expect(spelledInstant(new Date('2026-11-21T17:05:00Z'))).toBe('00 giờ 05 phút, ngày 22 tháng 11 năm 2026'); });
});
