import type { DeskFeedbackView } from '../../../shared/contracts/feedback-shapes.ts';
import { call } from '../../client/client.ts';
import { useOpened } from '../use-opened.ts';

const reports = {
  ask: (feedbackId: string) => call('openFeedback', { params: { feedbackId } }),
  idOf: ({ feedbackId }: DeskFeedbackView) => feedbackId,
  // voices and checks of photos are told without a new revision
  same: (known: DeskFeedbackView, now: DeskFeedbackView) => JSON.stringify(known) === JSON.stringify(now),
};

/** The report that lies open. */
export const useReport = (feedbackId: string | undefined) => useOpened<DeskFeedbackView>(feedbackId, reports);
