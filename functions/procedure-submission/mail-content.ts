import { spelledInstant } from '../../shared/kernel/spelled-time.ts';
import { localDate, localParts } from '../../shared/kernel/vietnam-time.ts';
import { competentAgency, type Dossier } from './dossier.ts';
import { trackingLink } from './form-content.ts';

export type MailOccasion = 'submitted' | 'accepted' | 'refused' | 'finished' | 'supplement-requested' | 'supplement-answered' | 'stopped' | 'resumed' | 'extended' | 'withdrawn'
  | 'payment-requested' | 'paid' | 'payment-exempted' | 'payment-unbooked' | 'transferred' | 'result-corrected' | 'recomputed' | 'supplement-overdue';
type Mail = { readonly subject: string; readonly text: string };
type Sentences = { readonly subject: string; readonly vi: string; readonly en: string };

const englishInstant = (instant: Date): string => {
  const { hour, minute } = localParts(instant);
  return `${localDate(instant)} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')} (Việt Nam time)`;
};

const sentences = (dossier: Dossier): Record<MailOccasion, Sentences> => {
  const { standing } = dossier;
  const due = standing.dueAt === undefined ? undefined : new Date(standing.dueAt);
  const promised = due === undefined ? '' : ` Hẹn trả kết quả: ${spelledInstant(due)}.`;
  const promisedEn = due === undefined ? '' : ` The result is promised for ${englishInstant(due)}.`;
  const finished = standing.finishedAt !== undefined;
  return {
    submitted: { subject: 'Đã nhận hồ sơ nộp trực tuyến', vi: 'Hồ sơ của Ông/Bà đã được gửi đến cơ quan tiếp nhận. Thời hạn giải quyết bắt đầu tính khi hồ sơ được tiếp nhận.', en: 'Your application has reached the receiving agency. The time limit starts when it is accepted.' },
    accepted: {
      subject: 'Hồ sơ đã được tiếp nhận',
      vi: `Hồ sơ đã được tiếp nhận với số ${standing.number ?? ''}.${promised} Giấy tiếp nhận và hẹn trả kết quả có trong trang Hồ sơ của tôi.`,
      en: `Your application was accepted under number ${standing.number ?? ''}.${promisedEn} The receipt is on the page My applications.`,
    },
    refused: { subject: 'Hồ sơ không được tiếp nhận', vi: 'Hồ sơ không được tiếp nhận. Lý do ghi trong phiếu từ chối tại trang Hồ sơ của tôi.', en: 'Your application was not accepted. The reason is in the notice on the page My applications.' },
    finished: { subject: 'Hồ sơ đã có kết quả', vi: 'Hồ sơ đã được giải quyết xong và đang chờ trả kết quả.', en: 'Your application has been decided and its result is ready.' },
    'supplement-requested': {
      subject: 'Hồ sơ cần bổ sung',
      vi: 'Cơ quan tiếp nhận đề nghị bổ sung hồ sơ. Từng mục cần bổ sung có trong trang Hồ sơ của tôi. Thời gian chờ bổ sung không tính vào thời hạn.',
      en: 'The receiving agency asks for more. Each item is listed on the page My applications. The time until you answer does not count.',
    },
    'supplement-answered': {
      subject: 'Đã nhận phần bổ sung',
      vi: `Cơ quan đã nhận phần bổ sung và tiếp tục giải quyết.${promised}`,
      en: `What you sent was received and your application goes on.${promisedEn}`,
    },
    stopped: { subject: 'Hồ sơ tạm dừng giải quyết', vi: 'Hồ sơ đã dừng giải quyết. Lý do ghi trong thông báo tại trang Hồ sơ của tôi. Thời gian dừng không tính vào thời hạn.', en: 'Work on your application has stopped. The reason is in the notice on the page My applications. This time does not count.' },
    resumed: {
      subject: 'Hồ sơ được giải quyết tiếp',
      vi: `Cơ quan tiếp tục giải quyết hồ sơ.${promised}`,
      en: `Your application goes on.${promisedEn}`,
    },
    extended: {
      subject: 'Xin lỗi và hẹn lại ngày trả kết quả',
      vi: `Cơ quan xin lỗi vì chưa trả được kết quả đúng hẹn.${due === undefined ? '' : ` Ngày hẹn mới: ${spelledInstant(due)}.`} Lý do ghi trong văn bản xin lỗi tại trang Hồ sơ của tôi.`,
      en: `The agency apologises: the result will be later than promised.${due === undefined ? '' : ` The new date is ${englishInstant(due)}.`} The reason is in the letter on the page My applications.`,
    },
    'payment-requested': finished ? {
      subject: 'Phí, lệ phí nộp khi nhận kết quả', vi: 'Kết quả đã có. Phí, lệ phí nộp khi nhận kết quả; khoản phải nộp và cách nộp có trong trang Hồ sơ của tôi.',
      en: 'Your result is ready. The fee is paid when you collect it; what to pay and how is on the page My applications.',
    } : {
      subject: 'Hồ sơ cần nộp phí, lệ phí', vi: 'Cơ quan đề nghị nộp phí, lệ phí. Khoản phải nộp và cách nộp có trong trang Hồ sơ của tôi. Thời gian chờ nộp không tính vào thời hạn.',
      en: 'The agency asks for payment. What to pay and how is on the page My applications. The time until you pay does not count.',
    },
    paid: finished ? {
      subject: 'Đã nhận tiền nộp', vi: 'Cơ quan đã nhận đủ phí, lệ phí; kết quả đang chờ Ông/Bà đến nhận. Biên lai có trong trang Hồ sơ của tôi.',
      en: 'Your payment was received in full and your result is ready. The receipts are on the page My applications.',
    } : {
      subject: 'Đã nhận tiền nộp', vi: `Cơ quan đã nhận đủ phí, lệ phí và tiếp tục giải quyết.${promised} Biên lai có trong trang Hồ sơ của tôi.`,
      en: `Your payment was received in full and your application goes on.${promisedEn} The receipts are on the page My applications.`,
    },
    'payment-exempted': finished ? { subject: 'Được miễn phí, lệ phí', vi: 'Hồ sơ được miễn phí, lệ phí; kết quả đang chờ Ông/Bà đến nhận.', en: 'You are exempt from paying and your result is ready.' } : { subject: 'Được miễn phí, lệ phí', vi: `Hồ sơ được miễn phí, lệ phí và được giải quyết tiếp.${promised}`, en: `You are exempt from paying and your application goes on.${promisedEn}` },
    'payment-unbooked': {
      subject: 'Khoản tiền cần đối chiếu', vi: 'Cơ quan đã nhận một khoản tiền chưa khớp với hồ sơ. Khoản này được giữ lại để đối chiếu; Ông/Bà không phải nộp thêm lần nữa khi chưa có hướng dẫn.',
      en: 'Money arrived that does not fit your application. It is kept and will be looked into; do not pay again before you hear from the agency.',
    },
    transferred: {
      subject: 'Hồ sơ được chuyển cơ quan giải quyết', vi: `Hồ sơ được chuyển đến ${competentAgency(dossier).name} để giải quyết. Số hồ sơ và ngày hẹn giữ nguyên.${promised}`,
      en: `Your application now lies with ${competentAgency(dossier).name}. Its number and its promised date stay.${promisedEn}`,
    },
    'result-corrected': {
      subject: 'Kết quả được đính chính', vi: 'Kết quả giải quyết hồ sơ có bản đính chính. Bản mới, bản trước và lý do có trong trang Hồ sơ của tôi.',
      en: 'The result of your application has been corrected. The new version, the one before and the reason are on the page My applications.',
    },
    recomputed: {
      subject: 'Ngày hẹn trả kết quả được tính lại', vi: `Ngày hẹn trả kết quả được tính lại.${promised} Ngày hẹn trước và lý do có trong trang Hồ sơ của tôi.`,
      en: `The promised date was reckoned anew.${promisedEn} The date before and the reason are on the page My applications.`,
    },
    'supplement-overdue': {
      subject: 'Đã quá hạn bổ sung hồ sơ', vi: 'Hồ sơ chưa được bổ sung trong thời hạn đã báo. Ông/Bà vẫn bổ sung được tại trang Hồ sơ của tôi cho đến khi cơ quan dừng giải quyết hồ sơ.',
      en: 'What was asked for did not come in time. You can still answer on the page My applications until the agency stops work on your application.',
    },
    withdrawn: { subject: 'Hồ sơ đã được rút', vi: 'Hồ sơ đã được rút theo yêu cầu của Ông/Bà và không còn được giải quyết. Nếu không phải Ông/Bà yêu cầu, hãy liên hệ cơ quan tiếp nhận.', en: 'Your application was withdrawn at your request and is no longer processed. If you did not ask for this, contact the receiving agency.' },
  };
};

/** The mail of an occasion in both languages. It says no more than the page of the code does: mail is read by others too. */
export const mailContent = (dossier: Dossier, occasion: MailOccasion, siteOrigin: string): Mail => {
  const { filed } = dossier;
  const said = sentences(dossier)[occasion];
  const link = trackingLink(siteOrigin, filed.trackingCode);
  const text = [
    `Thủ tục: ${filed.procedure.name.vi} (${filed.procedure.code})`, `Cơ quan giải quyết: ${competentAgency(dossier).name}`, `Mã tra cứu: ${filed.trackingCode}`, '', said.vi, `Theo dõi hồ sơ: ${link}`,
    '', '---', '', `Procedure: ${filed.procedure.name.en} (${filed.procedure.code})`, `Tracking code: ${filed.trackingCode}`, '', said.en, `Follow it: ${link}`, '',
  ].join('\n');
  return { subject: `${said.subject} · ${filed.trackingCode}`, text };
};
