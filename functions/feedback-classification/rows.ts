import type { FeedbackPin, FeedbackRow } from '../../shared/contracts/feedback-shapes.ts';
import type * as z from 'zod';
import { categoryNow, isPublic, type Feedback } from './feedback.ts';

const excerptLength = 160;
export const excerptOf = (text: string): string => (text.length <= excerptLength ? text : `${text.slice(0, excerptLength - 1)}…`);

export const placeNow = ({ report, standing }: Feedback) => standing.place ?? report.place;

/** Who has it in hand, as desks see it. */
export const officerOf = ({ standing: { officer } }: Feedback) => officer && { officerId: officer.subject, ...(officer.name === undefined ? {} : { name: officer.name }) };

type More = { readonly voices: number; readonly media: number; readonly card?: 'yellow' | 'red' | undefined };
/** A report as a line of a desk's queue. */
export const rowOf = (feedback: Feedback, { voices, media, card }: More): z.input<typeof FeedbackRow> => {
  const { report, standing } = feedback;
  const category = categoryNow(feedback);
  const { lat, long } = placeNow(feedback);
  return {
    feedbackId: report.feedbackId, trackingCode: report.trackingCode, state: standing.state, revision: standing.revision, excerpt: excerptOf(report.text), channel: report.channel, urgency: standing.urgency,
    reportedAt: report.reportedAt, flags: [...report.flags], voices, media,
    ...(category === undefined ? {} : { category }), ...(report.suggestion === undefined ? {} : { suggested: report.suggestion.category }), ...(standing.area === undefined ? {} : { area: standing.area }),
    ...(standing.dueAt === undefined ? {} : { dueAt: standing.dueAt }), ...(standing.promisedAt === undefined ? {} : { promisedAt: standing.promisedAt }), ...(standing.agency === undefined ? {} : { agency: standing.agency }), ...(lat === undefined ? {} : { lat }), ...(long === undefined ? {} : { long }),
    ...(standing.officer === undefined ? {} : { officer: officerOf(feedback) }), ...(card === undefined ? {} : { card }),
  };
};

/** A report as a pin of the map: what anyone may see of it. */
export const pinOf = (feedback: Feedback, voices: number): z.input<typeof FeedbackPin> => {
  const { report, standing } = feedback;
  const category = categoryNow(feedback);
  const { lat, long } = placeNow(feedback);
  const open = isPublic(feedback);
  return {
    trackingCode: report.trackingCode, state: standing.state, reportedAt: report.reportedAt, voices,
    ...(category === undefined ? {} : { category }), ...(standing.area === undefined ? {} : { area: standing.area }), ...(lat === undefined ? {} : { lat }), ...(long === undefined ? {} : { long }),
    ...(standing.promisedAt === undefined ? {} : { promisedAt: standing.promisedAt }), ...(open && standing.publicText !== undefined ? { text: excerptOf(standing.publicText) } : {}),
  };
};
