import type { officeProblems } from './office-problems.ts';

type Sentence = { readonly vi: string; readonly en: string };

/** What can be wrong with one field of a request: a stable code and what a person reads beside the field. */
export const fieldProblems = {
  'field.missing': { vi: 'Thông tin này là bắt buộc.', en: 'This is required.' },
  'field.type': { vi: 'Kiểu dữ liệu chưa đúng.', en: 'This is not of the right kind.' },
  'field.too-small': { vi: 'Giá trị nhỏ hoặc ngắn hơn mức cho phép.', en: 'This is smaller or shorter than allowed.' },
  'field.too-large': { vi: 'Giá trị lớn hoặc dài hơn mức cho phép.', en: 'This is larger or longer than allowed.' },
  'field.malformed': { vi: 'Thông tin chưa đúng mẫu.', en: 'This does not have the right form.' },
  'field.not-listed': { vi: 'Hãy chọn một giá trị trong danh sách.', en: 'Choose a value from the list.' },
  'field.unknown': { vi: 'Trường này không có trong biểu mẫu.', en: 'This field is not part of the form.' },
  'field.twice': { vi: 'Thông tin này chỉ được gửi một lần.', en: 'This may be sent only once.' },
  'field.too-deep': { vi: 'Nội dung gửi lên có quá nhiều cấp.', en: 'The content is nested too deeply.' },
  'field.invalid': { vi: 'Thông tin chưa hợp lệ.', en: 'This is not valid.' },
  'text.missing': { vi: 'Hãy nhập thông tin này.', en: 'Enter this.' },
  'text.empty': { vi: 'Hãy nhập thông tin này.', en: 'Enter this.' },
  'text.too-long': { vi: 'Nội dung dài quá mức cho phép. Hãy rút gọn.', en: 'This is too long. Shorten it.' },
  'text.control': { vi: 'Có ký tự ẩn không dùng được. Hãy xóa và gõ lại.', en: 'This holds hidden characters that cannot be used. Delete and type it again.' },
  'answer.number': { vi: 'Hãy nhập một số, ví dụ 2 hoặc 2,5.', en: 'Enter a number, for example 2 or 2.5.' },
  'answer.national-id': { vi: 'Số định danh gồm 12 chữ số (hoặc 9 chữ số của chứng minh nhân dân cũ).', en: 'An identity number has 12 digits (9 on former identity cards).' },
  'answer.phone': { vi: 'Số điện thoại gồm 10 chữ số, bắt đầu bằng 0 hoặc +84.', en: 'A telephone number has 10 digits and starts with 0 or +84.' },
  'answer.email': { vi: 'Thư điện tử chưa đúng, ví dụ ten@example.vn.', en: 'The e-mail address is not right, for example name@example.vn.' },
  'id.malformed': { vi: 'Mã định danh chưa đúng.', en: 'The identifier is not right.' },
  'tracking-code.malformed': { vi: 'Mã tra cứu gồm HG và 12 chữ số, chữ cái. Hãy xem lại giấy hẹn.', en: 'A tracking code is HG and 12 letters or digits. Look at your receipt.' },
  'agency-code.malformed': { vi: 'Mã cơ quan chưa đúng.', en: 'The agency code is not right.' },
  'procedure-code.malformed': { vi: 'Mã thủ tục chưa đúng, ví dụ 1.001193.', en: 'The procedure code is not right, for example 1.001193.' },
  'dossier-number.malformed': { vi: 'Mã hồ sơ chưa đúng.', en: 'The dossier number is not right.' },
  'dossier-status.unknown': { vi: 'Trạng thái hồ sơ không có trong danh mục.', en: 'This dossier status is not in the list.' },
  'date.malformed': { vi: 'Ngày chưa đúng, ví dụ 2026-11-22.', en: 'The date is not right, for example 2026-11-22.' },
  'time.malformed': { vi: 'Giờ chưa đúng, ví dụ 15:00.', en: 'The time is not right, for example 15:00.' },
  'instant.malformed': { vi: 'Thời điểm phải có múi giờ, ví dụ 2026-11-22T09:00:00+07:00.', en: 'A moment must carry its time zone, for example 2026-11-22T09:00:00+07:00.' },
  'money.malformed': { vi: 'Số tiền phải là số nguyên đồng.', en: 'The amount must be a whole number of đồng.' },
  'money.negative': { vi: 'Số tiền không được âm.', en: 'The amount may not be negative.' },
  'money.zero': { vi: 'Số tiền phải lớn hơn 0.', en: 'The amount must be more than zero.' },
  'money.too-large': { vi: 'Số tiền lớn quá mức cho phép. Hãy kiểm tra số chữ số.', en: 'The amount is larger than allowed. Check the number of digits.' },
  'field.repeated': { vi: 'Mã này đã dùng cho mục khác. Hãy chọn mã khác.', en: 'This id is used by another entry. Choose another.' },
  'choice.no-options': { vi: 'Câu hỏi lựa chọn cần ít nhất một phương án.', en: 'A choice needs at least one option.' },
} as const satisfies Record<string, Sentence>;

export type FieldProblemCode = keyof typeof fieldProblems | keyof typeof officeProblems;
