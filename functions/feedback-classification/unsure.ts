import type { Suggestion } from '../../shared/contracts/feedback-shapes.ts';

/** What is said where nothing can be: a person decides. */
export const unsure = (): Suggestion => ({ category: 'other', confidence: 0, abstained: true, alternatives: [], urgency: 'normal', outOfScope: null, because: [] });
