/** Texts of the catalogue page. */
export const vi = {
  listTitle: 'Thủ tục hành chính',
  listLead: (p: { count: number }) => `${p.count} thủ tục của các sở, huyện, xã. Mỗi thủ tục ghi rõ chi phí, thời hạn, giấy tờ.`,
  listFilter: 'Lọc theo tên, mã hoặc lĩnh vực',
  listShown: (p: { count: number }) => `${p.count} thủ tục`,
  listNone: 'Không có thủ tục nào khớp. Thử từ ngắn hơn, hoặc bỏ dấu cũng được.',
  listOnline: 'Nộp trực tuyến',
  listEmpty: 'Chưa có thủ tục nào được công bố.',
  listDescription: 'Danh mục thủ tục hành chính tỉnh Hậu Giang: chi phí, thời hạn, giấy tờ, căn cứ pháp lý.',
} as const;
