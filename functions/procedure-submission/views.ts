import type * as z from 'zod';
import type { DeskDossierView, DossierView, QueueRow, SupplementRound, TrackingView } from '../../shared/contracts/dossier.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { WorkingCalendar } from '../../shared/kernel/working-time/calendar.ts';
import { competentAgency, deskActs, type Dossier, type Issued } from './dossier.ts';
import { publicEntry } from './history.ts';
import { matterView } from './matter-views.ts';
import type { Directory, DossierRecord, Waiting } from './ports.ts';
import { punctualityOf } from './punctuality.ts';
import { stepsView, wayView } from './step-views.ts';
import type { Round } from './supplement.ts';
import { ownActs } from './transitions.ts';

/** What a view is told beside the dossier: the time it is looked at, and the calendar that counts working days: that of the agency the matter lies with. */
export type Seen = { readonly now: Date; readonly calendar: WorkingCalendar | undefined };

/** Where a dossier stands can be told without a calendar too; only how early or late it is cannot. */
export const seenAt = async (directory: Pick<Directory, 'calendar'>, now: Date, dossier: Pick<Dossier, 'filed' | 'standing'>): Promise<Seen> => {
  try {
    return { now, calendar: await directory.calendar(undefined, competentAgency(dossier).code) };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'calendar-not-published') return { now, calendar: undefined };
    throw error;
  }
};

type Optional = 'number' | 'receivedAt' | 'dueAt' | 'finishedAt';
const present = <T extends object>(from: T, keys: readonly (keyof T & Optional)[]): Partial<Pick<T, Optional & keyof T>> =>
  Object.fromEntries(keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]]))) as Partial<Pick<T, Optional & keyof T>>;

/** Without personal data: what anyone with the code may see. */
export const trackingView = (dossier: Dossier, { calendar, now }: Seen): TrackingView => {
  const { filed, standing } = dossier;
  const { pauses = [], competent, successorAgency } = standing;
  const punctuality = calendar === undefined ? undefined : punctualityOf(standing, calendar, now);
  return {
    trackingCode: filed.trackingCode, procedure: filed.procedure, caseName: filed.caseName, channel: filed.channel, agency: competentAgency(dossier), ...(competent === undefined ? {} : { receivedBy: filed.agency }), ...(filed.helpedAt === undefined ? {} : { helpedAt: filed.helpedAt }), ...(successorAgency === undefined ? {} : { successorAgency }),
    state: { business: standing.business, finance: standing.finance, delivery: standing.delivery, sync: standing.sync },
    submittedAt: filed.submittedAt, ...present(standing, ['number', 'receivedAt', 'dueAt', 'finishedAt']),
    ...(punctuality === undefined ? {} : { punctuality }), ...(pauses.length === 0 ? {} : { pauses: [...pauses] }), steps: [...standing.steps], ...wayView({ filed, standing }),
  };
};

const documentView = ({ documentId, kind, form, name, issuedAt, contentType, replacedAt, onScreen }: Issued) =>
  ({ documentId, kind, name, issuedAt, contentType, ...(form === undefined ? {} : { form }), ...(replacedAt === undefined ? {} : { replacedAt }), ...(onScreen === undefined ? {} : { onScreen }) });

/** The newest first: what came last is what one looks for. */
const documentViews = (documents: readonly Issued[]) => documents.toSorted((a, b) => b.issuedAt.localeCompare(a.issuedAt)).map(documentView);

const roundView = ({ round, reason, items, askedAt, answeredAt, answerBy, given = [] }: Round, now: Date): SupplementRound => ({
  round, reason, askedAt, ...(answeredAt === undefined ? {} : { answeredAt }), ...(answerBy === undefined ? {} : { answerBy }), overdue: answeredAt === undefined && answerBy !== undefined && now > new Date(answerBy),
  items: items.map((item) => { const answer = given.find(({ itemId }) => itemId === item.itemId); return { ...item, ...(answer?.text === undefined ? {} : { text: answer.text }), files: [...answer?.files ?? []] }; }),
});

/** The control sheet names officers: it stays with the agency. */
export const forApplicant = (documents: readonly Issued[]): Issued[] => documents.filter(({ kind }) => kind !== 'control-sheet');

/** What the applicant sees of an own dossier. */
export const dossierView = (record: DossierRecord, seen: Seen): DossierView => {
  const { filed, standing, history, documents, rounds } = record;
  // the reason of the status it stands in: one that was left behind explains nothing any more, and a transfer says its own
  const line = history.findLast((entry) => entry.from !== entry.to);
  const reason = line?.act === 'transfer' ? undefined : line?.private.reason;
  return {
    ...trackingView(record, seen), dossierId: filed.dossierId, revision: standing.revision, answers: { ...filed.answers },
    attachments: [...filed.attachments], ...(filed.components === undefined ? {} : { components: [...filed.components] }), documents: documentViews(forApplicant(documents)), ...(reason === undefined ? {} : { reason }),
    ...matterView(record), supplements: rounds.map((round) => roundView(round, seen.now)), ownActs: ownActs(standing.business),
  };
};

/** What the desk sees: the applicant, who did what, and what the caller may do now. */
export const deskView = (record: DossierRecord, roles: readonly string[], seen: Seen, numberIssuedBy?: string): DeskDossierView => {
  const { applicant: { subject: _subject, consentAt: _consent, ...applicant } } = record.filed;
  const { officer } = record.standing;
  return {
    ...dossierView(record, seen), applicant, ...(officer === undefined ? {} : { officer: { name: officer.name } }), allowed: deskActs(record.standing, roles),
    history: record.history.map((entry) => ({ ...publicEntry(entry), name: entry.private.name, ...(entry.private.onBehalfOf === undefined ? {} : { onBehalfOf: entry.private.onBehalfOf.name }), ...(entry.private.reason === undefined ? {} : { reason: entry.private.reason }) })),
    documents: documentViews(record.documents), ...stepsView(record, seen), ...(numberIssuedBy === undefined ? {} : { numberIssuedBy }),
  };
};

/** A row of an agency's queue. */
export const queueRow = ({ procedure, ...waiting }: Waiting): z.input<typeof QueueRow> => ({ ...waiting, procedure: { code: procedure.code, name: procedure.name } });
