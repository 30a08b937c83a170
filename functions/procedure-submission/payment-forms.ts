import { DomainError } from '../../shared/kernel/domain-error.ts';
import { formatVnd, vndInWords } from '../../shared/kernel/money.ts';
import { spelledInstant } from '../../shared/kernel/spelled-time.ts';
import { applicantLines, common, lineAt, type FormContent } from './form-content.ts';
import { signerOf } from './history.ts';
import { itemText, type Obligation, type PaymentKind } from './payment.ts';
import type { DossierRecord } from './ports.ts';

const sum = (amount: number): string => `${formatVnd(amount, 'vi')} (${vndInWords(amount)})`;

const obligationAt = ({ obligations }: DossierRecord, found: (owed: Obligation) => boolean): Obligation => {
  const owed = obligations.find(found);
  if (owed === undefined) throw new DomainError('not-found', 'no obligation in this line of history');
  return owed;
};

/** What has to be paid, why and how. `revision` is the line of history that asks. */
export const paymentContent = (record: DossierRecord, siteOrigin: string, revision: number): FormContent => {
  const line = lineAt(record, revision);
  const owed = obligationAt(record, (one) => one.revision === revision);
  return {
    ...common(record, 'payment', line, siteOrigin),
    lines: [
      ...applicantLines(record), { label: 'Thời gian yêu cầu', value: spelledInstant(new Date(line.at)) },
      { label: 'Lý do', value: owed.reason }, { label: 'Tổng số tiền', value: sum(owed.total) },
    ],
    papersTitle: 'Các khoản phải nộp:', papers: owed.items.map(itemText),
    closing: `Nộp tại Bộ phận Tiếp nhận và Trả kết quả của cơ quan, mang theo mã tra cứu. ${line.from === 9 ? 'Kết quả được trả khi đã nộp đủ.' : 'Thời gian chờ nộp tiền không tính vào thời hạn giải quyết.'}`,
  };
};

const methods = { counter: 'Thu tại quầy', gateway: 'Thanh toán trực tuyến' } as const;

/** The receipt for the phí, or for the lệ phí, of what was paid in a line of history. */
export const paymentReceiptContent = (record: DossierRecord, siteOrigin: string, { revision, of }: { readonly revision: number; readonly of: PaymentKind }): FormContent => {
  const line = lineAt(record, revision);
  const { items, settlement } = obligationAt(record, (one) => one.settlement?.revision === revision);
  if (settlement === undefined) throw new DomainError('not-found', 'nothing was paid');
  const own = items.filter(({ kind }) => kind === of);
  return {
    ...common(record, `${of}-receipt`, line, siteOrigin),
    signatures: [{ role: 'NGƯỜI NỘP TIỀN', name: record.filed.applicant.name }, { role: 'NGƯỜI THU TIỀN', name: signerOf(line.private) }],
    lines: [
      { label: 'Số biên lai', value: settlement.receipts.find(({ kind }) => kind === of)?.number ?? '' },
      ...applicantLines(record).map((one, index) => (index === 0 ? { ...one, label: 'Người nộp' } : one)),
      { label: 'Tổng số tiền', value: sum(own.reduce((total, { amount }) => total + amount, 0)) },
      { label: 'Hình thức', value: methods[settlement.method] }, { label: 'Ngày nộp', value: settlement.paidOn.split('-').toReversed().join('/') },
    ],
    papersTitle: 'Các khoản đã nộp:', papers: own.map(itemText),
    closing: 'Biên lai này được lập từ dữ liệu của hồ sơ; mã QR mở trang kiểm chứng hồ sơ.',
  };
};
