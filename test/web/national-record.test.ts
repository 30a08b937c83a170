import { describe, expect, test } from 'vitest';
import type { ProcedureEdition, ProcedureView } from '../../shared/contracts/procedure.ts';
import { differenceText, procedureDifferences } from '../../web/format/procedure-diff.ts';
import { renderProcedurePage } from '../../web/portal/pages/procedure.tsx';
import { editionOfSeed, viewOf } from '../procedure-submission/catalogue-fixtures.ts';

const code = '1.001193';
const plain = editionOfSeed(code);
const [one, ...cases] = plain.cases;
const [row, ...channels] = one?.channels ?? [];
const [paper, ...papers] = one?.papers ?? [];
if (one === undefined || row === undefined || paper === undefined) throw new Error('the seed has a case, a channel and a paper');
const withPaper = (more: object): Partial<ProcedureEdition> => ({ cases: [{ ...one, papers: [{ ...paper, ...more }, ...papers] }, ...cases] });
const withChannel = (more: object): Partial<ProcedureEdition> => ({ cases: [{ ...one, channels: [{ ...row, ...more }, ...channels] }, ...cases] });

/** Everything the national record may say beside what versions had, one by one. */
const said: readonly (readonly [change: Partial<ProcedureEdition>, inWords: string, onPage: string | undefined])[] = [
  [{ conditions: 'Đã đủ 18 tuổi.' }, 'Thêm Yêu cầu, điều kiện: Đã đủ 18 tuổi.', 'Đã đủ 18 tuổi.'],
  [{ applicants: { groups: [{ code: '1', name: 'Công dân Việt Nam' }], text: 'Kể cả người ở nước ngoài' } }, 'Thêm Đối tượng thực hiện: Công dân Việt Nam (1). Kể cả người ở nước ngoài', 'Kể cả người ở nước ngoài'],
  [{ executedBy: [{ code: 'H30.7', name: 'Sở Tư pháp' }] }, 'Thêm Cơ quan thực hiện: Sở Tư pháp (H30.7)', 'Sở Tư pháp'],
  [{ results: [{ code: 'KQ1', name: 'Giấy khai sinh' }, { code: '', name: 'Trích lục' }] }, 'Thêm Kết quả: Giấy khai sinh (KQ1), Trích lục', 'Giấy khai sinh; Trích lục'],
  [{ proceeding: [{ name: 'Nộp lại', steps: [{ text: 'Nộp tờ khai' }, { text: 'Nhận giấy hẹn' }] }] }, 'Thêm Trình tự thực hiện, Nộp lại: Nộp tờ khai; Nhận giấy hẹn', 'Nhận giấy hẹn'],
  [withPaper({ form: { name: 'TK1-HT', url: 'https://example.vn/tk1.doc' } }), `Thêm Mẫu đơn của giấy tờ ${paper.name}: TK1-HT https://example.vn/tk1.doc`, 'href="https://example.vn/tk1.doc"'],
  [withPaper({ code: 'G15.01' }), '(bắt buộc, G15.01)', undefined],
  [withChannel({ wording: 'Chậm nhất trước 17 giờ' }), 'Chậm nhất trước 17 giờ', 'Chậm nhất trước 17 giờ'],
  [withChannel({ fee: { kind: 'items', items: [{ code: 'LP01', vnd: 8000, unit: 'Đồng', text: 'Lệ phí hộ tịch' }, { vnd: 2000, unit: 'đồng/bản', text: 'Phí sao' }] } }), 'Lệ phí hộ tịch: 8.000 đồng; Phí sao: 2.000 đồng (đồng/bản) [LP01]', 'Phí sao: 2.000 đồng (đồng/bản)'],
  [{ national: { publisher: 'G15' } }, 'Mã và thành phần khác của cổng quốc gia:  → G15', undefined],
  [withPaper({ others: { SOBANCHINH: '1' } }), 'Mã và thành phần khác của cổng quốc gia', undefined],
];

describe('what the national record says', () => {
  test.each(said)('%j is told in words to a reviewer, and shown to everybody', (change, inWords, onPage) => {
    const lines = procedureDifferences(plain, { ...plain, ...change }, 'vi').map((difference) => differenceText(difference, 'vi'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(inWords);
    expect(procedureDifferences({ ...plain, ...change }, { ...plain, ...change }, 'vi')).toEqual([]);
    const page = renderProcedurePage({ ...viewOf(code), ...change } as ProcedureView, { lang: 'vi', assets: { css: [] } });
    if (onPage !== undefined) expect(page).toContain(onPage);
  });
  test('an address of a form that is none of the web is no link', () => {
    const page = renderProcedurePage({ ...viewOf(code), ...withPaper({ form: { name: 'Mẫu lạ', url: 'javascript:alert(1)' } }) } as ProcedureView, { lang: 'vi', assets: { css: [] } });
    expect(page).toContain('Mẫu lạ');
    expect(page).not.toContain('javascript:');
  });
});
