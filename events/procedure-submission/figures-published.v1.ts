import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const FiguresPublishedV1 = defineEvent({
  source: 'haugiang.procedure-submission', type: 'figures.published', version: 1, personalData: 'none',
  title: 'Figures published', description: 'The figures of a month were computed anew; readers fetch them by the month.',
  data: z.object({ reportMonth: z.string().regex(/^20\d{2}-\d{2}$/), revision: z.int().positive(), asOf: z.iso.datetime() }),
});
