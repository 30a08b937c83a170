import type * as z from 'zod';
import type * as catalogue from '../../shared/contracts/catalogue.ts';
import type * as work from '../../shared/contracts/catalogue-work.ts';
import type * as bulk from '../../shared/contracts/desk-bulk.ts';
import type * as booking from '../../shared/contracts/booking.ts';
import type * as counter from '../../shared/contracts/counter-filing.ts';
import type * as queues from '../../shared/contracts/desk-queues.ts';
import type * as directory from '../../shared/contracts/directory.ts';
import type * as feedback from '../../shared/contracts/feedback.ts';
import type * as feedbackClassifier from '../../shared/contracts/feedback-classifier.ts';
import type * as feedbackDesk from '../../shared/contracts/feedback-desk.ts';
import type * as feedbackFollow from '../../shared/contracts/feedback-follow.ts';
import type * as feedbackMedia from '../../shared/contracts/feedback-media.ts';
import type * as feedbackRules from '../../shared/contracts/feedback-rules.ts';
import type * as identity from '../../shared/contracts/identity.ts';
import type * as matter from '../../shared/contracts/matter-routes.ts';
import type * as numbering from '../../shared/contracts/numbering.ts';
import type * as submission from '../../shared/contracts/procedure-submission.ts';
import type * as statistics from '../../shared/contracts/statistics.ts';
import type * as forms from '../../shared/contracts/form-routes.ts';
import type * as steps from '../../shared/contracts/step-routes.ts';
import type * as ticket from '../../shared/contracts/ticket.ts';
import type { bookingRoutes } from './booking-routes.gen.ts';
import type { feedbackRoutes } from './feedback-routes.gen.ts';
import type { officerRoutes } from './officer-routes.gen.ts';
import type { routes } from './routes.gen.ts';

/** The contracts as types only: nothing of zod reaches a page. A route `submitDossier` is exported as `SubmitDossier`. */
type Contracts =
  & typeof booking
  & typeof bulk
  & typeof catalogue
  & typeof counter
  & typeof work
  & typeof directory
  & typeof feedback
  & typeof feedbackClassifier
  & typeof feedbackDesk
  & typeof feedbackFollow
  & typeof feedbackMedia
  & typeof feedbackRules
  & typeof forms
  & typeof identity
  & typeof matter
  & typeof numbering
  & typeof queues
  & typeof statistics
  & typeof steps
  & typeof submission
  & typeof ticket;

export type RouteName = keyof typeof routes | keyof typeof bookingRoutes | keyof typeof feedbackRoutes | keyof typeof officerRoutes;
type RouteOf<N extends RouteName> = Contracts[Capitalize<N>];

type Sent<S> = S extends z.ZodType ? z.input<S> : never;
/** A part that may be empty may be left out. */
type Part<K extends string, T> = undefined extends T ? { [P in K]?: never } : Record<never, never> extends T ? { [P in K]?: T } : { [P in K]: T };

export type CallInput<N extends RouteName> =
  & Part<'params', Sent<RouteOf<N>['params']>>
  & Part<'query', Sent<RouteOf<N>['query']>>
  & Part<'body', Sent<RouteOf<N>['body']>>
  & { /** of a write that must happen once; the same key again gives the same answer */ key?: string; signal?: AbortSignal };

/** What a route answers when it does what it was asked. */
export type Answer<N extends RouteName> = RouteOf<N>['ok']['body'] extends z.ZodType ? z.output<RouteOf<N>['ok']['body']> : never;
