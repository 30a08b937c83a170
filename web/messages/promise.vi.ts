/** Texts of the box that promises a date. */
export const vi = {
  promiseTitle: 'Nếu nộp bây giờ, khi nào có kết quả?',
  promiseCase: 'Trường hợp',
  promiseChannel: 'Cách nộp',
  promiseAnswer: 'Có kết quả trước',
  promiseBasis: (p: { received: string }) => `Tính như hồ sơ đầy đủ và được tiếp nhận lúc ${p.received}.`,
  promiseDays: 'Các ngày được tính',
  promiseStart: 'tiếp nhận',
  promiseDue: 'hẹn trả',
  promiseShifted: 'Những ngày làm dời hạn',
  promiseWeekend: (p: { count: number }) => `${p.count} ngày nghỉ hằng tuần`,
  promiseSource: (p: { source: string }) => `Nguồn: ${p.source}`,
  promiseNone: 'Không có ngày nào làm dời hạn.',
} as const;
