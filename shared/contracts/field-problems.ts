import { answerProblems } from './answer-problems.ts';
import type { Sentence } from './answer-problems.ts';

/** What can be wrong with one field of a request: a stable code and what a person reads beside the field. */
export const fieldProblems = {
  ...answerProblems,
  'field.missing': { vi: 'Thông tin này là bắt buộc. Hãy nhập hoặc chọn.', en: 'This is required. Enter or choose it.' },
  'field.type': { vi: 'Kiểu dữ liệu chưa đúng. Hãy nhập lại.', en: 'This is not of the right kind. Enter it again.' },
  'field.too-small': { vi: 'Giá trị nhỏ hoặc ngắn hơn mức cho phép. Hãy nhập thêm.', en: 'This is smaller or shorter than allowed. Enter more.' },
  'field.too-large': { vi: 'Giá trị lớn hoặc dài hơn mức cho phép. Hãy giảm bớt.', en: 'This is larger or longer than allowed. Make it less.' },
  'field.malformed': { vi: 'Thông tin chưa đúng mẫu. Hãy kiểm tra và nhập lại.', en: 'This does not have the right form. Check it and enter it again.' },
  'field.not-listed': { vi: 'Hãy chọn một giá trị trong danh sách.', en: 'Choose a value from the list.' },
  'field.unknown': { vi: 'Trường này không có trong biểu mẫu. Hãy bỏ đi hoặc tải lại trang.', en: 'This field is not part of the form. Leave it out, or reload the page.' },
  'field.twice': { vi: 'Thông tin này chỉ được gửi một lần. Hãy để lại một.', en: 'This may be sent only once. Leave one.' },
  'field.too-deep': { vi: 'Nội dung gửi lên có quá nhiều cấp lồng nhau. Hãy tải lại trang và thử lại.', en: 'The content is nested too deeply. Reload the page and try again.' },
  'field.invalid': { vi: 'Thông tin chưa hợp lệ. Hãy kiểm tra và nhập lại.', en: 'This is not valid. Check it and enter it again.' },
  'text.empty': { vi: 'Hãy nhập thông tin này.', en: 'Enter this.' },
  'text.control': { vi: 'Có ký tự ẩn không dùng được. Hãy xóa và gõ lại.', en: 'This holds hidden characters that cannot be used. Delete and type it again.' },
  'id.malformed': { vi: 'Mã định danh chưa đúng. Hãy mở lại từ danh sách.', en: 'The identifier is not right. Open it from the list again.' },
  'tracking-code.malformed': { vi: 'Mã tra cứu gồm HG và 12 chữ số, chữ cái. Hãy xem lại giấy hẹn.', en: 'A tracking code is HG and 12 letters or digits. Look at your receipt.' },
  'agency-code.malformed': { vi: 'Mã cơ quan chưa đúng, ví dụ H30.19.01.', en: 'The agency code is not right, for example H30.19.01.' },
  'procedure-code.malformed': { vi: 'Mã thủ tục chưa đúng, ví dụ 1.001193.', en: 'The procedure code is not right, for example 1.001193.' },
  'dossier-number.malformed': { vi: 'Mã hồ sơ chưa đúng. Hãy xem lại giấy tiếp nhận hồ sơ.', en: 'The dossier number is not right. Look at the receipt.' },
  'dossier-status.unknown': { vi: 'Trạng thái hồ sơ không có trong danh mục. Hãy chọn một trạng thái trong danh mục.', en: 'This dossier status is not in the list. Choose one of the list.' },
  'date.malformed': { vi: 'Ngày chưa đúng, ví dụ 2026-11-22.', en: 'The date is not right, for example 2026-11-22.' },
  'time.malformed': { vi: 'Giờ chưa đúng, ví dụ 15:00.', en: 'The time is not right, for example 15:00.' },
  'instant.malformed': { vi: 'Thời điểm phải có múi giờ, ví dụ 2026-11-22T09:00:00+07:00.', en: 'A moment must carry its time zone, for example 2026-11-22T09:00:00+07:00.' },
  'money.malformed': { vi: 'Số tiền phải là số nguyên đồng.', en: 'The amount must be a whole number of đồng.' },
  'money.negative': { vi: 'Số tiền không được âm. Hãy nhập 0 hoặc một số dương.', en: 'The amount may not be negative. Enter 0 or more.' },
  'money.zero': { vi: 'Số tiền phải lớn hơn 0.', en: 'The amount must be more than zero.' },
  'money.too-large': { vi: 'Số tiền lớn quá mức cho phép. Hãy kiểm tra số chữ số.', en: 'The amount is larger than allowed. Check the number of digits.' },
  'period.empty': { vi: 'Giờ kết thúc phải sau giờ bắt đầu.', en: 'The end must be after the beginning.' },
  'period.overlap': { vi: 'Các buổi làm việc không được chồng nhau. Hãy sửa giờ bắt đầu hoặc kết thúc.', en: 'Working periods may not overlap. Correct where one begins or ends.' },
  'field.repeated': { vi: 'Mã này đã dùng cho mục khác. Hãy chọn mã khác.', en: 'This id is used by another entry. Choose another.' },
  'choice.no-options': { vi: 'Câu hỏi lựa chọn cần ít nhất một phương án.', en: 'A choice needs at least one option.' },
  'steps.invalid': { vi: 'Hãy sửa các bước: bước đầu là tiếp nhận, bước cuối là trả kết quả (tỷ lệ 0), mã bước không trùng và tỷ lệ thời hạn cộng lại đủ 100%.', en: 'Correct the steps: the first is the reception, the last the return (share 0), no id is used twice and the shares of the term add up to 100%.' },
  'import.disagrees': { vi: 'Thành phần mở rộng HAUGIANG nói khác trường cùng nội dung của cổng quốc gia. Hãy sửa một trong hai.', en: 'The HAUGIANG extension says something else than the national field beside it. Correct one of the two.' },
  'import.code-twice': { vi: 'Mã thủ tục này có hai lần trong tệp nên không nhập lần nào. Hãy để lại một rồi nhập lại.', en: 'This procedure code is in the file twice, so neither was imported. Leave one and import again.' },
  'import.draft-exists': { vi: 'Thủ tục này đang có bản thảo khác. Hãy hoàn tất hoặc bỏ bản thảo đó rồi nhập lại.', en: 'This procedure has another draft in the making. Finish or discard it, then import again.' },
  'successor.itself': { vi: 'Một thủ tục không thể thay thế chính nó. Hãy ghi mã của thủ tục khác.', en: 'A procedure cannot take its own place. Give the code of another.' },
  'calendar.day-twice': { vi: 'Mỗi ngày chỉ được khai một lần. Hãy để lại một dòng.', en: 'Each day may be given only once. Leave one line.' },
} as const satisfies Record<string, Sentence>;

export type FieldProblemCode = keyof typeof fieldProblems;
