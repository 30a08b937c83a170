/** What stands on every issued form beside its own content, on paper and on the screen alike. */
export const formWords = {
  desk: 'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ', country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', motto: 'Độc lập - Tự do - Hạnh phúc',
  placed: (day: string): string => `Hậu Giang, ${day}`, number: (number: string): string => `Mã hồ sơ: ${number}`,
  papers: 'Thành phần hồ sơ nộp gồm:', recipients: 'Nơi nhận:', signHere: '(Ký và ghi rõ họ tên)',
  code: (code: string): string => `Mã tra cứu: ${code}`, qr: (code: string): string => `Mã QR mở trang kiểm chứng hồ sơ ${code}`,
} as const;
