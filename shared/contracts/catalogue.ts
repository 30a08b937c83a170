import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { Channel } from '../kernel/dossier-status.ts';
import { ProcedureCode } from '../kernel/procedure-code.ts';
import { IsoInstant, UtcInstant } from '../kernel/vietnam-time.ts';
import { ShiftDay } from '../kernel/working-time/deadline.ts';
import { Term } from '../kernel/working-time/term.ts';
import { anyone } from './access.ts';
import { ProcedureSummary, ProcedureView } from './procedure.ts';
import { defineRoute } from './route.ts';

export const ListProcedures = defineRoute({
  name: 'listProcedures', method: 'GET', path: '/procedures', access: [anyone()],
  summary: { vi: 'Danh mục thủ tục', en: 'The catalogue of procedures' },
  ok: { status: 200, body: () => z.object({ items: z.array(ProcedureSummary) }) }, problems: [],
});
export const GetProcedure = defineRoute({
  name: 'getProcedure', method: 'GET', path: '/procedures/{procedureCode}', access: [anyone()],
  summary: { vi: 'Chi tiết thủ tục', en: 'The version of a procedure in force now, and the one that waits' },
  params: () => z.object({ procedureCode: ProcedureCode }),
  ok: { status: 200, body: ProcedureView }, problems: ['procedure-unknown'],
});

export const PromiseView = z.object({
  receivedAt: UtcInstant, dueAt: UtcInstant, term: Term, calendar: z.array(ShiftDay),
}).meta({ id: 'Promise', title: 'Promise', description: 'When the result is promised, and every day that shifted it with its reason and source.' });
export type PromiseView = z.infer<typeof PromiseView>;

export const GetPromise = defineRoute({
  name: 'getPromise', method: 'GET', path: '/procedures/{procedureCode}/promise', access: [anyone()],
  summary: { vi: 'Nếu nộp bây giờ, khi nào có kết quả?', en: 'If I file now, when is the result promised?' },
  params: () => z.object({ procedureCode: ProcedureCode }),
  query: () => z.object({ case: z.string().max(60), channel: Channel, at: IsoInstant.optional(), agency: AgencyCode.optional().meta({ description: 'the agency it is filed at: its own hours and days count' }) }),
  ok: { status: 200, body: PromiseView },
  problems: ['procedure-unknown', 'case-unknown', 'channel-not-offered', 'term-not-structured', 'calendar-not-published'],
});
export const GetProcedureVersion = defineRoute({
  name: 'getProcedureVersion', method: 'GET', path: '/procedures/{procedureCode}/versions/{version}', access: [anyone()],
  summary: { vi: 'Một phiên bản của thủ tục', en: 'One published version of a procedure, in force, past or waiting' },
  params: () => z.object({ procedureCode: ProcedureCode, version: z.coerce.number().int().min(1).max(999_999) }),
  ok: { status: 200, body: ProcedureView }, problems: ['procedure-unknown'],
});

export const catalogueRoutes = [ListProcedures, GetProcedure, GetProcedureVersion, GetPromise] as const;
