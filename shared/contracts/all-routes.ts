import { directoryRoutes } from './directory.ts';
import { feedbackRoutes } from './feedback.ts';
import { identityRoutes } from './identity.ts';
import { procedureSubmissionRoutes } from './procedure-submission.ts';
import type { Route } from './route.ts';

/** Every route of the province by the workflow that serves it: CDK, OpenAPI and the access matrix read this. */
export const routesByWorkflow = {
  identity: identityRoutes,
  directory: directoryRoutes,
  'procedure-submission': procedureSubmissionRoutes,
  'feedback-classification': feedbackRoutes,
} as const satisfies Record<string, readonly Route[]>;

export type HttpWorkflow = keyof typeof routesByWorkflow;
