import type * as z from 'zod';
import { FeedbackRefusedV1 } from '../../events/feedback-classification/feedback-refused.v1.ts';
import { FeedbackRoutedV1 } from '../../events/feedback-classification/feedback-routed.v1.ts';
import { FeedbackSplitV1 } from '../../events/feedback-classification/feedback-split.v1.ts';
import type { MergeFeedback, SplitFeedback } from '../../shared/contracts/feedback-desk.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { isOpenFeedback } from '../../shared/kernel/feedback-state.ts';
import { newId, trackingCode } from '../../shared/kernel/ids.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { newSalt } from '../../shared/runtime/salt.ts';
import { factsOf, type AgencyName, type Feedback, type Report, type Standing } from './feedback.ts';
import { genesisOf, sealHappening } from './history.ts';
import { nextLook } from './next-look.ts';
import { performAct, type ActCommand } from './perform-act.ts';
import type { FeedbackDeps, FeedbackRecord, Filing } from './ports.ts';

type Deps = Pick<FeedbackDeps, 'feedback' | 'directory' | 'catalogue'>;
type Body<R extends { body: z.ZodType }> = Omit<z.output<R['body']>, 'revision'>;

/** Joins a report with another of the same matter: it ends here, and its reporter hears of the other from now on. Throws `merge-impossible`. */
export const mergeFeedback = (deps: Deps) => ({ into, ...command }: ActCommand & Body<typeof MergeFeedback>, officer: Officer): Promise<FeedbackRecord> =>
  performAct(deps, officer, { ...command, act: 'merge' }, async (record) => {
    const main = into === command.feedbackId ? undefined : await deps.feedback.load(into);
    if (main === undefined || !isOpenFeedback(main.standing.state) || main.report.parent !== undefined || record.standing.merged !== undefined) throw new DomainError('merge-impossible', undefined, { pointers: ['/body/into'] });
    const { now } = command.asked.cause;
    const revision = main.standing.revision + 1;
    const entry = await sealHappening(main.standing.historyHead, {
      seq: revision, at: now.toISOString(), act: 'merge', from: main.standing.state, to: main.standing.state, by: { kind: 'officer', role: 'dispatcher', agency: deps.catalogue.settings.intakeAgency },
      private: { person: officer.personId, name: officer.name, reason: record.report.trackingCode, salt: newSalt() },
    });
    const mainAfter: Standing = { ...main.standing, revision, merged: [...main.standing.merged ?? [], command.feedbackId], historyHead: entry.hash };
    return {
      beside: { before: main, after: mainAfter, entry },
      steps: [{
        act: 'merge', changes: { mergedInto: { feedbackId: main.report.feedbackId, trackingCode: main.report.trackingCode }, refusal: { reason: 'duplicate' }, dueAt: undefined, officer: undefined },
        event: (after) => newEvent(FeedbackRefusedV1, { ...factsOf(after), reason: 'duplicate', mergedInto: main.report.feedbackId, refusedAt: now.toISOString() }, command.asked.cause),
      }],
    };
  });

/** A task of a split report: a report of its own, of nobody, that lies with its agency from the beginning. */
const taskOf = async (deps: Deps, whole: FeedbackRecord, task: { readonly agency: AgencyName; readonly text: string }, { asked }: ActCommand): Promise<Filing> => {
  const { now } = asked.cause;
  const feedbackId = newId('fbk', now);
  const { place, channel, chosen } = whole.report;
  const report: Report = { feedbackId, trackingCode: trackingCode(), channel, text: task.text, place, reportedAt: now.toISOString(), flags: ['task'], parent: whole.report.feedbackId, ...(chosen === undefined ? {} : { chosen }) };
  const entry = await sealHappening(await genesisOf(feedbackId), { seq: 0, at: now.toISOString(), act: 'hand-out', from: null, to: 'ASSIGNED', by: { kind: 'system' }, private: { person: 'system', name: 'Hệ thống', salt: newSalt() } });
  const { urgency, complex, promisedAt, category, area } = whole.standing;
  const standing: Standing = {
    revision: 0, state: 'ASSIGNED', urgency, complex, visibility: 'private', agency: task.agency, historyHead: entry.hash,
    ...(category === undefined ? {} : { category }), ...(area === undefined ? {} : { area }), ...(promisedAt === undefined ? {} : { promisedAt, dueAt: promisedAt }), ...(whole.standing.place === undefined ? {} : { place: whole.standing.place }),
  };
  const feedback: Feedback = { report, standing };
  const event = newEvent(FeedbackRoutedV1, { ...factsOf(feedback), routedAt: now.toISOString(), rule: 'split', ...(promisedAt === undefined ? {} : { dueAt: promisedAt }) }, asked.cause);
  const { next } = await nextLook(deps, { ...feedback, history: [entry], escalations: [] }, now);
  return { feedback, media: [], entry, event, uploads: [], ...(next === undefined ? {} : { look: next }) };
};

/** Splits a report into tasks. The first agency leads: it answers the whole once every part is answered. */
export const splitFeedback = (deps: Deps) => ({ tasks, ...command }: ActCommand & Body<typeof SplitFeedback>, officer: Officer): Promise<FeedbackRecord> =>
  performAct(deps, officer, { ...command, act: 'split' }, async (record) => {
    const agencies = await Promise.all(tasks.map(async ({ agency }, index): Promise<AgencyName> => {
      const known = await deps.directory.agency(agency);
      if (known === undefined) throw new DomainError('agency-unknown', agency, { pointers: [`/body/tasks/${index}/agency`] });
      return { code: known.code, name: known.name };
    }));
    const children = await Promise.all(tasks.map(({ text }, index) => taskOf(deps, record, { agency: agencies[index] as AgencyName, text }, command)));
    const [lead] = agencies as [AgencyName, ...AgencyName[]];
    return {
      children,
      steps: [{
        act: 'split', changes: { agency: lead, children: children.map(({ feedback: { report, standing } }) => ({ feedbackId: report.feedbackId, agency: standing.agency as AgencyName })) },
        event: (after) => newEvent(FeedbackSplitV1, { ...factsOf(after), children: children.map(({ feedback }) => feedback.report.feedbackId), splitAt: command.asked.cause.now.toISOString() }, command.asked.cause),
      }],
    };
  });
