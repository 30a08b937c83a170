import type { OutOfScope, Suggestion } from '../../shared/contracts/feedback-shapes.ts';
import type * as z from 'zod';
import type { Classify } from './classifier/classification.ts';
import type { Suggest } from './ports.ts';

const kindOf = (kind: ReturnType<Classify>['outOfScope']): z.infer<typeof OutOfScope> | null => (kind === 'none' ? null : kind);

/** What the classifier says, in the words of the contract. */
export const suggestBy = (classify: Classify): Suggest => (text): Suggestion => {
  const { urgency, outOfScope, ...said } = classify(text);
  return { ...said, urgency: urgency === 'ordinary' ? 'normal' : urgency, outOfScope: kindOf(outOfScope) };
};
