/** Texts of forms and of what can be done with their parts. */
export const vi = {
  back: 'Quay lại',
  goOn: 'Tiếp tục',
  change: 'Sửa',
  remove: 'Bỏ',
  download: 'Tải về',
  optional: '(không bắt buộc)',
  errorTitle: 'Có chỗ cần sửa',
  errorPrefix: 'Lỗi:',
  day: 'Ngày',
  month: 'Tháng',
  year: 'Năm',
} as const;
