import type { TileView } from '../../shared/contracts/tile.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';

const names = [
  'UBND phường I, thành phố Vị Thanh', 'UBND phường III, thành phố Vị Thanh', 'UBND phường IV, thành phố Vị Thanh', 'UBND phường Ngã Bảy', 'UBND phường Hiệp Thành', 'UBND thị trấn Một Ngàn',
  'UBND thị trấn Cây Dương', 'UBND thị trấn Nàng Mau', 'UBND xã Vị Thanh', 'UBND xã Long Thạnh', 'Sở Tư pháp', 'Sở Kế hoạch và Đầu tư', 'Văn phòng Đăng ký đất đai', 'Sở Y tế',
];
const count = (id: string, vi: string, en: string) => ({ id, label: { vi, en }, kind: 'count' as const });
const source = { vi: 'Sự kiện của Cổng dịch vụ công tỉnh', en: 'Events of the provincial public-service portal' };

/** The tile of today as the operations centre writes it: 14 agencies, some late. */
export const todayTile = ({ late, minutesOld = 0, agencies = 14 }: { late: boolean; minutesOld?: number; agencies?: number }): TileView => {
  const rows = names.slice(0, agencies).map((agency, n) => {
    const received = (n * 37) % 23 + 3;
    const finished = { early: (n * 5) % 7, on_time: (n * 11) % 13, late: late && n % 4 === 0 ? n / 2 + 1 : 0 };
    return { agency_code: `H30.19.${String(n + 1).padStart(2, '0')}`, agency, submitted: received + 2, carried_over: 12 + n, received, ...finished, running: 12 + n + received - finished.early - finished.on_time - finished.late };
  });
  const total = (id: string): number => rows.reduce((sum, row) => sum + Number((row as Record<string, string | number>)[id]), 0);
  const columns = [
    { id: 'agency_code', label: { vi: 'Mã cơ quan', en: 'Agency code' }, kind: 'text' as const }, { id: 'agency', label: { vi: 'Cơ quan', en: 'Agency' }, kind: 'text' as const },
    count('submitted', 'Mới nộp', 'Filed'), count('carried_over', 'Tồn từ trước', 'Carried over'), count('received', 'Tiếp nhận', 'Received'), count('early', 'Trả trước hạn', 'Finished early'),
    count('on_time', 'Trả đúng hạn', 'Finished on time'), count('late', 'Trả quá hạn', 'Finished late'), count('running', 'Đang giải quyết', 'In progress'),
  ];
  const today = localDate(new Date());
  return {
    id: 'ho-so-hom-nay', title: { vi: 'Hồ sơ hôm nay theo cơ quan', en: 'Dossiers today by agency' }, unit: { vi: 'hồ sơ', en: 'dossiers' }, source, owner: 'H30',
    asOf: new Date(Date.now() - minutesOld * 60_000).toISOString(), period: { from: today, to: today }, refreshSeconds: 30, columns, rows,
    totals: Object.fromEntries(columns.filter(({ kind }) => kind === 'count').map(({ id }) => [id, total(id)])), thresholds: [{ column: 'late', better: 'lower', warn: 1, bad: 5 }],
  };
};

export const keptTile = (kept = 0.984): TileView => {
  const today = localDate(new Date());
  return {
    id: 'giu-loi-hen-thang-nay', title: { vi: 'Hồ sơ trả đúng hẹn tháng này', en: 'Promises kept this month' }, unit: { vi: 'tỷ lệ hồ sơ đã giải quyết', en: 'share of finished dossiers' }, source, owner: 'H30',
    asOf: new Date().toISOString(), period: { from: `${today.slice(0, 8)}01`, to: today }, refreshSeconds: 300,
    columns: [{ id: 'kept', label: { vi: 'Đúng hẹn', en: 'Kept' }, kind: 'share' }, count('finished', 'Đã giải quyết', 'Finished')],
    rows: [{ kept, finished: 1284 }], totals: { finished: 1284 }, thresholds: [{ column: 'kept', better: 'higher', warn: 0.98, bad: 0.95 }],
  };
};
