import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { DossierNumber } from '../kernel/dossier-number.ts';
import { Channel, DossierStatusCode } from '../kernel/dossier-status.ts';
import { DossierId, TrackingCode } from '../kernel/ids.ts';
import { Localised } from '../kernel/localised.ts';
import { ProcedureCode } from '../kernel/procedure-code.ts';
import { IsoDate, UtcInstant } from '../kernel/vietnam-time.ts';
import { officer } from './access.ts';
import { Queue, QueueRow } from './dossier.ts';
import { defineRoute } from './route.ts';

const deskRoles = ['one-stop-clerk', 'case-officer', 'leader'] as const;
const byAgency = z.object({ agencyCode: AgencyCode });
const ranges = ['due-soon', 'overdue'] as const satisfies readonly Queue[];

export const GetQueue = defineRoute({
  name: 'getQueue', method: 'GET', path: '/desk/agencies/{agencyCode}/queues/{queue}', access: [officer(deskRoles)],
  summary: { vi: 'Hàng chờ của cơ quan', en: 'A queue of the agency, most urgent first, with the counts of the queues that are stored' },
  params: () => byAgency.extend({ queue: Queue }),
  query: () => z.object({
    cursor: z.string().max(400).optional(), limit: z.coerce.number().int().min(1).max(500).default(50),
    procedure: ProcedureCode.optional(), channel: Channel.optional(), officer: z.string().max(100).optional(),
    /** days of Việt Nam, both included */
    dueFrom: IsoDate.optional(), dueTo: IsoDate.optional(),
  }),
  ok: { status: 200, body: () => z.object({ items: z.array(QueueRow), cursor: z.string().optional(), counts: z.record(Queue.exclude(ranges), z.int()) }) }, problems: ['not-found'],
});
export const GetQueueCounts = defineRoute({
  name: 'getQueueCounts', method: 'GET', path: '/desk/agencies/{agencyCode}/counts', access: [officer(deskRoles)],
  summary: { vi: 'Số hồ sơ trong các hàng chờ', en: 'The stored counts alone: whether anything moved since the last look' },
  params: byAgency, ok: { status: 200, body: () => z.object({ counts: z.record(Queue.exclude(ranges), z.int()) }) }, problems: ['not-found'],
});
export const GetDueCounts = defineRoute({
  name: 'getDueCounts', method: 'GET', path: '/desk/agencies/{agencyCode}/due-counts', access: [officer(deskRoles)],
  summary: { vi: 'Số hồ sơ sắp đến hạn và quá hạn', en: 'How many are due soon and overdue now: they move with the clock and are counted when asked for' },
  params: byAgency, ok: { status: 200, body: () => z.object({ counts: z.record(z.enum(ranges), z.int()) }) }, problems: ['not-found'],
});
export const ListDeskOfficers = defineRoute({
  name: 'listDeskOfficers', method: 'GET', path: '/desk/agencies/{agencyCode}/officers', access: [officer(deskRoles)],
  summary: { vi: 'Cán bộ đang xử lý hồ sơ', en: 'Who works on dossiers of the agency, and on how many' },
  params: byAgency, ok: { status: 200, body: () => z.object({ items: z.array(z.object({ officerId: z.string(), name: z.string(), processing: z.int() })) }) }, problems: ['not-found'],
});

/** Readable for the agency that passed it on, and no longer its to act on. */
const PassedOnRow = z.object({
  dossierId: DossierId, number: DossierNumber.optional(), trackingCode: TrackingCode, procedure: z.object({ code: ProcedureCode, name: Localised }), applicantName: z.string(),
  status: DossierStatusCode, transferredAt: UtcInstant, to: z.string(), dueAt: UtcInstant.optional(), finishedAt: UtcInstant.optional(), verdict: z.enum(['early', 'on-time', 'late']).optional(),
}).meta({ id: 'PassedOnRow', title: 'Dossier passed on' });
export type PassedOnRow = z.infer<typeof PassedOnRow>;
export const ListPassedOn = defineRoute({
  name: 'listPassedOn', method: 'GET', path: '/desk/agencies/{agencyCode}/passed-on', access: [officer(deskRoles)],
  summary: { vi: 'Hồ sơ đã chuyển đi', en: 'Dossiers the agency passed on to another, last passed first, as they stand now' },
  params: byAgency, query: () => z.object({ cursor: z.string().max(400).optional() }), ok: { status: 200, body: () => z.object({ items: z.array(PassedOnRow), cursor: z.string().optional() }) }, problems: ['not-found'],
});

export const queueRoutes = [GetQueue, GetQueueCounts, GetDueCounts, ListDeskOfficers, ListPassedOn] as const;
