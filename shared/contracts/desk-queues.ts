import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { Channel } from '../kernel/dossier-status.ts';
import { ProcedureCode } from '../kernel/procedure-code.ts';
import { IsoDate } from '../kernel/vietnam-time.ts';
import { officer } from './access.ts';
import { Queue, QueueRow } from './dossier.ts';
import { defineRoute } from './route.ts';

const deskRoles = ['one-stop-clerk', 'case-officer', 'leader'] as const;
const byAgency = z.object({ agencyCode: AgencyCode });

export const GetQueue = defineRoute({
  name: 'getQueue', method: 'GET', path: '/desk/agencies/{agencyCode}/queues/{queue}', access: [officer(deskRoles)],
  summary: { vi: 'Hàng chờ của cơ quan', en: 'A queue of the agency, most urgent first, with the counts of all its queues' },
  params: byAgency.extend({ queue: Queue }),
  query: z.object({
    cursor: z.string().max(400).optional(), limit: z.coerce.number().int().min(1).max(500).default(50),
    procedure: ProcedureCode.optional(), channel: Channel.optional(), officer: z.string().max(100).optional(),
    /** days of Việt Nam, both included */
    dueFrom: IsoDate.optional(), dueTo: IsoDate.optional(),
  }),
  ok: { status: 200, body: z.object({ items: z.array(QueueRow), cursor: z.string().optional(), counts: z.record(Queue, z.int()) }) }, problems: ['not-found'],
});
export const GetQueueCounts = defineRoute({
  name: 'getQueueCounts', method: 'GET', path: '/desk/agencies/{agencyCode}/counts', access: [officer(deskRoles)],
  summary: { vi: 'Số hồ sơ trong các hàng chờ', en: 'The stored counts alone: whether anything moved since the last look' },
  params: byAgency, ok: { status: 200, body: z.object({ counts: z.partialRecord(Queue, z.int()) }) }, problems: ['not-found'],
});
export const ListDeskOfficers = defineRoute({
  name: 'listDeskOfficers', method: 'GET', path: '/desk/agencies/{agencyCode}/officers', access: [officer(deskRoles)],
  summary: { vi: 'Cán bộ đang xử lý hồ sơ', en: 'Who works on dossiers of the agency, and on how many' },
  params: byAgency, ok: { status: 200, body: z.object({ items: z.array(z.object({ officerId: z.string(), name: z.string(), processing: z.int() })) }) }, problems: ['not-found'],
});

export const queueRoutes = [GetQueue, GetQueueCounts, ListDeskOfficers] as const;
