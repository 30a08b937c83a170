import type { WorkingTimeRules } from './rules.ts';

/** The law of Việt Nam as the clock applies it. Article numbers marked M were not re-read and wait for a jurist's eye. */
export const vietnamRules: WorkingTimeRules = {
  dayOfReceipt: {
    counted: false,
    source: 'Bộ luật Dân sự 2015, Điều 147 khoản 2: ngày đầu tiên của thời hạn không được tính',
    mark: 'M',
  },
  receivedOnDayOff: {
    countsAs: 'next-working-day',
    source: 'Thông lệ tiếp nhận trực tuyến của bộ phận một cửa (Nghị định 61/2018/NĐ-CP), chưa đối chiếu số điều',
    mark: 'M',
  },
  cutOff: {
    atTheHourIsLate: true,
    source: 'Giờ chốt là tham số của từng thủ tục (ví dụ 15 giờ ở 2.000635, 2.000908); từ giờ chốt trở đi tính sang ngày làm việc tiếp theo',
    mark: 'M',
  },
  receivedAfterClosing: {
    countsAs: 'next-working-day',
    source: 'Thuật toán tham chiếu OpenCPS: thời điểm bắt đầu dời tới phút làm việc kế tiếp',
    mark: 'C',
  },
  lastDayOff: {
    endsOn: 'next-working-day',
    source: 'Bộ luật Dân sự 2015, Điều 148 khoản 5: ngày cuối cùng là ngày nghỉ thì kết thúc vào ngày làm việc tiếp theo',
    mark: 'M',
  },
  endOfLastDay: {
    at: 'closing',
    source: 'Kết quả được trả trong giờ làm việc; Bộ luật Dân sự 2015, Điều 148 khoản 6 tính đến 24 giờ của ngày cuối cùng',
    mark: 'M',
  },
  month: {
    daysForFractions: 30,
    source: 'Bộ luật Dân sự 2015, Điều 148 khoản 3 (ngày tương ứng, hoặc ngày cuối tháng); Điều 146: một tháng là 30 ngày, nửa tháng là 15 ngày',
    mark: 'M',
  },
  halfDay: {
    endsWith: 'morning-period',
    source: 'Thuật toán tham chiếu OpenCPS: hai buổi làm việc mỗi ngày, 1 ngày = 8 giờ',
    mark: 'C',
  },
  pause: {
    dayOfPauseUsed: true,
    dayOfResumeCounted: false,
    source: 'Nghị định 61/2018/NĐ-CP: thời gian đã dùng trước khi yêu cầu bổ sung vẫn tính vào thời hạn, đồng hồ chạy tiếp chứ không chạy lại',
    mark: 'M',
  },
  weeklyRest: {
    source: 'Bộ luật Lao động 2019, Điều 111; Quyết định 188/1999/QĐ-TTg (tuần làm việc 40 giờ)',
    mark: 'M',
  },
};
