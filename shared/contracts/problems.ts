export type { ProblemBody } from './problem-body.ts';

type Problem = { readonly status: number; readonly vi: string; readonly en: string };

/**
 * Every problem the province can answer with (RFC 9457): a stable code, its status, and what a person reads.
 * The sentences say what is wrong and how to mend it.
 */
export const problems = {
  'request-invalid': { status: 400, vi: 'Một số thông tin chưa đúng. Hãy xem các chỗ được đánh dấu và sửa lại.', en: 'Some details are not right. Look at the marked places and correct them.' },
  'request-not-json': { status: 400, vi: 'Nội dung gửi lên không đọc được. Hãy tải lại trang và thử lại.', en: 'What was sent cannot be read. Reload the page and try again.' },
  'request-too-large': { status: 413, vi: 'Nội dung gửi lên quá lớn. Hãy rút gọn rồi gửi lại.', en: 'What was sent is too large. Shorten it and send it again.' },
  'idempotency-key-missing': { status: 400, vi: 'Thiếu khóa chống gửi trùng. Hãy tải lại trang và thử lại.', en: 'The key against double sending is missing. Reload the page and try again.' },
  'idempotency-key-reused': { status: 422, vi: 'Yêu cầu này đã được gửi với nội dung khác. Hãy tải lại trang để xem kết quả.', en: 'This request was already sent with other content. Reload the page to see its result.' },
  'signed-out': { status: 401, vi: 'Bạn cần đăng nhập để tiếp tục. Những gì đã nhập vẫn được giữ.', en: 'You need to sign in to go on. What you have entered is kept.' },
  'session-expired': { status: 401, vi: 'Phiên đăng nhập đã hết hạn. Hãy đăng nhập lại; những gì đã nhập vẫn được giữ.', en: 'Your session has ended. Sign in again; what you have entered is kept.' },
  'not-allowed': { status: 403, vi: 'Tài khoản của bạn không được làm việc này.', en: 'Your account may not do this.' },
  'origin-refused': { status: 403, vi: 'Yêu cầu không đến từ trang của tỉnh nên bị từ chối.', en: 'The request did not come from the province’s site and was refused.' },
  'not-found': { status: 404, vi: 'Không tìm thấy nội dung này.', en: 'This cannot be found.' },
  'state-conflict': { status: 409, vi: 'Hồ sơ đang ở trạng thái không cho phép việc này. Hãy tải lại để xem việc có thể làm.', en: 'The dossier’s state does not allow this. Reload to see what can be done now.' },
  'changed-meanwhile': { status: 409, vi: 'Người khác vừa xử lý hồ sơ này. Hãy xem thay đổi rồi làm tiếp; những gì đã nhập vẫn được giữ.', en: 'Someone else has just acted on this dossier. See what changed and go on; what you typed is kept.' },
  'procedure-unknown': { status: 404, vi: 'Không có thủ tục mang mã này. Hãy tìm theo tên thủ tục.', en: 'No procedure has this code. Search by its name.' },
  'procedure-not-open': { status: 409, vi: 'Thủ tục này hiện không nhận hồ sơ trực tuyến.', en: 'This procedure does not take online applications now.' },
  'case-unknown': { status: 422, vi: 'Trường hợp đã chọn không thuộc thủ tục này. Hãy chọn lại.', en: 'The chosen case does not belong to this procedure. Choose again.' },
  'channel-not-offered': { status: 422, vi: 'Trường hợp này không nhận hồ sơ qua kênh đã chọn. Hãy chọn kênh khác.', en: 'This case is not offered through the chosen channel. Choose another channel.' },
  'term-not-structured': { status: 409, vi: 'Thời hạn của thủ tục mới được công bố dưới dạng lời văn nên chưa tính được ngày hẹn.', en: 'This procedure’s term is published in words only, so a date cannot be computed yet.' },
  'agency-not-competent': { status: 422, vi: 'Cơ quan đã chọn không tiếp nhận thủ tục này. Hãy chọn cơ quan khác.', en: 'The chosen agency does not take this procedure. Choose another agency.' },
  'answers-invalid': { status: 422, vi: 'Một số câu trả lời còn thiếu hoặc chưa đúng. Hãy xem các chỗ được đánh dấu.', en: 'Some answers are missing or not right. Look at the marked places.' },
  'component-missing': { status: 422, vi: 'Còn thiếu giấy tờ bắt buộc. Hãy đính kèm rồi nộp lại.', en: 'A required paper is missing. Attach it and file again.' },
  'upload-unknown': { status: 422, vi: 'Tệp đính kèm không tồn tại hoặc không phải của bạn. Hãy tải tệp lên lại.', en: 'The attached file does not exist or is not yours. Upload it again.' },
  'upload-not-checked': { status: 409, vi: 'Tệp đang được kiểm tra. Hãy đợi vài giây rồi nộp lại.', en: 'The file is still being checked. Wait a few seconds and file again.' },
  'upload-refused': { status: 422, vi: 'Tệp đính kèm không đạt kiểm tra. Hãy thay tệp khác.', en: 'The attached file failed its check. Replace it.' },
  'upload-reused': { status: 422, vi: 'Tệp này đã dùng cho hồ sơ khác. Hãy tải tệp lên lại.', en: 'This file is already part of another dossier. Upload it again.' },
  'file-type-not-accepted': { status: 422, vi: 'Chỉ nhận tệp PDF, JPG hoặc PNG. Hãy chọn tệp khác.', en: 'Only PDF, JPG or PNG files are accepted. Choose another file.' },
  'file-too-large': { status: 422, vi: 'Tệp lớn hơn mức cho phép. Hãy giảm dung lượng hoặc chia nhỏ.', en: 'The file is larger than allowed. Reduce or split it.' },
  'file-type-mismatch': { status: 422, vi: 'Nội dung tệp không đúng với loại tệp đã khai. Hãy kiểm tra và tải lên lại.', en: 'The file’s content does not match its stated type. Check it and upload again.' },
  'file-checksum-mismatch': { status: 422, vi: 'Tệp bị thay đổi trong khi tải lên. Hãy tải lên lại.', en: 'The file changed while uploading. Upload it again.' },
  'file-active-content': { status: 422, vi: 'Tệp PDF chứa mã lệnh hoặc tệp nhúng nên không nhận được. Hãy in lại thành PDF thường rồi tải lên.', en: 'The PDF holds scripts or embedded files and cannot be taken. Print it to a plain PDF and upload that.' },
  'reason-missing': { status: 422, vi: 'Cần ghi rõ lý do.', en: 'A reason is required.' },
  'supplement-incomplete': { status: 422, vi: 'Còn mục chưa được bổ sung. Hãy bổ sung đủ các mục được đánh dấu rồi gửi lại.', en: 'Some items are not answered yet. Answer the marked items and send again.' },
  'supplement-rounds-used': { status: 409, vi: 'Hồ sơ đã được yêu cầu bổ sung đủ số lần cho phép. Hãy giải quyết hoặc dừng hồ sơ.', en: 'More papers were asked for as often as allowed. Decide the dossier or stop it.' },
  'no-promised-date': { status: 409, vi: 'Hồ sơ không có ngày hẹn để hẹn lại.', en: 'The dossier has no promised date to extend.' },
  'extended-already': { status: 409, vi: 'Hồ sơ đã được hẹn lại một lần; không hẹn lại lần nữa.', en: 'The dossier was extended once; it cannot be extended again.' },
  'extension-too-late': { status: 409, vi: 'Chỉ hẹn lại được chậm nhất một ngày trước khi hết hạn.', en: 'A dossier can be extended at the latest one day before its term ends.' },
  'new-date-not-later': { status: 422, vi: 'Ngày hẹn mới phải sau ngày hẹn đang có. Hãy chọn ngày khác.', en: 'The new date must be later than the one in force. Choose another.' },
  'new-date-not-working-day': { status: 422, vi: 'Ngày hẹn mới là ngày nghỉ. Hãy chọn một ngày làm việc.', en: 'The new date is a day off. Choose a working day.' },
  'tracking-code-unknown': { status: 404, vi: 'Không có hồ sơ nào mang mã này. Hãy kiểm tra từng ký tự trên giấy hẹn.', en: 'No dossier has this code. Check each character on your receipt.' },
  'agency-unknown': { status: 422, vi: 'Không có cơ quan mang mã này.', en: 'No agency has this code.' },
  'calendar-not-published': { status: 409, vi: 'Lịch làm việc của năm cần tính chưa được công bố.', en: 'The working calendar for that year has not been published.' },
  'version-not-newer': { status: 409, vi: 'Đã có phiên bản mới hơn. Hãy tải lại trước khi công bố.', en: 'A newer version exists. Reload before publishing.' },
  'steps-invalid': { status: 422, vi: 'Các bước xử lý chưa đúng: bước đầu là tiếp nhận, bước cuối là trả kết quả (tỷ lệ 0), mã bước không trùng và tỷ lệ thời hạn cộng lại đủ 100%.', en: 'The steps are not right: the first is the reception, the last the return (share 0), no id is used twice and the shares of the term add up to 100%.' },
  'return-path-refused': { status: 400, vi: 'Địa chỉ quay lại không thuộc trang của tỉnh.', en: 'The return address is not on the province’s site.' },
  'sign-in-refused': { status: 403, vi: 'Không đăng nhập được. Hãy thử lại; nếu vẫn lỗi, tài khoản có thể chưa được cấp vị trí công tác.', en: 'Sign-in failed. Try again; if it keeps failing, the account may hold no post.' },
  'session-too-large': { status: 409, vi: 'Tài khoản giữ quá nhiều vị trí để mở một phiên. Hãy báo quản trị danh bạ.', en: 'The account holds too many posts for one session. Tell the directory administrator.' },
  'busy': { status: 503, vi: 'Hệ thống đang bận. Hãy thử lại sau ít phút; những gì đã nhập vẫn được giữ.', en: 'The system is busy. Try again in a few minutes; what you entered is kept.' },
  'unexpected': { status: 500, vi: 'Có lỗi ngoài dự kiến. Hãy thử lại và gửi mã tra cứu lỗi nếu cần trợ giúp.', en: 'Something unexpected failed. Try again, and quote the reference if you need help.' },
} as const satisfies Record<string, Problem>;

export type ProblemCode = keyof typeof problems;
