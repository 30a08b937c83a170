import { sendOnce, type MailDeps } from '../../shared/runtime/mail-ledger.ts';
import type { Mailer } from '../../shared/runtime/mailer.ts';
import { fingerprintOf } from '../../shared/runtime/request-key.ts';
import type { Reporter } from './feedback.ts';
import { mailContent, type MailOccasion } from './mail-content.ts';
import type { FeedbackRecord, FeedbackStore } from './ports.ts';

type Deps = MailDeps & { /** answers who wrote over Zalo */ readonly zalo?: Mailer; readonly feedback: Pick<FeedbackStore, 'load'>; readonly siteOrigin: string };
type Told = { readonly eventId: string; readonly feedbackId: string; readonly occasion: MailOccasion; readonly now: Date };
type Recipient = { readonly by: 'email' | 'zalo'; readonly to: string; readonly key?: string };

/** What those who only saw the same are told: that it goes on, and how it ended. */
const forOthers = new Set<MailOccasion>(['accepted', 'extended', 'published', 'reopened']);

const waysTo = (contact: Partial<Reporter> | undefined): Recipient[] => [
  ...(contact?.contact?.email === undefined ? [] : [{ by: 'email' as const, to: contact.contact.email }]), ...(contact?.zalo === undefined ? [] : [{ by: 'zalo' as const, to: contact.zalo }]),
];
const waysOf = ({ reporter, voices }: Pick<FeedbackRecord, 'reporter' | 'voices'>, kinds?: 'voice'): Recipient[] => [...waysTo(reporter), ...voices.filter(({ kind }) => kinds === undefined || kind === kinds).flatMap(({ contact }) => (contact === undefined ? [] : waysTo({ contact })))];

/** Whom a report concerns by itself. */
export const recipientsOf = async ({ feedback }: Pick<Deps, 'feedback'>, record: FeedbackRecord, occasion: MailOccasion): Promise<Recipient[]> => {
  const { reporter, voices, standing } = record;
  const own = reporter === undefined ? [] : waysTo(reporter).map((way) => ({ ...way, key: reporter.key }));
  if (!forOthers.has(occasion)) return own;
  const joined = await Promise.all((standing.merged ?? []).map((id) => feedback.load(id)));
  const others = [...waysOf({ voices }, 'voice'), ...joined.flatMap((one) => (one === undefined ? [] : waysOf(one)))];
  const known = new Set(own.map(({ to }) => to));
  return [...own, ...others.filter(({ to }) => { const fresh = !known.has(to); known.add(to); return fresh; })];
};

/** Writes to everybody a report concerns, once for an event each: its reporter, who saw the same, and reporters of what was joined with it. */
export const tellReporters = (deps: Deps) => async ({ eventId, feedbackId, occasion, now }: Told): Promise<{ sent: number; busy: number }> => {
  const record = await deps.feedback.load(feedbackId);
  // a task of a split report is nobody's
  if (record === undefined || record.report.parent !== undefined) return { sent: 0, busy: 0 };
  let [sent, busy] = [0, 0];
  for (const { by, to, key } of await recipientsOf(deps, record, occasion)) {
    const mailer = by === 'zalo' ? deps.zalo : deps.mailer;
    if (mailer === undefined) continue;
    const outcome = await sendOnce({ ledger: deps.ledger, mailer }, { eventId: `${eventId}-${fingerprintOf(to).slice(0, 16)}`, now }, { to, ...mailContent(record, occasion, { siteOrigin: deps.siteOrigin, key }) });
    if (outcome === 'sent') sent++;
    if (outcome === 'busy') busy++;
  }
  return { sent, busy };
};
