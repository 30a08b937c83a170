import { FeedbackMovedV1 } from '../../events/feedback-classification/feedback-moved.v1.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import type { Asked } from '../../shared/runtime/asked.ts';
import { factsOf, type Changes } from './feedback.ts';
import type { InboundMessage } from './inbound.ts';
import { performForReporter } from './perform-act.ts';
import type { FeedbackDeps, FeedbackRecord } from './ports.ts';
import { placeOf, saysSomething, usableMedia } from './report-feedback.ts';
import { placeNow } from './rows.ts';

type Addition = { readonly message: InboundMessage; readonly media: readonly string[]; readonly owner: string; readonly flags: readonly string[] };
type Wish = Addition & { readonly feedbackId: string; readonly asked: Asked };

/** Whether nobody but its sender did anything with it yet. */
const isUntouched = ({ standing, history }: FeedbackRecord): boolean => standing.state === 'NEW' && history.every(({ act }) => act === 'report' || act === 'add');
const newPoint = ({ point }: InboundMessage, record: FeedbackRecord): InboundMessage['point'] => (placeNow(record).lat === undefined ? point : undefined);

/** Photos belong to what was just written or shown, words to what was only shown, a place to what has none. A second text is another matter. */
const belongs = (record: FeedbackRecord, { message, media }: Addition, mostMedia: number): boolean => {
  if (!isUntouched(record) || record.reporter?.zalo !== message.sender || record.media.length + media.length > mostMedia) return false;
  if (message.text !== '' && record.report.text !== '') return false;
  return media.length > 0 || saysSomething(message.text) || newPoint(message, record) !== undefined;
};

/**
 * Adds a message to the report its sender has just sent, as if both had come as one; once however often it is asked for.
 * Undefined where it is a report of its own. Throws `feedback-changed-meanwhile` when somebody was faster.
 */
export const addToReport = (deps: FeedbackDeps) => async ({ feedbackId, asked, ...addition }: Wish): Promise<FeedbackRecord | undefined> => {
  const { message, flags } = addition;
  const { now } = asked.cause;
  const known = await deps.feedback.load(feedbackId);
  if (known === undefined || !belongs(known, addition, deps.catalogue.settings.mostMedia)) return undefined;
  return performForReporter(deps, { feedbackId, revision: known.standing.revision, asked, act: 'add' }, async (record) => {
    if (!belongs(record, addition, deps.catalogue.settings.mostMedia)) throw new DomainError('feedback-changed-meanwhile');
    const { report, standing } = record;
    const { media, bindings } = await usableMedia(deps, addition.media, { owner: addition.owner, now, phase: 'before' });
    const point = newPoint(message, record);
    const where = point === undefined ? undefined : placeOf({ words: '', confirmed: true, ...point });
    const suggestion = message.text === '' ? undefined : await deps.suggest(message.text);
    const danger = suggestion?.urgency === 'emergency' && standing.urgency !== 'emergency';
    const changes: Changes = { ...(where === undefined ? {} : { place: where.place, area: where.area }), ...(danger ? { urgency: 'emergency' } : {}) };
    const said = [...report.flags.filter((flag) => where === undefined || flag !== 'place-unknown'), ...where?.flags ?? [], ...flags, ...(suggestion?.outOfScope ? ['out-of-scope'] : []), ...(danger ? ['words-of-danger'] : [])];
    return {
      media, uploads: bindings, report: { ...report, flags: [...new Set(said)], ...(suggestion === undefined ? {} : { text: message.text, suggestion }) },
      steps: [{ act: 'add', changes, event: (after) => newEvent(FeedbackMovedV1, { ...factsOf(after), act: 'add', movedAt: now.toISOString(), ...(after.standing.dueAt === undefined ? {} : { dueAt: after.standing.dueAt }) }, asked.cause) }],
    };
  });
};
