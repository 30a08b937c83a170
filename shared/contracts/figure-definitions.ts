import type { Localised } from '../kernel/localised.ts';

/**
 * How sure we are of a definition: C read in the source of a national system or in a published report, S read in a secondary
 * text, M from memory. An official may correct what is written here; the page and the open data show it.
 */
export type Mark = 'C' | 'S' | 'M';
type FigureDefinition = { readonly id: string; readonly name: Localised; readonly meaning: Localised; readonly source: string; readonly mark: Mark };

const report = 'Cột báo cáo của hệ thống một cửa OpenCPS v2 (tháng x cơ quan x lĩnh vực x mức độ)';
const statuses = 'Mười trạng thái hồ sơ của Cổng Dịch vụ công quốc gia';

/** From which share of promises kept on it is good, and below which it is bad: of the wall and of the public page alike. */
export const keptThresholds = { warn: 0.98, bad: 0.95 } as const;

/** The figures of a month, in the order people read them. Each is kept by agency, field and level of the procedure. */
export const figureDefinitions = [
  { id: 'total', name: { vi: 'Tổng phải giải quyết', en: 'To be settled' }, meaning: { vi: 'Tồn kỳ trước cộng tiếp nhận trong kỳ và chuyển đến.', en: 'Carried over, plus received and transferred in.' }, source: report, mark: 'C' },
  { id: 'carriedOver', name: { vi: 'Tồn kỳ trước', en: 'Carried over' }, meaning: { vi: 'Đã tiếp nhận trước đầu kỳ, lúc đó chưa xong và chưa rút.', en: 'Accepted before the period and neither finished nor withdrawn when it began.' }, source: report, mark: 'C' },
  { id: 'received', name: { vi: 'Tiếp nhận trong kỳ', en: 'Received' }, meaning: { vi: 'Được tiếp nhận (trạng thái 2) trong kỳ.', en: 'Accepted (status 2) in the period.' }, source: report, mark: 'C' },
  { id: 'online', name: { vi: 'Trực tuyến', en: 'Online' }, meaning: { vi: 'Trong số tiếp nhận: nộp qua cổng (kênh 2).', en: 'Of those received: filed on the portal.' }, source: report, mark: 'C' },
  { id: 'oneGate', name: { vi: 'Tại một cửa', en: 'At the desk' }, meaning: { vi: 'Trong số tiếp nhận: nộp trực tiếp (kênh 1).', en: 'Of those received: filed at the one-stop desk.' }, source: report, mark: 'C' },
  { id: 'post', name: { vi: 'Bưu chính', en: 'By post' }, meaning: { vi: 'Trong số tiếp nhận: gửi qua bưu chính công ích (kênh 3).', en: 'Of those received: sent by public post.' }, source: report, mark: 'C' },
  { id: 'level3', name: { vi: 'Mức độ 3', en: 'Level 3' }, meaning: { vi: 'Trong số trực tuyến: có hoặc có thể có phí, lệ phí phải nộp ngoài cổng.', en: 'Of those online: a fee is, or may be, paid elsewhere.' }, source: 'Nghị định 43/2011/NĐ-CP', mark: 'M' },
  { id: 'level4', name: { vi: 'Mức độ 4', en: 'Level 4' }, meaning: { vi: 'Trong số trực tuyến: không phải nộp gì, kết quả nhận được trên cổng.', en: 'Of those online: nothing to pay, the result can be taken on the portal.' }, source: 'Nghị định 43/2011/NĐ-CP', mark: 'M' },
  { id: 'saturday', name: { vi: 'Nhận thứ Bảy', en: 'On a Saturday' }, meaning: { vi: 'Trong số tiếp nhận: tiếp nhận vào thứ Bảy.', en: 'Of those received: on a Saturday.' }, source: report, mark: 'C' },
  { id: 'processing', name: { vi: 'Đang xử lý', en: 'In progress' }, meaning: { vi: 'Trạng thái 2 và 4 lúc tính số liệu, hoặc cuối kỳ.', en: 'Status 2 and 4 as of now, or at the end of the period.' }, source: statuses, mark: 'C' },
  { id: 'undue', name: { vi: 'Chưa đến hạn', en: 'In term' }, meaning: { vi: 'Đang xử lý và chưa tới hạn, hoặc không có ngày hẹn.', en: 'In progress and not yet due, or without a promised date.' }, source: report, mark: 'C' },
  { id: 'overdue', name: { vi: 'Đã quá hạn', en: 'Overdue' }, meaning: { vi: 'Đang xử lý mà hạn đã qua lúc tính số liệu hoặc cuối kỳ, tùy mốc nào sớm hơn.', en: 'In progress with a due date past now or the end of the period, whichever is earlier.' }, source: report, mark: 'C' },
  { id: 'outside', name: { vi: 'Đang ở cơ quan khác', en: 'At another agency' }, meaning: { vi: 'Cơ quan này đã nhận, cơ quan khác đang xử lý.', en: 'Received by this agency, in progress at another.' }, source: report, mark: 'C' },
  { id: 'waiting', name: { vi: 'Tạm dừng', en: 'Paused' }, meaning: { vi: 'Trạng thái 5, 6 và 8: chờ bổ sung, chờ nghĩa vụ tài chính, dừng xử lý.', en: 'Status 5, 6 and 8: waiting for papers or payment, or stopped.' }, source: statuses, mark: 'C' },
  { id: 'released', name: { vi: 'Đã giải quyết', en: 'Finished' }, meaning: { vi: 'Có kết quả (trạng thái 9) trong kỳ.', en: 'A result exists (status 9) since a day of the period.' }, source: report, mark: 'C' },
  { id: 'early', name: { vi: 'Trước hạn', en: 'Early' }, meaning: { vi: 'Có kết quả trước ngày hẹn; thời gian tạm dừng không tính.', en: 'Finished on a day before the due day; paused time does not count.' }, source: report, mark: 'C' },
  { id: 'onTime', name: { vi: 'Đúng hạn', en: 'On time' }, meaning: { vi: 'Có kết quả đúng ngày hẹn, không muộn hơn giờ hẹn.', en: 'Finished on the due day, not after the due hour.' }, source: report, mark: 'C' },
  { id: 'late', name: { vi: 'Quá hạn', en: 'Late' }, meaning: { vi: 'Có kết quả sau hạn đang có hiệu lực.', en: 'Finished after the due date in force.' }, source: report, mark: 'C' },
  { id: 'undated', name: { vi: 'Không có ngày hẹn', en: 'Without a date' }, meaning: { vi: 'Có kết quả; thời hạn chỉ công bố bằng lời nên không xét đúng hạn.', en: 'Finished; the term is published in words only, so nothing is judged.' }, source: 'Cổng dịch vụ công tỉnh', mark: 'C' },
  { id: 'done', name: { vi: 'Đã trả kết quả', en: 'Handed over' }, meaning: { vi: 'Trả kết quả cho người nộp (trạng thái 10) trong kỳ.', en: 'Handed to the applicant (status 10) in the period.' }, source: report, mark: 'C' },
  { id: 'releasing', name: { vi: 'Chờ trả kết quả', en: 'To hand over' }, meaning: { vi: 'Đã có kết quả, người nộp chưa nhận.', en: 'The result exists and waits for the applicant.' }, source: report, mark: 'C' },
  { id: 'denied', name: { vi: 'Từ chối tiếp nhận', en: 'Refused' }, meaning: { vi: 'Không được tiếp nhận (trạng thái 3) trong kỳ.', en: 'Refused (status 3) in the period.' }, source: report, mark: 'C' },
  { id: 'cancelled', name: { vi: 'Công dân rút', en: 'Withdrawn' }, meaning: { vi: 'Người nộp rút hồ sơ (trạng thái 7) trong kỳ.', en: 'Taken back by the applicant (status 7) in the period.' }, source: report, mark: 'C' },
  { id: 'unresolved', name: { vi: 'Dừng giải quyết', en: 'Stopped' }, meaning: { vi: 'Bị dừng xử lý (trạng thái 8) trong kỳ; có thể đã tiếp tục sau đó.', en: 'Stopped (status 8) in the period; work may have gone on later.' }, source: report, mark: 'M' },
  { id: 'filed', name: { vi: 'Nộp mới', en: 'Filed' }, meaning: { vi: 'Hồ sơ nộp vào cổng trong kỳ (trạng thái 1).', en: 'Filed in the period (status 1).' }, source: statuses, mark: 'C' },
  { id: 'toAccept', name: { vi: 'Chờ tiếp nhận', en: 'To be accepted' }, meaning: { vi: 'Đã nộp, chưa được tiếp nhận hay từ chối.', en: 'Filed and neither accepted nor refused yet.' }, source: statuses, mark: 'C' },
  { id: 'supplements', name: { vi: 'Lần yêu cầu bổ sung', en: 'Requests for papers' }, meaning: { vi: 'Số lần vào trạng thái 5 trong kỳ.', en: 'How often status 5 was entered in the period.' }, source: statuses, mark: 'C' },
  { id: 'payments', name: { vi: 'Lần yêu cầu tài chính', en: 'Requests for payment' }, meaning: { vi: 'Số lần vào trạng thái 6 trong kỳ.', en: 'How often status 6 was entered in the period.' }, source: statuses, mark: 'C' },
  { id: 'movedIn', name: { vi: 'Chuyển đến', en: 'Transferred in' }, meaning: { vi: 'Hồ sơ đang giải quyết nhận từ cơ quan khác.', en: 'Open dossiers taken over from another agency.' }, source: report, mark: 'M' },
  { id: 'movedOut', name: { vi: 'Chuyển đi', en: 'Transferred out' }, meaning: { vi: 'Hồ sơ đang giải quyết giao cho cơ quan khác.', en: 'Open dossiers given to another agency.' }, source: report, mark: 'M' },
] as const satisfies readonly FigureDefinition[];

export type FigureId = (typeof figureDefinitions)[number]['id'];
