import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { FeedbackState } from '../../shared/kernel/feedback-state.ts';
import { FeedbackId, TrackingCode } from '../../shared/kernel/ids.ts';

/** What every event about a report says: where it stands, never who sent it or what was written. */
export const feedbackFacts = {
  feedbackId: FeedbackId, trackingCode: TrackingCode, revision: z.int().nonnegative(), state: FeedbackState,
  category: z.string().max(41).optional(), area: z.string().max(5).optional(), agencyCode: AgencyCode.optional(), channel: z.enum(['web', 'hotline', 'zalo', 'email', 'open311']),
  urgency: z.enum(['normal', 'emergency']), reportedAt: z.iso.datetime(),
};
