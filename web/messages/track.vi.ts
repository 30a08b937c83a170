/** Texts of the tracking page around its form. */
export const vi = {
  trackTitle: 'Tra cứu hồ sơ',
  trackLead: 'Nhập mã tra cứu trên trang xác nhận hoặc trên giấy hẹn. Không cần đăng nhập.',
  trackDescription: 'Tra cứu tiến độ hồ sơ bằng mã tra cứu: đang ở bước nào, ai xử lý, ngày hẹn trả kết quả.',
  trackLabel: 'Mã tra cứu',
  trackHint: 'Dạng HG-4K7M-9QRT-2XYZ; chữ hoa, chữ thường, có hay không có gạch đều được',
  trackButton: 'Tra cứu',
  trackInvalid: 'Mã tra cứu gồm HG và 12 ký tự, ví dụ HG-4K7M-9QRT-2XYZ. Hãy kiểm tra từng ký tự.',
} as const;
