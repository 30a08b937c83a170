import { nameOfFeedbackState } from '../../shared/kernel/feedback-state.ts';
import { spelledInstant } from '../../shared/kernel/spelled-time.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { catalogue, guidanceOf } from './catalogue.ts';
import type { Feedback } from './feedback.ts';

export type MailOccasion = 'reported' | 'accepted' | 'refused' | 'extended' | 'published' | 'reopened';
type Sentences = { readonly subject: string; readonly vi: string; readonly en: string };

const sentencesOf = ({ standing }: Feedback, occasion: MailOccasion): Sentences => {
  const due = standing.promisedAt === undefined ? undefined : new Date(standing.promisedAt);
  const [vi, en] = due === undefined ? ['', ''] : [` Hẹn xử lý xong: ${spelledInstant(due)}.`, ` It is promised for ${localDate(due)}.`];
  switch (occasion) {
    case 'reported': return { subject: 'Đã nhận phản ánh', vi: 'Phản ánh đã được nhận và đang chờ phân loại.', en: 'Your report has arrived and waits to be sorted.' };
    case 'accepted': return { subject: 'Phản ánh đã được tiếp nhận', vi: `Phản ánh đã được tiếp nhận.${vi}`, en: `Your report was let in.${en}` };
    case 'refused': return standing.mergedInto === undefined
      ? { subject: 'Phản ánh không được tiếp nhận', vi: 'Phản ánh không được tiếp nhận. Lý do ghi tại trang theo dõi.', en: 'Your report was not taken up. The reason is on its page.' }
      : { subject: 'Phản ánh được gộp với phản ánh cùng việc', vi: `Phản ánh được gộp với phản ánh ${standing.mergedInto.trackingCode} về cùng một việc. Ông/Bà vẫn được báo khi có kết quả.`, en: `Your report was joined with ${standing.mergedInto.trackingCode}, of the same matter. You will be told when there is an answer.` };
    case 'extended': return { subject: 'Xin lỗi và gia hạn xử lý phản ánh', vi: `Cơ quan xin lỗi vì chưa xử lý xong đúng hẹn.${vi}`, en: `The agency apologises for the delay.${en}` };
    case 'published': return { subject: 'Phản ánh đã có kết quả', vi: 'Cơ quan đã trả lời. Mời Ông/Bà xem, đánh giá, hoặc yêu cầu xử lý lại nếu việc chưa xong.', en: 'The agency has answered. See it, rate it, or have it reopened if the matter is not done.' };
    case 'reopened': return { subject: 'Phản ánh được xử lý lại', vi: `Phản ánh được mở lại theo yêu cầu.${vi}`, en: `The report was reopened.${en}` };
  }
};

/** Where a report is followed; the key of the reporter stands behind the mark that no browser sends. */
export const followLink = (siteOrigin: string, trackingCode: string, key?: string): string => `${siteOrigin}/phan-anh/?ma=${trackingCode}${key === undefined ? '' : `#khoa=${key}`}`;

/** A mail about a report. It says no more than the public page; the reporter's own carries the key to rate and reopen. */
export const mailContent = (feedback: Feedback, occasion: MailOccasion, { siteOrigin, key }: { readonly siteOrigin: string; readonly key?: string | undefined }): { subject: string; text: string } => {
  const { subject, vi, en } = sentencesOf(feedback, occasion);
  const { trackingCode, suggestion } = feedback.report;
  // what is no matter of this system has its own place: said at once, to whom wrote by a messenger too
  const guidance = occasion === 'reported' ? guidanceOf(catalogue, suggestion?.outOfScope ?? null) : undefined;
  const advice = (language: 'vi' | 'en'): string[] => (guidance === undefined ? [] : ['', `${guidance.title[language]}. ${guidance.advice[language]}`, ...(guidance.url === undefined ? [] : [guidance.url])]);
  const link = followLink(siteOrigin, trackingCode, key);
  return {
    subject: `${subject} (${trackingCode})`,
    text: [`Kính gửi Ông/Bà,`, '', vi, `Trạng thái: ${nameOfFeedbackState(feedback.standing.state).vi}.`, `Theo dõi: ${link}`, ...advice('vi'), '', '---', '', en, `Follow it: ${link}`, ...advice('en'), ''].join('\n'),
  };
};
