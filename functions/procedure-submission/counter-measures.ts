import type { Localised } from '../../shared/kernel/localised.ts';

/**
 * What is kept for every month, agency, field and level. A `flow` counts what happened in the month; a `level` keeps by
 * how much a stock grew in the month, so that the stock at the end of any month is a sum, and no month has to be opened
 * or closed by anybody.
 */
type Measure = { readonly id: string; readonly kind: 'flow' | 'level'; readonly name: Localised; readonly counts: string };

export const measures = [
  { id: 'filed', kind: 'flow', name: { vi: 'Nộp mới', en: 'Filed' }, counts: 'a dossier filed (status 1)' },
  { id: 'received', kind: 'flow', name: { vi: 'Tiếp nhận', en: 'Received' }, counts: 'a dossier accepted (status 2 for the first time)' },
  { id: 'online', kind: 'flow', name: { vi: 'Nộp trực tuyến', en: 'Online' }, counts: 'of those received: filed online (KENH 2)' },
  { id: 'oneGate', kind: 'flow', name: { vi: 'Nộp tại một cửa', en: 'At the one-stop desk' }, counts: 'of those received: filed at the desk (KENH 1)' },
  { id: 'post', kind: 'flow', name: { vi: 'Nộp qua bưu chính', en: 'By public post' }, counts: 'of those received: filed by public post (KENH 3)' },
  { id: 'level3', kind: 'flow', name: { vi: 'Mức độ 3', en: 'Level 3' }, counts: 'of those received online: something is still to be paid outside the portal' },
  { id: 'level4', kind: 'flow', name: { vi: 'Mức độ 4', en: 'Level 4' }, counts: 'of those received online: nothing is left to be done outside the portal' },
  { id: 'saturday', kind: 'flow', name: { vi: 'Tiếp nhận thứ Bảy', en: 'Received on a Saturday' }, counts: 'of those received: on a Saturday of Việt Nam' },
  { id: 'denied', kind: 'flow', name: { vi: 'Từ chối tiếp nhận', en: 'Refused' }, counts: 'a dossier refused (status 3)' },
  { id: 'supplements', kind: 'flow', name: { vi: 'Yêu cầu bổ sung', en: 'More papers asked for' }, counts: 'a request for more papers (into status 5)' },
  { id: 'payments', kind: 'flow', name: { vi: 'Yêu cầu nghĩa vụ tài chính', en: 'Payments asked for' }, counts: 'a request to pay (into status 6)' },
  { id: 'cancelled', kind: 'flow', name: { vi: 'Công dân rút', en: 'Withdrawn' }, counts: 'a dossier taken back (status 7)' },
  { id: 'cancelledOpen', kind: 'flow', name: { vi: 'Rút sau tiếp nhận', en: 'Withdrawn after acceptance' }, counts: 'of those withdrawn: it had been accepted' },
  { id: 'unresolved', kind: 'flow', name: { vi: 'Dừng giải quyết', en: 'Stopped' }, counts: 'a dossier stopped (into status 8)' },
  { id: 'released', kind: 'flow', name: { vi: 'Đã giải quyết', en: 'Finished' }, counts: 'a result exists (status 9)' },
  { id: 'early', kind: 'flow', name: { vi: 'Trước hạn', en: 'Early' }, counts: 'of those finished: on a day before the due day' },
  { id: 'onTime', kind: 'flow', name: { vi: 'Đúng hạn', en: 'On time' }, counts: 'of those finished: neither early nor late' },
  { id: 'late', kind: 'flow', name: { vi: 'Quá hạn', en: 'Late' }, counts: 'of those finished: after the due date in force' },
  { id: 'done', kind: 'flow', name: { vi: 'Đã trả kết quả', en: 'Handed over' }, counts: 'a result handed over (status 10)' },
  { id: 'movedIn', kind: 'flow', name: { vi: 'Chuyển đến', en: 'Transferred in' }, counts: 'an accepted, open dossier taken over from another agency' },
  { id: 'movedOut', kind: 'flow', name: { vi: 'Chuyển đi', en: 'Transferred out' }, counts: 'an accepted, open dossier given to another agency' },
  { id: 'toAccept', kind: 'level', name: { vi: 'Chờ tiếp nhận', en: 'Waiting for acceptance' }, counts: 'dossiers of status 1' },
  { id: 'running', kind: 'level', name: { vi: 'Đang xử lý', en: 'In progress' }, counts: 'dossiers of status 2 and 4' },
  { id: 'paused', kind: 'level', name: { vi: 'Tạm dừng', en: 'Paused' }, counts: 'dossiers of status 5, 6 and 8' },
  { id: 'releasing', kind: 'level', name: { vi: 'Chờ trả kết quả', en: 'Waiting for hand-over' }, counts: 'dossiers of status 9' },
  { id: 'open', kind: 'level', name: { vi: 'Còn phải giải quyết', en: 'To be settled' }, counts: 'dossiers accepted and neither finished nor withdrawn' },
  { id: 'outside', kind: 'level', name: { vi: 'Đang ở cơ quan khác', en: 'At another agency' }, counts: 'dossiers this agency received that are in progress at another' },
  { id: 'overdue', kind: 'level', name: { vi: 'Đã quá hạn', en: 'Overdue' }, counts: 'dossiers in progress past their due date; one counts from the month of that date on' },
] as const satisfies readonly Measure[];

export type MeasureId = (typeof measures)[number]['id'];
/** Whole numbers by measure; what is nought is left out. */
export type Counts = Readonly<Partial<Record<MeasureId, number>>>;

export const levels: readonly MeasureId[] = measures.filter(({ kind }) => kind === 'level').map(({ id }) => id);
