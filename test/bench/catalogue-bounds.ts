import { gzipSync } from 'node:zlib';
import { draftOf } from '../procedure-submission/catalogue-fixtures.ts';
import type { ProcedureView } from '../../shared/contracts/procedure.ts';

/** mulberry32: the same catalogue for the same seed. */
const seeded = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

const acts = ['Cấp', 'Cấp lại', 'Gia hạn', 'Đăng ký', 'Xóa đăng ký', 'Thay đổi nội dung', 'Thẩm định', 'Xác nhận', 'Công bố', 'Hỗ trợ'];
const things = ['giấy phép xây dựng', 'chứng chỉ hành nghề', 'giấy chứng nhận đủ điều kiện', 'hộ kinh doanh', 'quyền sử dụng đất', 'phương tiện thủy nội địa', 'trợ cấp xã hội', 'khai sinh', 'thẻ hướng dẫn viên', 'đề án bảo vệ môi trường', 'sản phẩm mỹ phẩm', 'cơ sở giáo dục'];
const of = ['cho hộ gia đình, cá nhân', 'đối với tổ chức', 'có yếu tố nước ngoài', 'thuộc thẩm quyền của tỉnh', 'đối với công trình cấp III, cấp IV', 'trong khu công nghiệp', 'theo đề nghị của cơ quan nhà nước'];

/** So many procedures as a province may have, named in the words of real ones, over sixty fields. */
export const manyProcedures = (count: number, seed: number): ProcedureView[] => {
  const random = seeded(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const like = draftOf('1.001193');
  return Array.from({ length: count }, (_, index): ProcedureView => {
    const vi = `${pick(acts)} ${pick(things)} ${pick(of)} (${index + 1})`;
    return {
      ...like, code: `${1 + (index % 3)}.${String(100_000 + index)}`, version: 1, publishedAt: '2026-11-22T01:00:00.000Z', status: 'open',
      name: { vi, en: `Procedure ${index + 1} of the province, as its office names it in English` }, field: { vi: `Lĩnh vực ${index % 60}`, en: `Field ${index % 60}` },
    };
  });
};

/** The largest real procedure: so many cases, each with so many papers. */
export const largestProcedure = (cases: number, papers: number): ProcedureView => {
  const like = draftOf('1.001193');
  const [one] = like.cases;
  if (one === undefined) throw new Error('1.001193 has a case');
  const list = Array.from({ length: papers }, (_, index) => ({ id: `giay-to-${index}`, name: `Giấy tờ số ${index + 1} theo quy định của pháp luật chuyên ngành, kèm bản sao có chứng thực`, required: index % 3 === 0 }));
  return {
    ...like, code: '1.001193', version: 1, publishedAt: '2026-11-22T01:00:00.000Z', status: 'open',
    cases: Array.from({ length: cases }, (_, index) => ({ ...one, id: `truong-hop-${index}`, name: { vi: `Trường hợp thứ ${index + 1}`, en: `Case number ${index + 1}` }, papers: list })),
  };
};

export const kilobytes = (text: string): number => gzipSync(text, { level: 9 }).length / 1000;
export const milliseconds = (work: () => void): number => {
  const started = performance.now();
  work();
  return performance.now() - started;
};
export const median = (work: () => void, times: number): number => Array.from({ length: times }, () => milliseconds(work)).toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
