import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { Localised } from '../kernel/localised.ts';
import { UtcInstant } from '../kernel/vietnam-time.ts';
import { DossierStatusCode } from '../kernel/dossier-status.ts';
import { anyone, officer } from './access.ts';
import { figureDefinitions, type FigureId } from './figure-definitions.ts';
import { ProcedureLevel } from './procedure.ts';
import { defineRoute } from './route.ts';

/** A month of Việt Nam, `2026-11`. */
export const ReportMonth = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'date.malformed').meta({ title: 'Month', examples: ['2026-11'] });

/** Whole numbers by figure; what is nought is left out. */
export const Figures = z.partialRecord(z.enum(figureDefinitions.map(({ id }) => id) as [FigureId, ...FigureId[]]), z.int());
export type Figures = z.infer<typeof Figures>;

export const FigureRow = z.object({ agency: AgencyCode, field: Localised, level: ProcedureLevel, figures: Figures });
export type FigureRow = z.infer<typeof FigureRow>;

/** A month's figures as they were last published: computed ahead, so that nobody who looks starts a query. */
export const MonthlyFigures = z.object({
  month: ReportMonth, asOf: UtcInstant,
  /** the month is over; its figures change only when something was entered late */
  over: z.boolean(),
  rows: z.array(FigureRow),
  /** the whole province, this month last, at most thirteen */
  trend: z.array(z.object({ month: ReportMonth, figures: Figures })),
  /** every month there are figures of, the latest first */
  months: z.array(ReportMonth),
}).meta({ id: 'MonthlyFigures', title: 'Monthly figures', description: 'Dossiers of a month by agency, field and level of the procedure.' });
export type MonthlyFigures = z.infer<typeof MonthlyFigures>;

export const ListStatistics = defineRoute({
  name: 'listStatistics', method: 'GET', path: '/statistics', access: [anyone()],
  summary: { vi: 'Các tháng có số liệu', en: 'The months there are figures of, the latest first' },
  ok: { status: 200, body: () => z.object({ items: z.array(z.object({ month: ReportMonth, asOf: UtcInstant, revision: z.int().positive() })) }) }, problems: [],
});
export const GetStatistics = defineRoute({
  name: 'getStatistics', method: 'GET', path: '/statistics/{month}', access: [anyone()],
  summary: { vi: 'Số liệu giải quyết thủ tục của một tháng', en: 'The figures of a month, as last published' },
  params: () => z.object({ month: ReportMonth }), ok: { status: 200, body: () => MonthlyFigures.extend({ revision: z.int().positive() }) }, problems: ['not-found'],
});

/** The board of an agency for its leaders. Open dossiers by status, internal step and desk, as of now; what has no promised date is in term. */
export const BoardView = z.object({
  agency: AgencyCode, asOf: UtcInstant,
  /** when the last dossier changed */
  changedAt: UtcInstant, dueSoonUntil: UtcInstant,
  groups: z.array(z.object({
    status: DossierStatusCode, officer: z.object({ officerId: z.string(), name: z.string() }).optional(),
    /** the internal step they stand in; absent before acceptance */
    step: z.object({ id: z.string(), name: Localised }).optional(),
    inTerm: z.int(), dueSoon: z.int(), overdue: z.int(),
    /** past the share of the term that is the step's */
    stepOverdue: z.int(),
  })),
  /** this month last */
  months: z.array(z.object({ month: ReportMonth, received: z.int(), released: z.int(), early: z.int(), onTime: z.int(), late: z.int() })),
}).meta({ id: 'Board', title: 'Board' });
export type BoardView = z.infer<typeof BoardView>;

export const GetBoard = defineRoute({
  name: 'getBoard', method: 'GET', path: '/desk/agencies/{agencyCode}/board', access: [officer(['leader'])],
  summary: { vi: 'Bảng điều hành của cơ quan', en: 'The leader’s board of the agency: in term, due soon, overdue by officer and status' },
  params: () => z.object({ agencyCode: AgencyCode }), ok: { status: 200, body: BoardView }, problems: ['not-found'],
});

export const statisticsRoutes = [ListStatistics, GetStatistics, GetBoard] as const;
