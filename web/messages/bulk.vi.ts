/** Texts of one act on many rows of the desk. */
export const vi = {
  select: (p: { name: string }) => `Chọn hồ sơ của ${p.name}`,
  selectShown: 'Chọn tất cả',
  chosen: (p: { count: number }) => `Đã chọn ${p.count} hồ sơ`,
  most: (p: { most: number }) => `mỗi lần tối đa ${p.most}`,
  take: (p: { count: number }) => `Nhận xử lý ${p.count} hồ sơ`,
  handOver: (p: { count: number }) => `Trả kết quả ${p.count} hồ sơ`,
  clear: 'Bỏ chọn',
  doing: 'Đang thực hiện…',
  taken: (p: { count: number }) => `Đã nhận xử lý ${p.count} hồ sơ`,
  handedOver: (p: { count: number }) => `Đã trả kết quả ${p.count} hồ sơ`,
  failed: (p: { count: number }) => `${p.count} hồ sơ chưa làm được`,
  again: 'Thử lại các hồ sơ này',
  open: 'Mở',
  close: 'Đóng thông báo',
} as const;
