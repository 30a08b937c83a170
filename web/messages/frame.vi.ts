/** Texts around every page: header, footer. */
export const vi = {
  siteName: 'Cổng dịch vụ công',
  skip: 'Đến nội dung chính',
  mainNavigation: 'Mục chính',
  menuProcedures: 'Thủ tục',
  menuTrack: 'Tra cứu hồ sơ',
  menuMine: 'Hồ sơ của tôi',
  language: 'Ngôn ngữ',
  switchLanguage: 'English',
  footerAbout: 'Ủy ban nhân dân tỉnh Hậu Giang',
  footerPromise: 'Trang không có quảng cáo, không theo dõi bạn, không gọi tới máy chủ nước ngoài.',
  footerVerify: 'Kiểm chứng lịch sử hồ sơ',
  footerApi: 'Dữ liệu cho máy (OpenAPI)',
  footerDesk: 'Dành cho cán bộ',
  footerOperations: 'Trung tâm điều hành',
  footerLinks: 'Liên kết cuối trang',
  noScript: 'Trang này cần JavaScript để làm việc. Bạn có thể nộp trực tiếp tại Bộ phận một cửa.',
} as const;
