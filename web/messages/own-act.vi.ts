/** Texts of what an applicant does to an own dossier. */
export const vi = {
  withdraw: 'Rút hồ sơ',
  withdrawTitle: 'Rút hồ sơ này?',
  withdrawText: 'Hồ sơ kết thúc ngay và không mở lại được. Muốn giải quyết tiếp, bạn phải nộp hồ sơ mới.',
  withdrawReason: 'Lý do rút',
  withdrawConfirm: 'Rút hồ sơ',
  notNow: 'Để sau',
  doing: 'Đang gửi',
  tooLong: 'Nội dung dài quá 2.000 ký tự. Hãy rút gọn.',
  reasonRefused: 'Lý do không tiếp nhận',
  reasonWithdrawn: 'Lý do rút hồ sơ',
} as const;
