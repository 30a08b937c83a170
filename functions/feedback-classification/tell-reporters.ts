import { sendOnce, type MailDeps } from '../../shared/runtime/mail-ledger.ts';
import { fingerprintOf } from '../../shared/runtime/request-key.ts';
import { mailContent, type MailOccasion } from './mail-content.ts';
import type { FeedbackRecord, FeedbackStore } from './ports.ts';

type Deps = MailDeps & { readonly feedback: Pick<FeedbackStore, 'load'>; readonly siteOrigin: string };
type Told = { readonly eventId: string; readonly feedbackId: string; readonly occasion: MailOccasion; readonly now: Date };
type Recipient = { readonly email: string; readonly key?: string };

/** What those who only saw the same are told: that it goes on, and how it ended. */
const forOthers = new Set<MailOccasion>(['accepted', 'extended', 'published', 'reopened']);

/** Whom a report concerns by itself. */
export const recipientsOf = async ({ feedback }: Pick<Deps, 'feedback'>, record: FeedbackRecord, occasion: MailOccasion): Promise<Recipient[]> => {
  const { reporter, voices, standing } = record;
  const own = reporter?.contact.email === undefined ? [] : [{ email: reporter.contact.email, key: reporter.key }];
  if (!forOthers.has(occasion)) return own;
  const joined = await Promise.all((standing.merged ?? []).map((id) => feedback.load(id)));
  const others = [...voices.filter(({ kind }) => kind === 'voice').map(({ contact }) => contact?.email), ...joined.flatMap((one) => (one === undefined ? [] : [one.reporter?.contact.email, ...one.voices.map(({ contact }) => contact?.email)]))];
  const emails = [...new Set(others.flatMap((email) => email ?? []))].filter((email) => email !== own[0]?.email);
  return [...own, ...emails.map((email) => ({ email }))];
};

/** Writes to everybody a report concerns, once for an event each: its reporter, who saw the same, and reporters of what was joined with it. */
export const tellReporters = (deps: Deps) => async ({ eventId, feedbackId, occasion, now }: Told): Promise<{ sent: number; busy: number }> => {
  const record = await deps.feedback.load(feedbackId);
  // a task of a split report is nobody's
  if (record === undefined || record.report.parent !== undefined) return { sent: 0, busy: 0 };
  let [sent, busy] = [0, 0];
  for (const { email, key } of await recipientsOf(deps, record, occasion)) {
    const outcome = await sendOnce(deps, { eventId: `${eventId}-${fingerprintOf(email).slice(0, 16)}`, now }, { to: email, ...mailContent(record, occasion, { siteOrigin: deps.siteOrigin, key }) });
    if (outcome === 'sent') sent++;
    if (outcome === 'busy') busy++;
  }
  return { sent, busy };
};
