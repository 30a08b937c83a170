import { DomainError } from '../../shared/kernel/domain-error.ts';
import { isOpenFeedback } from '../../shared/kernel/feedback-state.ts';
import { encodeCursor } from '../../shared/runtime/cursor.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { contentOf, put, remove, type Row, type TableKey, type Write } from '../../shared/runtime/transaction.ts';
import { atLocal } from '../../shared/kernel/vietnam-time.ts';
import { nearKey, nearPartitions, publicKey, publicPartition, type Scope } from './feedback.keys.ts';
import { categoryNow, isPublic, type Feedback } from './feedback.ts';
import type { Nearby, RegisterStore, Registered } from './ports.ts';
import { pinOf, placeNow } from './rows.ts';

const scopesOf = (feedback: Feedback): Scope[] => {
  if (!isPublic(feedback)) return [];
  const category = categoryNow(feedback);
  return ['all', ...(feedback.standing.area === undefined ? [] : [`area#${feedback.standing.area}` as const]), ...(category === undefined ? [] : [`category#${category}` as const])];
};
const publicKeys = (feedback: Feedback | undefined): TableKey[] => (feedback === undefined ? [] : scopesOf(feedback).map((scope) => publicKey(scope, feedback.report)));
const nearKeys = (feedback: Feedback | undefined): TableKey[] => {
  if (feedback === undefined || !isOpenFeedback(feedback.standing.state) || feedback.report.parent !== undefined) return [];
  const { lat, long } = placeNow(feedback);
  return lat === undefined || long === undefined ? [] : [nearKey({ lat, long }, feedback.report)];
};

/** The register people see, and what is found near a point: written with the report itself. */
export const registerWrites = (before: Feedback | undefined, after: Feedback & { readonly voices: number; readonly updatedAt: string; readonly photo?: string }): Write[] => {
  const pin = pinOf(after, after.voices);
  const { words } = placeNow(after);
  const { publicText, agency } = after.standing;
  const whole: Registered = { ...pin, updatedAt: after.updatedAt, ...(publicText === undefined ? {} : { publicText }), ...(agency === undefined ? {} : { agency: agency.name }), ...(words === undefined ? {} : { words }), ...(after.photo === undefined ? {} : { photo: after.photo }) };
  const [shown, near] = [publicKeys(after), nearKeys(after)];
  const gone = [...publicKeys(before), ...nearKeys(before)].filter((old) => ![...shown, ...near].some(({ pk, sk }) => pk === old.pk && sk === old.sk));
  return [...gone.map((key) => remove(key)), ...shown.map((key) => put({ ...key, entity: 'public', ...whole })), ...near.map((key) => put({ ...key, entity: 'near', ...pin, fullText: after.report.text.slice(0, 500) }))];
};

const mostReads = 8;
const dayMilliseconds = 86_400_000;
const nearbyAtOnce = 100;

/** Pages of a thousand or a megabyte; a span that holds more than these is asked for in parts. */
const mostPages = 40;

export const registerRepository = (table: Table): RegisterStore => ({
  between: async (from, to) => {
    const rows: Registered[] = [];
    let [last, more] = [to, true];
    while (more) {
      const { items, cursor } = await table.query({ pk: publicPartition('all'), between: [from, last], newestFirst: true, limit: 1000 });
      rows.push(...items.filter(({ sk }) => sk !== last).map((row) => contentOf<Registered>(row)));
      last = items.at(-1)?.sk ?? '';
      more = cursor !== undefined;
    }
    return rows;
  },
  lines: async (reports) => {
    const rows: Row[] = [];
    for (let at = 0; at < reports.length; at += 100) rows.push(...await table.getMany(reports.slice(at, at + 100).map((report) => publicKey('all', report)), { consistent: true }));
    return rows.map((row) => contentOf<Registered>(row));
  },
  within: async ({ from, to, categories, state }, most) => {
    const wanted = (row: Row): boolean => (categories === undefined || categories.includes(String(row['category']))) && (state === undefined || isOpenFeedback(row['state'] as Feedback['standing']['state']) === (state === 'open'));
    const [only, ...others] = categories ?? [];
    const pk = publicPartition(only !== undefined && others.length === 0 ? `category#${only}` : 'all');
    const rows: Row[] = [];
    let last = `${to}#~`;
    for (let page = 0; page < mostPages && rows.length < most; page++) {
      const { items, cursor } = await table.query({ pk, between: [from, last], newestFirst: true, limit: 1000 });
      rows.push(...items.filter((row) => row.sk !== last && wanted(row)));
      last = items.at(-1)?.sk ?? '';
      if (cursor === undefined) break;
      if (page === mostPages - 1 && rows.length < most) throw new DomainError('dates-too-far-apart', 'more than is looked through at once');
    }
    return rows.slice(0, most).map((row) => contentOf<Registered>(row));
  },
  nearby: async ({ lat, long }, since) => {
    const pages = await Promise.all(nearPartitions(lat, long).map((pk) => table.query({ pk, between: [since, '~'], newestFirst: true, limit: nearbyAtOnce })));
    return pages.flatMap(({ items }) => items.map((row) => contentOf<Nearby>(row)));
  },
  list: async ({ category, area, state, from, to }, { cursor, limit }) => {
    const pk = publicPartition(area !== undefined ? `area#${area}` : category !== undefined ? `category#${category}` : 'all');
    const [first, last] = [from === undefined ? '' : atLocal(from, '00:00').toISOString(), to === undefined ? '~' : new Date(atLocal(to, '00:00').getTime() + dayMilliseconds).toISOString()];
    const fits = (row: Row): boolean => row.sk >= first && row.sk <= last && (category === undefined || row['category'] === category) && (state === undefined || isOpenFeedback(row['state'] as Feedback['standing']['state']) === (state === 'open'));
    const rows: Row[] = [];
    let after = cursor ?? (to === undefined ? undefined : encodeCursor(`${last}#~`));
    let more = true;
    for (let reads = 0; reads < mostReads && rows.length < limit && more; reads++) {
      const page = await table.query({ pk, newestFirst: true, limit: Math.max(limit, 50), after });
      rows.push(...page.items.filter(fits));
      after = page.cursor;
      more = page.cursor !== undefined && (page.items.at(-1)?.sk ?? '') >= first;
    }
    const items = rows.slice(0, limit);
    const next = rows.length > limit ? encodeCursor(items.at(-1)?.sk ?? '') : more ? after : undefined;
    return { items: items.map((row) => contentOf<Nearby>(row)), ...(next === undefined ? {} : { cursor: next }) };
  },
});
