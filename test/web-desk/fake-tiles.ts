import type { TileView } from '../../shared/contracts/tile.ts';
import { areaNames } from '../../web/client/area-names.gen.ts';
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

const monthly = (id: string, title: string, { columns, rows }: Pick<TileView, 'columns' | 'rows'>, thresholds: TileView['thresholds'] = []): TileView => {
  const today = localDate(new Date());
  return {
    id, title: { vi: title, en: title }, unit: { vi: 'phản ánh', en: 'reports' }, source: { vi: 'Sự kiện của hệ thống phản ánh hiện trường', en: 'Events of the reports from scenes' }, owner: 'H30.01', asOf: new Date().toISOString(),
    period: { from: `${today.slice(0, 8)}01`, to: today }, refreshSeconds: 60, columns, rows, thresholds,
    totals: Object.fromEntries(columns.filter(({ kind }) => kind === 'count').map((column) => [column.id, rows.reduce((sum, row) => sum + Number(row[column.id] ?? 0), 0)])),
  };
};
const text = (id: string, vi: string, en: string) => ({ id, label: { vi, en }, kind: 'text' as const });
const share = (id: string, vi: string, en: string) => ({ id, label: { vi, en }, kind: 'share' as const });

/** The tiles of reports: most wait in Phường Vị Thanh, one lies beside the map. */
export const reportTiles = (): TileView[] => [
  monthly('phan-anh-theo-dia-ban', 'Phản ánh tháng này theo địa bàn', {
    columns: [text('area', 'Mã địa bàn', 'Area code'), count('reported', 'Mới gửi', 'Sent'), count('on_time', 'Trả lời đúng hạn', 'Answered on time'), count('late', 'Trả lời quá hạn', 'Answered late'), count('reopened', 'Yêu cầu xử lý lại', 'Reopened'), count('waiting', 'Đang chờ trả lời', 'Waiting')],
    rows: areaNames.slice(0, 20).map(([area], n) => ({ area: n === 19 ? 'ngoai-ban-do' : area, reported: 96 - n * 4, on_time: 40 - n, late: n % 4, reopened: n % 3, waiting: n === 3 ? 0 : 57 - n * 2 })),
  }),
  monthly('phan-anh-dung-hen', 'Phản ánh trả lời đúng hẹn tháng này theo cơ quan', {
    columns: [text('agency_code', 'Mã cơ quan', 'Agency code'), text('agency', 'Cơ quan', 'Agency'), count('on_time', 'Đúng hạn', 'On time'), count('late', 'Quá hạn', 'Late'), share('kept', 'Tỷ lệ đúng hạn', 'Share on time'), count('yellow', 'Thẻ vàng', 'Yellow cards'), count('red', 'Thẻ đỏ', 'Red cards')],
    rows: names.slice(0, 9).map((agency, n) => ({ agency_code: `H30.19.0${n + 1}`, agency, on_time: 60 - n * 5, late: n % 3, kept: (60 - n * 5) / (60 - n * 5 + (n % 3)), yellow: n % 2, red: n === 2 ? 1 : 0 })),
  }, [{ column: 'kept', better: 'higher', warn: 0.98, bad: 0.95 }]),
  monthly('phan-anh-hai-long', 'Người gửi đánh giá câu trả lời tháng này', {
    columns: [share('content', 'Hài lòng', 'Content'), count('rated', 'Lượt đánh giá', 'Ratings'), ...[5, 4, 3, 2, 1].map((stars) => count(`stars_${stars}`, `${stars} sao`, `${stars} stars`))],
    rows: [{ content: 0.75, rated: 40, stars_5: 18, stars_4: 12, stars_3: 5, stars_2: 2, stars_1: 3 }],
  }),
  monthly('phan-anh-sua-goi-y', 'Gợi ý phân loại bị sửa tháng này', {
    columns: [text('category', 'Loại được gợi ý', 'Suggested category'), count('suggested', 'Có gợi ý', 'Suggested'), count('corrected', 'Bị sửa', 'Corrected'), share('corrected_share', 'Tỷ lệ bị sửa', 'Share corrected')],
    rows: [['waste', 80, 9], ['roads', 60, 6], ['pollution', 30, 5], ['drainage', 20, 0]].map(([category = '', suggested, corrected]) => ({ category, suggested: Number(suggested), corrected: Number(corrected), corrected_share: Number(corrected) / Number(suggested) })),
  }, [{ column: 'corrected_share', better: 'lower', warn: 0.15, bad: 0.3 }]),
];
