import { fold } from '../../shared/kernel/vietnamese-text.ts';
import { categoryOf } from './catalogue.ts';
import type { FeedbackDeps, FeedbackRecord, Nearby } from './ports.ts';
import { categoryNow } from './feedback.ts';
import { excerptOf, placeNow } from './rows.ts';

const earthMetres = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;
type Point = { readonly lat: number; readonly long: number };
/** Metres between two points, on a plane: exact enough within a commune. */
export const metresBetween = (a: Point, b: Point): number =>
  earthMetres * Math.hypot(radians(b.lat - a.lat), radians(b.long - a.long) * Math.cos(radians((a.lat + b.lat) / 2)));

const pairsOf = (text: string): Set<string> => {
  const words = fold(text).match(/[a-z0-9]+/g) ?? [];
  return new Set([...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)]);
};
/** How much two texts share of their words and pairs of words, 0 to 1. */
export const likeness = (a: string, b: string): number => {
  const [first, second] = [pairsOf(a), pairsOf(b)];
  if (first.size === 0 || second.size === 0) return 0;
  const shared = [...first].filter((pair) => second.has(pair)).length;
  return shared / Math.min(first.size, second.size);
};

const mostShown = 10;
const widestMetres = 300;
const round = (value: number): number => Math.round(value * 100) / 100;

type Wish = Point & { readonly category?: string | undefined; readonly text?: string | undefined; readonly now: Date };
type Found = Omit<Nearby, 'fullText'> & { readonly metres: number; readonly likeness: number };

/** Open reports that may be of the same matter: within the radius of the category they would share, the likeliest first. */
export const findNearby = (deps: Pick<FeedbackDeps, 'register' | 'catalogue'>) => async (wish: Wish): Promise<Found[]> =>
  (await likely(deps, wish)).map(({ fullText: _kept, ...found }) => found);

/** What may be of the same matter as a report, for whoever sorts: with its words, let out or not, and by what it is joined. */
export const findDuplicates = (deps: Pick<FeedbackDeps, 'register' | 'catalogue' | 'feedback'>) => async (record: FeedbackRecord, now: Date): Promise<(Found & { feedbackId: string; excerpt: string })[]> => {
  const { lat, long } = placeNow(record);
  if (lat === undefined || long === undefined) return [];
  const found = (await likely(deps, { lat, long, category: categoryNow(record), text: record.report.text, now })).filter(({ trackingCode }) => trackingCode !== record.report.trackingCode);
  const known = await Promise.all(found.map(async ({ fullText, ...pin }) => ({ ...pin, excerpt: excerptOf(fullText), feedbackId: await deps.feedback.idByTrackingCode(pin.trackingCode) })));
  return known.flatMap(({ feedbackId, ...pin }) => (feedbackId === undefined ? [] : [{ ...pin, feedbackId }]));
};

const likely = async ({ register, catalogue }: Pick<FeedbackDeps, 'register' | 'catalogue'>, { lat, long, category, text = '', now }: Wish): Promise<(Found & Pick<Nearby, 'fullText'>)[]> => {
  const since = new Date(now.getTime() - catalogue.settings.nearbyDays * 86_400_000).toISOString();
  const found = await register.nearby({ lat, long }, since);
  return found.flatMap((pin): (Found & Pick<Nearby, 'fullText'>)[] => {
    if (pin.lat === undefined || pin.long === undefined) return [];
    const metres = Math.round(metresBetween({ lat, long }, { lat: pin.lat, long: pin.long }));
    const radius = categoryOf(catalogue, category ?? pin.category)?.duplicateMetres ?? widestMetres;
    return metres > radius || (category !== undefined && pin.category !== undefined && pin.category !== category) ? [] : [{ ...pin, metres, likeness: round(likeness(text, pin.fullText)) }];
  }).toSorted((a, b) => b.likeness - a.likeness || a.metres - b.metres).slice(0, mostShown);
};
