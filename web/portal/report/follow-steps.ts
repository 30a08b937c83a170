import type { Answer } from '../../client/contract-types.ts';
import type { TimelineItem } from '../../components/timeline.tsx';
import { momentText } from '../../format/dates.ts';
import type { followText } from '../../messages/follow.ts';
import type { Language } from '../../messages/translator.ts';

export type Followed = Answer<'getFeedback'>;
export type PublicHistory = Answer<'verifyFeedback'>;
type Words = ReturnType<typeof followText>;

/** What happened, in public words; what is not here stays inside (given to a person, put right). */
const acts = {
  report: 'actReport', accept: 'actAccept', refuse: 'actRefuse', merge: 'actMerge', route: 'actRoute', split: 'actSplit', take: 'actTake', 'hand-back': 'actHandBack', 'report-progress': 'actProgress', extend: 'actExtend',
  answer: 'actAnswer', approve: 'actApprove', 'send-back': 'actSendBack', 'return-answer': 'actSendBack', publish: 'actPublish', rate: 'actRate', reopen: 'actReopen', close: 'actClose',
} as const;
const isKnown = (act: string): act is keyof typeof acts => Object.hasOwn(acts, act);

/** One sentence: what happens now, and who acts. */
export const nowSentence = ({ state, agency, mergedInto }: Followed, t: Words): string => {
  const name = agency?.name ?? t('someAgency');
  switch (state) {
    case 'NEW': return t('nowNew');
    case 'TRIAGED': return t('nowTriaged');
    case 'ASSIGNED': return t('nowAssigned', { agency: name });
    case 'IN_PROGRESS': return t('nowWorking', { agency: name });
    case 'RETURNED': return t('nowReturned');
    case 'ANSWERED': case 'IN_REVIEW': return t('nowAnswered', { agency: name });
    case 'PUBLISHED': return t('nowPublished');
    case 'CLOSED': return t('nowClosed');
    case 'REOPENED': return t('nowReopened');
    case 'REJECTED': return mergedInto === undefined ? t('nowRejected') : t('nowMerged', { code: mergedInto });
  }
};

/** When the agency answered what is open now: where the clock stands still. */
export const answeredAt = ({ entries }: PublicHistory): string | undefined => {
  const last = entries.findLast(({ act }) => ['answer', 'reopen', 'send-back', 'return-answer'].includes(act));
  return last?.act === 'answer' ? last.at : undefined;
};
/** From when the promise runs: from the report, or from its reopening. */
export const runningFrom = ({ reportedAt }: Followed, { entries }: PublicHistory): string => entries.findLast(({ act }) => act === 'reopen')?.at ?? reportedAt;

/** Every public step with its moment, and what was said with it. */
export const stepsOf = (report: Followed, { entries }: PublicHistory, say: { readonly t: Words; readonly language: Language }): readonly TimelineItem[] => {
  const { t, language } = say;
  const shown = entries.filter(({ act }) => isKnown(act));
  return shown.map(({ seq, act, at }, index): TimelineItem => {
    const said = report.updates.find((update) => update.act === act && update.at === at);
    const words = [said?.text, said?.dueAt === undefined ? undefined : t('promisedNew', { at: momentText(said.dueAt, language) })].filter((text) => text !== undefined).join(' ');
    return {
      id: String(seq), title: isKnown(act) ? t(acts[act]) : act, state: index === shown.length - 1 && report.state !== 'CLOSED' ? 'now' : 'done', at: momentText(at, language),
      ...(said?.agency === undefined ? {} : { by: said.agency.name }), ...(words === '' ? {} : { note: words }),
    };
  });
};

/** Days and hours, or hours and minutes: what a person counts in. */
export const spanText = (milliseconds: number, t: Words): string => {
  const minutes = Math.floor(milliseconds / 60_000), hours = Math.floor(minutes / 60), days = Math.floor(hours / 24);
  if (days > 0) return [t('days', { count: days }), ...(hours % 24 === 0 ? [] : [t('hours', { count: hours % 24 })])].join(' ');
  return hours > 0 ? `${t('hours', { count: hours })} ${t('minutes', { count: minutes % 60 })}` : t('minutes', { count: minutes });
};
