import type { FeedbackState } from '../../shared/kernel/feedback-state.ts';
import { fingerprintOf } from '../../shared/runtime/request-key.ts';
import type { Changes, Feedback, Media, Note, Report, Reporter } from './feedback.ts';
import type { HistoryRecord } from './history.ts';
import data from './retention.json' with { type: 'json' };

/** What can be destroyed of a report: who sent it, what was written and said, its photos. What stays is the public matter: kind, place, times, states. */
export type Destroyable = 'reporter' | 'words' | 'media';
type RetentionRule = { readonly id: string; readonly states: readonly string[]; readonly afterDays: number; readonly destroys: readonly string[] };
const retentionRules: readonly RetentionRule[] = data.rules;
/** How long who else saw a matter is known; the count stays. */
export const voiceDays = data.voiceDays;

type Kept = Feedback & { readonly history: readonly HistoryRecord[] };
export type Destruction = { readonly rule: string; readonly what: readonly Destroyable[]; readonly at: string };

/** When what is destroyed by rule, as things stand; what is gone already is left out. */
export const destructionsOf = ({ report, standing, history }: Kept, rules: readonly RetentionRule[] = retentionRules): Destruction[] => {
  const entered = history.findLast(({ from, to }) => from !== to)?.at ?? report.reportedAt;
  return rules.filter(({ states }) => states.includes(standing.state satisfies FeedbackState)).flatMap(({ id, afterDays, destroys }) => {
    const what = (destroys as Destroyable[]).filter((one) => standing.destroyed?.includes(one) !== true);
    return what.length === 0 ? [] : [{ rule: id, what, at: new Date(Date.parse(entered) + afterDays * 86_400_000).toISOString() }];
  }).toSorted((a, b) => (a.at < b.at ? -1 : 1));
};

/** Under which name a person's reports are listed; none for who is unknown. The number itself stands in no key. */
export const personOf = ({ subject, contact: { phone } }: Pick<Reporter, 'subject' | 'contact'>): string | undefined =>
  (subject !== undefined ? `citizen:${subject}` : phone === undefined ? undefined : `phone:${fingerprintOf(phone).slice(0, 40)}`);

/** What is written in place of what goes. */
export type Forgetting = { readonly report: Report; readonly notes: readonly Note[]; /** entries whose private part goes */ readonly entries: readonly HistoryRecord[]; readonly media: readonly Media[]; readonly reporter: boolean; readonly person?: string; readonly changes: Changes };

type Whole = Feedback & { readonly history: readonly HistoryRecord[]; readonly reporter?: Reporter; readonly notes: readonly Note[]; readonly media: readonly Media[] };

/** By rule: what the rule names goes, wholly. */
export const destroyed = ({ report, standing, reporter, notes, media, history }: Whole, what: readonly Destroyable[]): Forgetting => {
  const words = what.includes('words');
  const person = reporter === undefined ? undefined : personOf(reporter);
  const { suggestion: _words, ...rest } = report;
  const gone = what.includes('reporter');
  return {
    report: words ? { ...rest, text: '', place: { ...rest.place, words: '' } } : report, notes: words ? notes.map((note) => ({ ...note, text: '' })) : [], entries: words ? history.filter((entry) => entry.private?.reason !== undefined) : [], media: what.includes('media') ? media : [], reporter: gone && reporter !== undefined,
    ...(gone && person !== undefined ? { person } : {}),
    changes: {
      destroyed: [...new Set([...standing.destroyed ?? [], ...what])],
      ...(words ? { publicText: undefined, ...(standing.rating === undefined ? {} : { rating: { ...standing.rating, words: '' } }), ...(standing.refusal === undefined ? {} : { refusal: { reason: standing.refusal.reason } }) } : {}),
    },
  };
};

/** At the person's wish: who sent it and what that person wrote goes; what a dispatcher let out, and the photos that were published, are the matter and stay. */
export const forgottenByWish = ({ report, standing, reporter, notes, media }: Whole): Forgetting => {
  const person = reporter === undefined ? undefined : personOf(reporter);
  const { suggestion: _words, ...rest } = report;
  return {
    report: { ...rest, text: standing.publicText ?? '' }, notes: notes.filter(({ act }) => act === 'reopen').map((note) => ({ ...note, text: '' })), entries: [], media: media.filter(({ phase, published }) => phase === 'before' && published !== true), reporter: true,
    ...(person === undefined ? {} : { person }),
    changes: { destroyed: [...new Set([...standing.destroyed ?? [], 'reporter'])], ...(standing.rating === undefined ? {} : { rating: { ...standing.rating, words: '' } }) },
  };
};
