/** Texts of the screen in a hall. */
export const vi = {
  title: 'Bảng gọi số',
  description: 'Số đang được gọi và số đang chờ tại bộ phận một cửa.',
  none: 'Chưa gọi số nào',
  number: 'Số',
  waiting: (p: { count: number }) => `${p.count} người đang chờ`,
  next: 'Tiếp theo',
  wait: (p: { minutes: number }) => `chờ khoảng ${p.minutes} phút`,
  stale: (p: { time: string }) => `Mất kết nối. Số liệu lúc ${p.time}.`,
  choose: 'Thiếu mã cơ quan trong địa chỉ. Hãy mở màn hình này từ bàn làm việc.',
} as const;
