import type { Cause } from './outbox.ts';
import type { RequestKey } from './request-key.ts';

/** What names and dates a write: the request it answers, and when and why it happens. */
export type Asked = { readonly requestKey: RequestKey; readonly cause: Cause };
