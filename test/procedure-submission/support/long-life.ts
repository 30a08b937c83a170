import type { InternalStep } from '../../../shared/contracts/internal-steps.ts';
import type { HistoryRecord } from '../../../functions/procedure-submission/history.ts';
import type { DossierRecord } from '../../../functions/procedure-submission/ports.ts';
import { filedAt, now, recordAfter } from './dossiers.ts';

const sentence = 'Hồ sơ còn thiếu bản vẽ hiện trạng có xác nhận của đơn vị đo đạc, chữ ký của các chủ sử dụng đất giáp ranh chưa đủ và số liệu diện tích giữa tờ khai với giấy chứng nhận đã cấp không khớp nhau. ';
/** As long as the desk lets a reason be. */
export const longReason = sentence.repeat(12).slice(0, 1990).trim();
const paperName = 'Bản sao có chứng thực Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất kèm trích lục bản đồ địa chính thửa đất';
const longNames = {
  agency: 'Chi nhánh Văn phòng Đăng ký đất đai khu vực thành phố Vị Thanh, huyện Vị Thủy và huyện Long Mỹ',
  applicant: 'Công ty trách nhiệm hữu hạn một thành viên Sản xuất, Thương mại, Dịch vụ và Xuất nhập khẩu Nông sản Đồng bằng sông Cửu Long',
  procedure: 'Cấp giấy phép xây dựng sửa chữa, cải tạo đối với công trình cấp III, cấp IV (công trình Không theo tuyến/Theo tuyến trong đô thị/Tín ngưỡng, tôn giáo/Tượng đài, tranh hoành tráng/Theo giai đoạn cho công trình không theo tuyến/Theo giai đoạn cho công trình theo tuyến trong đô thị/Dự án) và nhà ở riêng lẻ (trừ công trình thuộc điểm d khoản 1 Điều 3 Quyết định số 38/2021/QĐ-UBND ngày 10 tháng 12 năm 2021)',
} as const;

const steps: readonly InternalStep[] = [
  { id: 'reception', name: { vi: 'Tiếp nhận hồ sơ tại Bộ phận Tiếp nhận và Trả kết quả', en: 'Reception' }, role: 'one-stop-clerk', share: 10 },
  { id: 'expert', name: { vi: 'Thẩm định hồ sơ, xác minh thực địa và lấy ý kiến các cơ quan liên quan', en: 'Examination' }, role: 'case-officer', share: 50 },
  { id: 'check', name: { vi: 'Kiểm tra của lãnh đạo phòng chuyên môn', en: 'Check' }, role: 'leader', share: 20 },
  { id: 'sign', name: { vi: 'Phê duyệt, ký số và đóng dấu', en: 'Signature' }, role: 'leader', share: 20 },
  { id: 'return', name: { vi: 'Trả kết quả', en: 'Return' }, role: 'one-stop-clerk', share: 0 },
];

const day = (days: number): string => new Date(now.getTime() + days * 86_400_000).toISOString();

/**
 * A dossier as long as life makes them: long names everywhere, thirty papers, three rounds of asking for more, sent back
 * four times with long reasons, stopped, extended, and paid for. `at` moves the whole of it to the time of another regulation.
 */
