import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { Localised } from '../kernel/localised.ts';
import { UtcInstant } from '../kernel/vietnam-time.ts';
import { anyone } from './access.ts';
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
  ok: { status: 200, body: z.object({ items: z.array(z.object({ month: ReportMonth, asOf: UtcInstant, revision: z.int().positive() })) }) }, problems: [],
});
export const GetStatistics = defineRoute({
  name: 'getStatistics', method: 'GET', path: '/statistics/{month}', access: [anyone()],
  summary: { vi: 'Số liệu giải quyết thủ tục của một tháng', en: 'The figures of a month, as last published' },
  params: z.object({ month: ReportMonth }), ok: { status: 200, body: MonthlyFigures.extend({ revision: z.int().positive() }) }, problems: ['not-found'],
});

export const statisticsRoutes = [ListStatistics, GetStatistics] as const;
