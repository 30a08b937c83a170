import { GetClassifierFigures } from '../../shared/contracts/feedback-classifier.ts';
import { officerOf } from '../../shared/runtime/callers.ts';
import { on } from '../../shared/runtime/http.ts';
import { requirePlace } from './keep-rules.ts';
import { against, weeksBefore } from './drift.ts';
import type { FeedbackDeps } from './ports.ts';

const mostWeeks = 12;

/** What answers how the classifier fares. */
export const classifierHandlers = (deps: FeedbackDeps) => [
  on(GetClassifierFigures, async ({ params, actor, now }) => {
    requirePlace(deps, officerOf(actor), params.agencyCode, { roles: ['dispatcher', 'leader'], now });
    const [weeks, learned, { version, shipped, since, header: { corpus: { texts, corrections }, heldOut } }] = await Promise.all([deps.classifier.weeks(mostWeeks), deps.classifier.lastRun(), deps.model()]);
    const [latest, ...before] = weeks;
    return {
      weeks: weeks.map(({ categories, risen, ...week }) => ({ ...week, risen: [...risen], categories: [...categories] })),
      against: latest === undefined ? [] : against(latest, before.slice(0, weeksBefore)),
      model: { version, shipped, ...(since === undefined ? {} : { since }), texts, corrections, heldOut }, ...(learned === undefined ? {} : { learned }),
    };
  }),
];
