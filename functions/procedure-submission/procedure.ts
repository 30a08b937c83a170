import { ProcedureEdition, type CaseChannel, type ProcedureDraft, type ProcedureSummary, type ProcedureView } from '../../shared/contracts/procedure.ts';
import type { Channel } from '../../shared/kernel/dossier-status.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';

/** A published version on the timeline of its procedure. Each begins later than the one before it, so two are never in force together. */
export type Begin = Pick<ProcedureView, 'version' | 'effectiveFrom' | 'publishedAt' | 'status' | 'successor'>;

export const beginOf = ({ version, effectiveFrom, publishedAt, status, successor }: ProcedureView): Begin =>
  ({ version, effectiveFrom, publishedAt, status, ...(successor === undefined ? {} : { successor }) });

/** The version in force at an instant: the last that has begun, undefined before the first. */
export const inForceAt = (timeline: readonly Begin[], at: Date): Begin | undefined => {
  const day = localDate(at);
  return timeline.findLast(({ effectiveFrom }) => effectiveFrom <= day);
};

/** The next version that waits for its day. */
export const nextAfter = (timeline: readonly Begin[], at: Date): Begin | undefined => {
  const day = localDate(at);
  return timeline.find(({ effectiveFrom }) => effectiveFrom > day);
};

/**
 * A version of this content from a day on, after everything published so far. The first one may have begun already
 * (a catalogue taken over); a later one begins today or later, and later than the last. Throws `version-overlaps`,
 * `effective-date-past`.
 */
export const versionAfter = ({ begins, highest }: { readonly begins: readonly Begin[]; readonly highest: number }, edition: ProcedureEdition, { code, pointer, now }: { code: string; pointer: string; now: Date }): ProcedureView => {
  const last = begins.at(-1);
  const at = { pointers: [pointer] };
  if (last !== undefined && edition.effectiveFrom <= last.effectiveFrom) throw new DomainError('version-overlaps', `version ${last.version} begins ${last.effectiveFrom}`, at);
  if (last !== undefined && edition.effectiveFrom < localDate(now)) throw new DomainError('effective-date-past', undefined, at);
  return { ...edition, code, version: highest + 1, publishedAt: now.toISOString() };
};

/** The version to recall: the last one, as long as it waits. Throws `version-in-force`, `version-not-waiting`. */
export const recallable = (begins: readonly Begin[], version: number, at: Date): Begin => {
  const found = begins.find((begin) => begin.version === version);
  if (found === undefined || found !== begins.at(-1)) throw new DomainError(found !== undefined && found.effectiveFrom <= localDate(at) ? 'version-in-force' : 'version-not-waiting');
  if (found.effectiveFrom <= localDate(at)) throw new DomainError('version-in-force');
  return found;
};

/** What a version says, without its number and dates of publication. */
export const editionOf = (view: ProcedureView): ProcedureEdition => ProcedureEdition.parse(view);

const repeated = (ids: readonly string[]): number => ids.findIndex((id, index) => ids.indexOf(id) !== index);

export type DraftFault = { readonly pointer: string; readonly code: 'field.repeated' | 'choice.no-options' };

const repeatedIn = (ids: readonly string[], at: string, field: string): DraftFault[] => {
  const index = repeated(ids);
  return index < 0 ? [] : [{ pointer: `${at}/${index}/${field}`, code: 'field.repeated' }];
};

/** What the shape alone does not see: ids used twice, and choices without options. */
export const faultsOfDraft = ({ cases, form }: Pick<ProcedureDraft, 'cases' | 'form'>): DraftFault[] => {
  const questions = form.flatMap((page, p) => page.questions.map((question, q) => ({ ...question, at: `/form/${p}/questions/${q}` })));
  const again = questions[repeated(questions.map(({ id }) => id))];
  return [
    ...repeatedIn(cases.map(({ id }) => id), '/cases', 'id'),
    ...cases.flatMap(({ channels }, index) => repeatedIn(channels.map(({ channel }) => channel), `/cases/${index}/channels`, 'channel')),
    ...cases.flatMap(({ papers }, index) => repeatedIn(papers.map(({ id }) => id), `/cases/${index}/papers`, 'id')),
    ...repeatedIn(form.map(({ id }) => id), '/form', 'id'),
    ...(again === undefined ? [] : [{ pointer: `${again.at}/id`, code: 'field.repeated' } as const]),
    ...questions.filter(({ kind, options = [] }) => kind === 'choice' && options.length === 0).map(({ at }) => ({ pointer: `${at}/options`, code: 'choice.no-options' }) as const),
  ];
};

export const summaryOf = ({ code, name, field, level, acceptsOnline, version, status, unsettled = [] }: ProcedureView): ProcedureSummary =>
  ({ code, name, field, level, acceptsOnline, version, status, ...(unsettled.length === 0 ? {} : { unsettled: unsettled.length }) });

/** How a case runs through a channel. Throws `case-unknown` or `channel-not-offered`. */
export const caseChannel = ({ cases }: Pick<ProcedureView, 'cases'>, caseId: string, channel: Channel): CaseChannel => {
  const chosen = cases.find(({ id }) => id === caseId);
  if (chosen === undefined) throw new DomainError('case-unknown');
  const offered = chosen.channels.find((row) => row.channel === channel);
  if (offered === undefined) throw new DomainError('channel-not-offered');
  return offered;
};

/** Whether an agency receives a procedure: it is named, or its level is. */
export const isReceivedBy = ({ receivedBy }: Pick<ProcedureView, 'receivedBy'>, agency: { readonly code: string; readonly level: string }): boolean =>
  (receivedBy.kind === 'level' ? agency.level === receivedBy.level : receivedBy.agencies.includes(agency.code));
