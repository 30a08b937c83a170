import type { DeskFeedbackView } from '../../../shared/contracts/feedback-shapes.ts';
import { nameOfFeedbackState } from '../../../shared/kernel/feedback-state.ts';
import { useLanguage } from '../../components/language.ts';
import { Tag } from '../../components/tag.tsx';

type State = DeskFeedbackView['state'];
const tones: Record<State, 'info' | 'ok' | 'warn' | 'danger' | 'neutral'> = {
  NEW: 'info', TRIAGED: 'info', REJECTED: 'neutral', ASSIGNED: 'info', IN_PROGRESS: 'info', RETURNED: 'warn', ANSWERED: 'ok', IN_REVIEW: 'info', PUBLISHED: 'ok', CLOSED: 'neutral', REOPENED: 'warn',
};
/** The state of a report in words, with a shape and a colour. */
export const StateTag = ({ state }: { readonly state: State }) => <Tag tone={tones[state]}>{nameOfFeedbackState(state)[useLanguage()]}</Tag>;
