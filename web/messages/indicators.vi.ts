/** Texts of the page of service indicators. */
export const vi = {
  title: (p: { month: string }) => `Chỉ số phục vụ ${p.month}`,
  description: (p: { month: string }) => `Các chỉ số theo Quyết định 766/QĐ-TTg tính được của tỉnh Hậu Giang ${p.month}, kèm công thức và số liệu gốc.`,
  lead: 'Sáu nhóm chỉ số theo Quyết định 766/QĐ-TTg ngày 23/6/2022. Chỉ số nào tính được thì ghi rõ công thức, tử số, mẫu số; chỉ số nào chưa tính được thì ghi lý do.',
  noScore: 'Trang này không chấm điểm: thang quy đổi từ tỷ lệ ra điểm chưa được đối chiếu với văn bản gốc.',
  weight: (p: { points: number; mark: string }) => `${p.points} điểm trên 100 (mức tin cậy ${p.mark})`,
  formula: 'Công thức',
  mark: (p: { mark: string }) => `Mức tin cậy của công thức: ${p.mark}`,
  none: 'Chưa có',
  ratio: (p: { part: string; whole: string }) => `${p.part} trên ${p.whole}`,
  missing: 'Chưa tính được',
  marks: 'C: đã đọc trong nguồn chính thức hoặc mã nguồn hệ thống quốc gia. S: theo tài liệu thứ cấp. M: theo trí nhớ chuyên môn, chờ đối chiếu. Cán bộ có thẩm quyền sửa được các mức này.',
  back: 'Số liệu của tháng',
} as const;
