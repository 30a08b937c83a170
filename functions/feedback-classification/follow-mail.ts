import { nameOfFeedbackState } from '../../shared/kernel/feedback-state.ts';
import { areaOf } from './areas.ts';
import { categoryOf, type Catalogue } from './catalogue.ts';
import { categoryNow, type Feedback } from './feedback.ts';
import { followLink } from './mail-content.ts';
import type { Subscription } from './ports.ts';
import { excerptOf } from './rows.ts';

export type NewsOccasion = 'accepted' | 'published' | 'reopened';
type Place = { readonly siteOrigin: string; readonly catalogue: Pick<Catalogue, 'categories'> };
type FollowMail = { readonly subject: string; readonly text: string; readonly headers?: Readonly<Record<string, string>> };

/** What happened, in both languages. */
const news = {
  accepted: { vi: 'Phản ánh mới', en: 'New report' }, published: { vi: 'Phản ánh đã có kết quả', en: 'A report was answered' }, reopened: { vi: 'Phản ánh được xử lý lại', en: 'A report was reopened' },
} as const satisfies Record<NewsOccasion, { vi: string; en: string }>;

/** Behind the mark that no browser sends to a server. */
const pageLink = (siteOrigin: string, act: 'xac-nhan' | 'dung', { subscriptionId, key }: Subscription): string => `${siteOrigin}/phan-anh/nhan-tin/#${act}=${subscriptionId}.${key}`;

const aboutOf = ({ area, category }: Pick<Subscription, 'area' | 'category'>, { categories }: Pick<Catalogue, 'categories'>) => {
  const [place, kind] = [areaOf(area)?.name, categoryOf({ categories }, category)?.name];
  return { vi: `${place?.vi ?? 'toàn địa bàn'}${kind === undefined ? '' : `, ${kind.vi}`}`, en: `${place?.en ?? 'everywhere'}${kind === undefined ? '' : `, ${kind.en}`}` };
};

/** The first mail: nothing comes before its link is confirmed. */
export const confirmMail = (subscription: Subscription, { siteOrigin, catalogue }: Place): FollowMail => {
  const about = aboutOf(subscription, catalogue);
  const link = pageLink(siteOrigin, 'xac-nhan', subscription);
  return {
    subject: 'Xác nhận nhận thư về phản ánh hiện trường',
    text: [
      'Kính gửi Ông/Bà,', '', `Có người dùng địa chỉ này để đăng ký nhận thư về phản ánh: ${about.vi}.`, `Nếu là Ông/Bà, hãy mở liên kết và bấm xác nhận trong hai ngày: ${link}`, 'Nếu không phải, xin bỏ qua thư này: sẽ không có thư nào nữa.',
      '', '---', '', `This address was given to follow reports: ${about.en}. If it was you, open the link and confirm within two days: ${link}`, 'If not, do nothing: no other mail will come.', '',
    ].join('\n'),
  };
};

/** A public change, in no more words than the public page has; mail programs end it by a button of their own (RFC 8058). */
export const newsMail = (feedback: Feedback, occasion: NewsOccasion, { subscription, siteOrigin, catalogue }: Place & { readonly subscription: Subscription }): FollowMail => {
  const { report: { trackingCode }, standing } = feedback;
  const about = aboutOf({ ...(standing.area === undefined ? {} : { area: standing.area }), ...(categoryNow(feedback) === undefined ? {} : { category: categoryNow(feedback) as string }) }, catalogue);
  const [link, end] = [followLink(siteOrigin, trackingCode), pageLink(siteOrigin, 'dung', subscription)];
  const said = standing.publicText === undefined || standing.publicText === '' ? [] : ['', `“${excerptOf(standing.publicText)}”`];
  return {
    subject: `${news[occasion].vi}: ${about.vi} (${trackingCode})`,
    text: [
      `${news[occasion].vi}: ${about.vi}.`, ...said, '', `Trạng thái: ${nameOfFeedbackState(standing.state).vi}.`, `Xem: ${link}`, `Dừng nhận thư: ${end}`,
      '', '---', '', `${news[occasion].en}: ${about.en}.`, `See it: ${link}`, `Stop these mails: ${end}`, '',
    ].join('\n'),
    headers: { 'List-Unsubscribe': `<${siteOrigin}/api/feedback/subscriptions/${subscription.subscriptionId}/end/${subscription.key}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  };
};
