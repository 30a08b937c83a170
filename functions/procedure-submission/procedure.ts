import type { CaseChannel, ProcedureDraft, ProcedureSummary, ProcedureView } from '../../shared/contracts/procedure.ts';
import type { Channel } from '../../shared/kernel/dossier-status.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';

/** What an official sends to publish: `replacesVersion` is the version she saw, 0 where there was none. */
export type Publication = { readonly procedureCode: string; readonly draft: ProcedureDraft; readonly status: ProcedureView['status']; readonly replacesVersion: number };

const repeated = (ids: readonly string[]): number => ids.findIndex((id, index) => ids.indexOf(id) !== index);

const repeatedIn = (ids: readonly string[], at: string, field: string): string[] => {
  const index = repeated(ids);
  return index < 0 ? [] : [`${at}/${index}/${field}`];
};

/** JSON pointers to what the shape alone does not see: ids used twice, and choices without options. */
export const faultsOfDraft = ({ cases, form }: ProcedureDraft): string[] => {
  const questions = form.flatMap((page, p) => page.questions.map((question, q) => ({ ...question, at: `/form/${p}/questions/${q}` })));
  const again = questions[repeated(questions.map(({ id }) => id))];
  return [
    ...repeatedIn(cases.map(({ id }) => id), '/cases', 'id'),
    ...cases.flatMap(({ channels }, index) => repeatedIn(channels.map(({ channel }) => channel), `/cases/${index}/channels`, 'channel')),
    ...cases.flatMap(({ papers }, index) => repeatedIn(papers.map(({ id }) => id), `/cases/${index}/papers`, 'id')),
    ...repeatedIn(form.map(({ id }) => id), '/form', 'id'),
    ...(again === undefined ? [] : [`${again.at}/id`]),
    ...questions.filter(({ kind, options = [] }) => kind === 'choice' && options.length === 0).map(({ at }) => `${at}/options`),
  ];
};

/** The version that follows `current`. Throws `version-not-newer` when the caller had not seen `current`. */
export const nextVersion = (current: ProcedureView | undefined, { procedureCode, draft, status, replacesVersion }: Publication, now: Date): ProcedureView => {
  const version = current?.version ?? 0;
  if (replacesVersion !== version) throw new DomainError('version-not-newer', `the current version is ${version}`, { pointers: ['/body/replacesVersion'] });
  return { ...draft, code: procedureCode, version: version + 1, publishedAt: now.toISOString(), status };
};

export const summaryOf = ({ code, name, field, level, acceptsOnline, version, status }: ProcedureView): ProcedureSummary => ({ code, name, field, level, acceptsOnline, version, status });

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
