import type { ArrivedEvent, NotDone } from '../../shared/runtime/batch.ts';
import { RetryLater } from '../../shared/runtime/queue.ts';
import { allAreas } from './areas.ts';
import type { Catalogue } from './catalogue.ts';
import type { FilePlace } from './export-register.ts';
import { everywhere, feedFiles, feedKey, itemOf, renewed, type FeedItem } from './feeds.ts';
import type { RegisterStore } from './ports.ts';

type Deps = { readonly register: Pick<RegisterStore, 'lines'>; readonly files: FilePlace; readonly catalogue: Pick<Catalogue, 'categories'>; readonly siteOrigin: string };
type Fact = { readonly feedbackId: string; readonly trackingCode: string; readonly reportedAt: string; readonly area?: string };

/** What nobody is shown yet brings no feed to change. */
const silent = new Set(['feedback.reported.v1']);

/**
 * Writes the feeds of everything and of the communes that a batch concerns, from the lines of its reports as they stand:
 * what comes twice or out of order changes nothing. Gives the messages to be tried again.
 */
export const writeFeeds = ({ register, files, catalogue, siteOrigin }: Deps) => async (arrived: readonly ArrivedEvent[]): Promise<NotDone> => {
  const facts = arrived.filter(({ definition }) => !silent.has(definition.detailType)).map(({ detail }) => detail.data as Fact);
  if (facts.length === 0) return new Map();
  const codes = new Set(facts.map(({ trackingCode }) => trackingCode));
  const open = async (scope: string) => {
    const [json, rss] = [await files.mark(feedKey(scope, 'json')), await files.mark(feedKey(scope, 'xml'))];
    const text = json === undefined ? undefined : await files.read(feedKey(scope, 'json'));
    return { json, rss, items: text === undefined ? [] : (JSON.parse(text) as { items: FeedItem[] }).items };
  };
  try {
    // the marks before the lines: what is written over is never newer than what was read
    const all = await open(everywhere);
    const was = all.items.filter(({ _haugiang }) => codes.has(_haugiang.code));
    const named = [...facts, ...was.map(({ _haugiang }) => _haugiang)].flatMap(({ area }) => area ?? []);
    // the first time every commune gets its feed: a link to one is never to nothing
    const areas = [...new Set(all.json === undefined ? allAreas : named)];
    const feeds = new Map([[everywhere, all], ...await Promise.all(areas.map(async (area) => [area, await open(area)] as const))]);
    const items = (await register.lines([...new Map(facts.map((fact) => [fact.feedbackId, fact])).values()])).map((line) => itemOf(line, { siteOrigin, catalogue }));
    const write = async ([scope, before]: readonly [string, Awaited<ReturnType<typeof open>>]): Promise<void> => {
      const [json, rss] = feedFiles(scope, renewed(before.items, codes, items.filter(({ _haugiang }) => scope === everywhere || _haugiang.area === scope)), siteOrigin);
      if (!(await files.replace(rss, before.rss)) || !(await files.replace(json, before.json))) throw new RetryLater('another wrote the same feed');
    };
    await Promise.all([...feeds].filter(([scope]) => scope !== everywhere).map(write));
    // last: what a report was before is known from here, until everything is written
    await write([everywhere, all]);
    return new Map();
  } catch (error) {
    return new Map(arrived.map(({ messageId }) => [messageId, error]));
  }
};
