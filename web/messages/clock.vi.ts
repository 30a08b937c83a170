/** Texts of the clock and the steps of a dossier. */
export const vi = {
  workingDays: (p: { count: number }) => `${String(p.count).replace('.', ',')} ngày làm việc`,
  daysLeft: (p: { days: string }) => `còn ${p.days}`,
  dueToday: 'đến hạn hôm nay',
  daysOver: (p: { days: string }) => `quá hạn ${p.days}`,
  finishedEarly: (p: { days: string }) => `xong sớm ${p.days}`,
  finishedOnTime: 'xong đúng hạn',
  finishedLate: (p: { days: string }) => `xong muộn ${p.days}`,
  clockReceived: 'Tiếp nhận',
  clockDue: 'Hẹn trả',
  clockFinished: 'Xong',
  clockNow: 'Bây giờ',
  clockLabel: (p: { verdict: string }) => `Tiến độ so với ngày hẹn: ${p.verdict}`,
  stepDone: 'đã xong',
  stepNow: 'đang làm',
  stepNext: 'tiếp theo',
} as const;
