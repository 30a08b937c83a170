import type { Localised } from '../../shared/kernel/localised.ts';
import type { IsoDate } from '../../shared/kernel/vietnam-time.ts';

export type FormKind = 'receipt' | 'supplement' | 'refusal' | 'apology' | 'stop' | 'payment' | 'fee-receipt' | 'charge-receipt' | 'control-sheet' | 'register';
type Form = { readonly number: string; readonly title: string; readonly name: Localised };
type Regulation = {
  readonly regulation: string; readonly from: IsoDate;
  /** how sure we are: C read in the source, S in a secondary one, M known but not re-read */
  readonly mark: 'C' | 'S' | 'M';
  readonly forms: Readonly<Partial<Record<FormKind, Form>>>;
};

const receipt: Form = {
  number: 'Mẫu số 01', title: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
  name: { vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả (Mẫu số 01)', en: 'Receipt with the promised date (form 01)' },
};
const supplement: Form = {
  number: 'Mẫu số 02', title: 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
  name: { vi: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu số 02)', en: 'Request for more papers (form 02)' },
};
const refusal: Form = {
  number: 'Mẫu số 03', title: 'PHIẾU TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ',
  name: { vi: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ (Mẫu số 03)', en: 'Notice of refusal (form 03)' },
};

const stop: Form = {
  number: 'Mẫu số 05', title: 'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ',
  name: { vi: 'Thông báo dừng giải quyết hồ sơ (Mẫu số 05)', en: 'Notice of stopping (form 05)' },
};
/** Before it had a number, the notice was a plain one. */
const unnumberedStop: Form = { ...stop, number: 'Thông báo', name: { vi: 'Thông báo dừng giải quyết hồ sơ', en: 'Notice of stopping' } };

const apology2018: Form = {
  number: 'Mẫu số 04', title: 'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
  name: { vi: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả (Mẫu số 04)', en: 'Apology and new date (form 04)' },
};
const apology2025: Form = {
  number: 'Mẫu số 04', title: 'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN',
  name: { vi: 'Văn bản xin lỗi và đề nghị gia hạn (Mẫu số 04)', en: 'Apology and extension (form 04)' },
};

const controlSheet = (number: string): Form => ({
  number: `Mẫu số ${number}`, title: 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
  name: { vi: `Phiếu kiểm soát quá trình giải quyết hồ sơ (Mẫu số ${number})`, en: `Control sheet (form ${number})` },
});
const register = (number: string): Form => ({
  number: `Mẫu số ${number}`, title: 'SỔ THEO DÕI HỒ SƠ', name: { vi: `Sổ theo dõi hồ sơ (Mẫu số ${number})`, en: `Register (form ${number})` },
});

const payment: Form = { number: 'Thông báo', title: 'THÔNG BÁO NỘP PHÍ, LỆ PHÍ', name: { vi: 'Thông báo nộp phí, lệ phí', en: 'Notice to pay' } };
/** Receipts for phí and for lệ phí are separate documents. */
const feeReceipt: Form = { number: 'Biên lai', title: 'BIÊN LAI THU PHÍ', name: { vi: 'Biên lai thu phí', en: 'Receipt for the fee (phí)' } };
const chargeReceipt: Form = { number: 'Biên lai', title: 'BIÊN LAI THU LỆ PHÍ', name: { vi: 'Biên lai thu lệ phí', en: 'Receipt for the charge (lệ phí)' } };
const receipts = { 'fee-receipt': feeReceipt, 'charge-receipt': chargeReceipt };

/** Forms are numbered by the regulation in force on the day they are issued; of those that know a form, the newest comes first. */
const regulations: readonly Regulation[] = [
  { regulation: 'Thông tư số 03/2025/TT-VPCP', from: '2025-07-01', mark: 'S', forms: { receipt, supplement, refusal, apology: apology2025, stop, 'control-sheet': controlSheet('06'), register: register('07') } },
  { regulation: 'Thông tư số 01/2018/TT-VPCP', from: '2018-01-01', mark: 'M', forms: { receipt, supplement, refusal, apology: apology2018, stop: unnumberedStop, 'control-sheet': controlSheet('05'), register: register('06') } },
  { regulation: 'Nghị định số 123/2020/NĐ-CP', from: '2022-07-01', mark: 'M', forms: receipts },
  { regulation: 'Thông tư số 303/2016/TT-BTC', from: '2017-01-01', mark: 'M', forms: receipts },
  { regulation: 'Luật Phí và lệ phí số 97/2015/QH13', from: '2017-01-01', mark: 'M', forms: { payment } },
];

export type FormInForce = Form & { readonly regulation: string };

/** The form of a kind on a day. Before the first regulation we know, its forms are used. */
export const formInForce = (kind: FormKind, day: IsoDate): FormInForce => {
  const known = regulations.flatMap(({ forms, regulation, from }) => (forms[kind] === undefined ? [] : [{ ...forms[kind], regulation, from }]));
  const found = known.find(({ from }) => from <= day) ?? known.at(-1);
  if (found === undefined) throw new TypeError(`no regulation knows ${kind}`);
  const { from: _from, ...form } = found;
  return form;
};
