import type { ComponentChildren } from 'preact';
import type { DeskFeedbackView, FeedbackAct } from '../../../shared/contracts/feedback-shapes.ts';
import type { FeedbackDecision } from './acts.ts';
import { AcceptDialog, ChangeDialog } from './sorting-dialogs.tsx';
import { MergeDialog, RefuseDialog, RouteDialog } from './passing-dialogs.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { AnswerDialog, AssignDialog, ProgressDialog, ReasonDialog } from './unit-dialogs.tsx';
import type { NearbyReport } from './use-nearby.ts';

/** What each dialog of an act is given; `onDecide` answers whether it was done. */
export type ActProps = {
  readonly view: DeskFeedbackView; readonly busy: boolean; readonly trouble: ComponentChildren; readonly onClose: () => void;
  readonly onDecide: (decision: FeedbackDecision) => Promise<boolean>;
};
type Choice = ActProps & { readonly act: FeedbackAct; readonly into: string | undefined; readonly nearby: readonly NearbyReport[]; readonly onChecked: (view: DeskFeedbackView) => void };

/** The dialog of an act that needs more than the decision. */
export const ActDialog = ({ act, into, nearby, onChecked, ...common }: Choice) => {
  switch (act) {
    case 'accept': return <AcceptDialog {...common} />;
    case 'change': return <ChangeDialog {...common} />;
    case 'route': return <RouteDialog {...common} />;
    case 'merge': return <MergeDialog {...common} into={into} nearby={nearby} />;
    case 'split': return <SplitDialog {...common} />;
    case 'refuse': return <RefuseDialog {...common} />;
    case 'assign': return <AssignDialog {...common} />;
    case 'report-progress': return <ProgressDialog {...common} />;
    case 'answer': return <AnswerDialog {...common} />;
    case 'publish': return <PublishDialog {...common} onChecked={onChecked} />;
    case 'hand-back': case 'extend': case 'send-back': case 'return-answer': return <ReasonDialog {...common} act={act} />;
    case 'take': case 'approve': return null;
  }
};
