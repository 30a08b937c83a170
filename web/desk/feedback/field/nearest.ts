import type { FeedbackRow } from '../../../../shared/contracts/feedback-shapes.ts';
import { metresBetween } from '../projection.ts';
import type { Point } from '../projection.ts';
import type { Deed } from './outbox.ts';

/** Of a row what is kept on the phone: enough to go there and do it. */
export type Job = Pick<FeedbackRow, 'feedbackId' | 'trackingCode' | 'category' | 'suggested' | 'excerpt' | 'dueAt' | 'reportedAt' | 'lat' | 'long' | 'urgency' | 'state'> & { readonly taken: boolean };

export const jobOf = ({ feedbackId, trackingCode, category, suggested, excerpt, dueAt, reportedAt, lat, long, urgency, state }: FeedbackRow, taken: boolean): Job =>
  ({ feedbackId, trackingCode, excerpt, reportedAt, urgency, state, taken, ...(category === undefined ? {} : { category }), ...(suggested === undefined ? {} : { suggested }), ...(dueAt === undefined ? {} : { dueAt }), ...(lat === undefined ? {} : { lat }), ...(long === undefined ? {} : { long }) });

/** What is to be done, the nearest first; without a position the most urgent first. What was done here and waits to be told is not to be done again. */
export const nearest = (jobs: readonly Job[], here: Point | undefined, deeds: readonly Deed[]): (Job & { readonly metres?: number })[] => {
  const did = (feedbackId: string, act: Deed['act']): boolean => deeds.some((deed) => deed.feedbackId === feedbackId && deed.act === act);
  return jobs.filter(({ feedbackId }) => !did(feedbackId, 'answer')).map((job) => ({
    ...job, taken: job.taken || did(job.feedbackId, 'take'),
    ...(here === undefined || job.lat === undefined || job.long === undefined ? {} : { metres: Math.round(metresBetween(here, { lat: job.lat, long: job.long })) }),
  })).toSorted((a, b) => (a.metres ?? Infinity) - (b.metres ?? Infinity) || (a.dueAt ?? '~').localeCompare(b.dueAt ?? '~'));
};
