import type { Localised } from './localised.ts';

/** A word of the field, with the words people are tempted to use for the same thing. */
type Term = Localised & { readonly never?: { readonly vi?: readonly string[]; readonly en?: readonly string[] } };

/**
 * One word for one thing: the key is the name in code, the two texts are the words on screen, and `never` are words that
 * no screen, form, mail or problem uses for it. A test reads all of those texts against this table.
 */
export const glossary = {
  agency: { vi: 'Cơ quan', en: 'Agency' },
  citizen: { vi: 'Công dân', en: 'Citizen' },
  applicant: { vi: 'Người nộp', en: 'Applicant', never: { vi: ['đương sự', 'người làm đơn'] } },
  post: { vi: 'Vị trí', en: 'Post' },
  oneStopClerk: { vi: 'Cán bộ một cửa', en: 'One-stop clerk', never: { vi: ['nhân viên một cửa'], en: ['front desk clerk', 'counter clerk'] } },
  caseOfficer: { vi: 'Chuyên viên', en: 'Case officer', never: { vi: ['cán bộ thụ lý'], en: ['case worker', 'caseworker', 'handling officer'] } },
  leader: { vi: 'Lãnh đạo', en: 'Leader' },
  oneStopDesk: { vi: 'Bộ phận một cửa', en: 'One-stop desk', never: { vi: ['trung tâm một cửa'], en: ['one-stop shop', 'one stop'] } },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  procedureCase: { vi: 'Trường hợp', en: 'Case' },
  channel: { vi: 'Hình thức nộp', en: 'Channel', never: { vi: ['kênh nộp'] } },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  dossierNumber: { vi: 'Mã hồ sơ', en: 'Dossier number', never: { vi: ['mã số hồ sơ', 'số biên nhận'], en: ['file number', 'case number', 'dossier code'] } },
  trackingCode: { vi: 'Mã tra cứu', en: 'Tracking code', never: { vi: ['mã theo dõi', 'mã số tra cứu'], en: ['tracking number', 'lookup code'] } },
  paper: { vi: 'Giấy tờ', en: 'Paper' },
  legalBasis: { vi: 'Căn cứ pháp lý', en: 'Legal basis', never: { vi: ['cơ sở pháp lý'], en: ['legal ground'] } },
  term: { vi: 'Thời hạn', en: 'Term', never: { vi: ['kỳ hạn'], en: ['processing time'] } },
  dueDate: { vi: 'Ngày hẹn', en: 'Due date', never: { vi: ['ngày đáo hạn'], en: ['deadline date'] } },
  workingDay: { vi: 'Ngày làm việc', en: 'Working day', never: { vi: ['ngày công'], en: ['business day', 'work day', 'workday'] } },
  onTime: { vi: 'Đúng hạn', en: 'On time' },
  late: { vi: 'Quá hạn', en: 'Late', never: { vi: ['trễ hạn', 'trễ hẹn', 'muộn hạn'] } },
  result: { vi: 'Kết quả', en: 'Result' },
  receipt: { vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'Acknowledgement and appointment slip', never: { vi: ['giấy biên nhận', 'phiếu hẹn'], en: ['acknowledgment and'] } },
  refusal: { vi: 'Phiếu từ chối', en: 'Notice of refusal', never: { vi: ['giấy từ chối', 'thông báo từ chối'], en: ['rejection'] } },
  booking: { vi: 'Đặt lịch', en: 'Booking', never: { vi: ['đặt chỗ', 'đặt hẹn'], en: ['reservation', 'appointment booking'] } },
  bookingCode: { vi: 'Mã đặt lịch', en: 'Booking code', never: { vi: ['mã hẹn', 'mã lịch hẹn'], en: ['booking number', 'reservation code'] } },
  ticketNumber: { vi: 'Số thứ tự', en: 'Number', never: { vi: ['số phiếu'], en: ['queue ticket', 'ticket number'] } },
  counter: { vi: 'Quầy', en: 'Counter' },
  feedback: { vi: 'Phản ánh', en: 'Report', never: { vi: ['báo cáo sự cố', 'kiến nghị hiện trường'], en: ['incident report', 'service request'] } },
  dispatcher: { vi: 'Điều phối', en: 'Dispatcher', never: { vi: ['điều hành viên'], en: ['triage officer'] } },
  voice: { vi: 'Tiếng nói', en: 'Voice', never: { vi: ['lượt ủng hộ'], en: ['upvote'] } },
  history: { vi: 'Lịch sử', en: 'History' },
  operationsCentre: { vi: 'Trung tâm điều hành', en: 'Operations centre', never: { vi: ['trung tâm giám sát'], en: ['operations center', 'control room'] } },
} as const satisfies Record<string, Term>;