export const longLife = async (at = now): Promise<DossierRecord> => {
  const names = longNames;
  const filed = filedAt(at, {
    agency: { code: 'H30.19.01', name: names.agency }, procedure: { code: '1.001193', name: { vi: names.procedure, en: 'Registration' }, version: 1 }, steps,
    caseName: { vi: 'Trường hợp nhận chuyển nhượng, nhận thừa kế, nhận tặng cho quyền sử dụng đất của nhiều hộ gia đình, cá nhân', en: 'Several' },
    applicant: { subject: 'doanh-nghiep', name: names.applicant, phone: '02933878787', email: 'phong.hanh-chinh.tong-hop@cong-ty-nong-san-dong-bang-song-cuu-long.example.vn' },
    attachments: [], components: Array.from({ length: 30 }, (_, index) => ({ paperId: `${paperName} số ${index + 1}`, original: index % 3 === 0 ? 1 : 0, copy: 2, electronic: index % 2 })),
    helpedAt: { code: 'H30', name: 'Trung tâm Phục vụ hành chính công tỉnh Hậu Giang' },
  });
  const record = await recordAfter(['accept', 'take', 'stop', 'extend'], filed, longReason);
  const shift = at.getTime() - now.getTime();
  const moved = (instant: string): string => new Date(Date.parse(instant) + shift).toISOString();
  const template = record.history[1];
  if (template === undefined) throw new TypeError('no line to copy');
  const signers = ['Nguyễn Hoàng Thị Tường Vy', 'Trần Lê Nguyễn Phước Thịnh thay Huỳnh Thị Kim Ngọc Phương Thảo', 'Đặng Vũ Ngọc Quỳnh Như'];
  const walk: [string, { from?: string; to: string; dueAt?: string }][] = [['accept', { to: 'reception' }]];
  for (let turn = 0; turn < 4; turn++) walk.push(['hand-on', { from: turn === 0 ? 'reception' : 'expert', to: turn === 0 ? 'expert' : 'check', dueAt: day(turn + 0.5) }], ['receive', { to: 'x' }], ...(turn === 0 ? [] : [['send-back', { from: 'check', to: 'expert', dueAt: day(turn + 4) }] as [string, { from: string; to: string; dueAt: string }], ['receive', { to: 'x' }] as [string, { to: string }]]));
  walk.push(['hand-on', { from: 'expert', to: 'check', dueAt: day(9) }], ['receive', { to: 'x' }], ['hand-on', { from: 'check', to: 'sign', dueAt: day(12) }], ['receive', { to: 'x' }], ['hand-on', { from: 'sign', to: 'return', dueAt: day(13) }], ['hand-over', { to: 'x' }]);
  const lines = walk.map(([act, step], index): HistoryRecord => ({
    ...template, seq: 10 + index, at: moved(day(index * 0.7)), act,
    private: { ...template.private, name: signers[index % signers.length] ?? '', ...(act === 'send-back' ? { reason: index % 2 === 0 ? longReason : sentence.trim() } : {}) },
    ...(act === 'hand-over' ? {} : { step: act === 'receive' ? { to: '' } : step }),
  }));
  const round = (number: number, revision: number) => ({
    round: number, revision, reason: longReason, askedAt: moved(day(number)), answerBy: moved(day(number + 30)),
    items: Array.from({ length: 20 }, (_, item) => ({ itemId: `muc-${item}`, kind: 'file' as const, what: `${paperName}, bản thứ ${item + 1} của vòng ${number}: ${sentence.trim()}` })),
  });
  return {
    ...record, history: [...record.history.map((line) => ({ ...line, at: moved(line.at) })), ...lines],
    standing: { ...record.standing, receivedAt: moved(day(0)), dueAt: moved(day(14)), finishedAt: moved(day(12)), verdict: 'early', extension: { at: moved(day(8)), revision: 4, previousDueAt: moved(day(10)), dueAt: moved(day(14)), workingDays: 4 } },
    rounds: [round(1, 1), round(2, 2), round(3, 3)],
    obligations: [{
      obligation: 1, revision: 2, reason: sentence.trim(), requestedAt: moved(day(1)), total: 123_456_789,
      items: [{ kind: 'fee', name: 'Phí thẩm định hồ sơ cấp giấy chứng nhận quyền sử dụng đất đối với tổ chức kinh tế có diện tích trên 10.000 m2', amount: 123_000_000, source: 'published' }, { kind: 'charge', name: 'Lệ phí cấp giấy chứng nhận', amount: 456_789, source: 'entered' }],
      settlement: { method: 'counter', paidOn: moved(day(2)).slice(0, 10), settledAt: moved(day(2)), revision: 3, receipts: [{ kind: 'fee', number: 'AA/2026-0001234' }, { kind: 'charge', number: 'BB/2026-0000099' }] },
    }],
  };
};
