type Sentence = { readonly vi: string; readonly en: string };

/** What only officers meet: in the catalogue, the calendar and imports. Kept apart from what a citizen's form carries. */
export const officeProblems = {
  'period.empty': { vi: 'Giờ kết thúc phải sau giờ bắt đầu.', en: 'The end must be after the beginning.' },
  'period.overlap': { vi: 'Các buổi làm việc không được chồng nhau.', en: 'Working periods may not overlap.' },
  'steps.invalid': { vi: 'Bước đầu là tiếp nhận, bước cuối là trả kết quả (tỷ lệ 0), mã bước không trùng và tỷ lệ thời hạn cộng lại đủ 100%.', en: 'The first step is the reception, the last the return (share 0), no id is used twice and the shares of the term add up to 100%.' },
  'import.disagrees': { vi: 'Thành phần mở rộng HAUGIANG nói khác trường cùng nội dung của cổng quốc gia.', en: 'The HAUGIANG extension says something else than the national field beside it.' },
  'import.code-twice': { vi: 'Mã thủ tục này có hai lần trong tệp; không nhập lần nào.', en: 'This procedure code is in the file twice; neither was imported.' },
  'import.case-unclear': { vi: 'Không rõ thuộc trường hợp nào. Trong mỗi kênh, mỗi trường hợp của THANHPHANHOSO có một dòng, MOTA ghi đúng tên trường hợp; tên không trùng nhau.', en: 'It is not clear which case this is for. In each channel each case of THANHPHANHOSO has one row whose MOTA is exactly its name; no name stands twice.' },
  'import.draft-exists': { vi: 'Thủ tục này đang có bản thảo khác. Hãy hoàn tất hoặc bỏ bản thảo đó rồi nhập lại.', en: 'This procedure has another draft in the making. Finish or discard it, then import again.' },
  'successor.itself': { vi: 'Một thủ tục không thể thay thế chính nó.', en: 'A procedure cannot take its own place.' },
  'calendar.day-twice': { vi: 'Mỗi ngày chỉ được khai một lần.', en: 'Each day may be given only once.' },
} as const satisfies Record<string, Sentence>;
