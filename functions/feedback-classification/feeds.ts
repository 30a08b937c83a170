import { nameOfFeedbackState } from '../../shared/kernel/feedback-state.ts';
import { escaped } from '../../shared/runtime/xml.ts';
import { areaOf } from './areas.ts';
import { categoryOf, type Catalogue } from './catalogue.ts';
import type { Registered } from './ports.ts';
import { registerFolder, type RegisterFile } from './register-files.ts';

/** A report in a feed (JSON Feed 1.1). Its state is part of the id: a reader shows it again when something became of it. */
export type FeedItem = {
  readonly id: string; readonly url: string; readonly title: string; readonly content_text: string; readonly date_published: string; readonly date_modified: string; readonly tags: readonly string[];
  readonly _haugiang: { readonly code: string; readonly area?: string };
};
type Site = { readonly siteOrigin: string; readonly catalogue: Pick<Catalogue, 'categories'> };

/** What a feed holds: a reader fetches more often than so much changes. */
const mostItems = 50;
/** The feed of everything. */
export const everywhere = 'tat-ca';
export const feedKey = (scope: string, ending: 'json' | 'xml'): string => `${registerFolder}tin/${scope}.${ending}`;

export const itemOf = (one: Registered, { siteOrigin, catalogue }: Site): FeedItem => {
  const [category, area] = [categoryOf(catalogue, one.category)?.name.vi, areaOf(one.area)?.name.vi];
  return {
    id: `${one.trackingCode}#${one.state}`, url: `${siteOrigin}/phan-anh/?ma=${one.trackingCode}`, title: [[category, area].filter((part) => part !== undefined).join(', ') || 'Phản ánh', nameOfFeedbackState(one.state).vi].join(': '),
    content_text: one.publicText === undefined || one.publicText === '' ? 'Phản ánh chỉ có ảnh.' : one.publicText, date_published: one.reportedAt, date_modified: one.updatedAt, tags: [category, area].filter((part) => part !== undefined),
    _haugiang: { code: one.trackingCode, ...(one.area === undefined ? {} : { area: one.area }) },
  };
};

/** What stood in a feed, with the reports of these codes as they are now: those that are public no more are gone. */
export const renewed = (before: readonly FeedItem[], codes: ReadonlySet<string>, now: readonly FeedItem[]): FeedItem[] =>
  [...before.filter(({ _haugiang }) => !codes.has(_haugiang.code)), ...now].toSorted((a, b) => (a.date_modified === b.date_modified ? a.id.localeCompare(b.id) : a.date_modified < b.date_modified ? 1 : -1)).slice(0, mostItems);

const channelOf = (scope: string, siteOrigin: string) => {
  const area = areaOf(scope)?.name.vi;
  return { title: `Phản ánh hiện trường${area === undefined ? '' : `, ${area}`}`, page: `${siteOrigin}/phan-anh/danh-sach/${area === undefined ? '' : `?dia-ban=${scope}`}`, self: (ending: 'json' | 'xml') => `${siteOrigin}/${feedKey(scope, ending)}` };
};

/** The same items for two kinds of readers. What lies there as JSON is what the next change goes on from. */
export const feedFiles = (scope: string, items: readonly FeedItem[], siteOrigin: string): readonly [json: RegisterFile, rss: RegisterFile] => {
  const { title, page, self } = channelOf(scope, siteOrigin);
  const entry = ({ id, url, title: what, content_text: text, date_modified: at, tags }: FeedItem): string =>
    `<item><title>${escaped(what)}</title><link>${escaped(url)}</link><guid isPermaLink="false">${escaped(id)}</guid><pubDate>${new Date(at).toUTCString()}</pubDate>${tags.map((tag) => `<category>${escaped(tag)}</category>`).join('')}<description>${escaped(escaped(text))}</description></item>`;
  const newest = items[0];
  return [
    { key: feedKey(scope, 'json'), contentType: 'application/feed+json; charset=utf-8', body: JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title, home_page_url: page, feed_url: self('json'), language: 'vi', items }) },
    {
      key: feedKey(scope, 'xml'), contentType: 'application/rss+xml; charset=utf-8',
      body: `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${escaped(title)}</title><link>${escaped(page)}</link><description>Những phản ánh được công khai, việc mới thay đổi trước.</description><language>vi</language><atom:link href="${escaped(self('xml'))}" rel="self" type="application/rss+xml"/>${newest === undefined ? '' : `<lastBuildDate>${new Date(newest.date_modified).toUTCString()}</lastBuildDate>`}${items.map(entry).join('')}</channel></rss>\n`,
    },
  ];
};
