import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { IsoDate, UtcInstant } from '../kernel/vietnam-time.ts';
import { officer } from './access.ts';
import { CategoryCode } from './feedback-shapes.ts';
import { defineRoute } from './route.ts';

const Count = z.int().nonnegative();
/** A week by its Monday. What was suggested, by category: how often the classifier answered, and how often a dispatcher put another in its place. */
const ClassifierWeek = z.object({
  week: IsoDate, settled: Count, abstained: Count.meta({ description: 'suggestions the classifier left to a person' }),
  categories: z.array(z.object({ category: CategoryCode, answered: Count, corrected: Count })),
  risen: z.array(z.string()).meta({ description: 'categories, or `all`, corrected more often than in the eight weeks before, beyond chance' }),
}).meta({ id: 'ClassifierWeek', title: 'A week of the classifier' });

export const GetClassifierFigures = defineRoute({
  name: 'getClassifierFigures', method: 'GET', path: '/desk/agencies/{agencyCode}/feedback/classifier', access: [officer(['dispatcher', 'leader'])],
  summary: { vi: 'Số liệu gợi ý phân loại', en: 'How often suggestions were corrected, by week and category, and what came of learning again' },
  params: z.object({ agencyCode: AgencyCode }),
  ok: {
    status: 200,
    body: z.object({
      weeks: z.array(ClassifierWeek).max(12),
      learned: z.object({
        at: UtcInstant, published: z.boolean(), why: z.enum(['too-few-examples', 'not-better', 'worse-on-styles', 'overtaken']).optional(), judgedOn: Count,
        before: Count.optional().meta({ description: 'of those judged on, how many the model in force was right about' }), after: Count.optional(),
      }).optional(),
    }),
  },
  problems: ['not-found'],
});

export const feedbackClassifierRoutes = [GetClassifierFigures] as const;
