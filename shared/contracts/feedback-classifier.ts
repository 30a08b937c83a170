import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { IsoDate, UtcInstant } from '../kernel/vietnam-time.ts';
import { officer } from './access.ts';
import { CategoryCode } from './feedback-shapes.ts';
import { defineRoute } from './route.ts';

const Count = z.int().nonnegative();
const Share = z.number().min(0).max(1);
const Corrected = z.object({ answered: Count, corrected: Count });
/** A week by its Monday. What was suggested, by category: how often the classifier answered, and how often a dispatcher put another in its place. */
const ClassifierWeek = z.object({
  week: IsoDate, settled: Count, abstained: Count.meta({ description: 'suggestions the classifier left to a person' }),
  categories: z.array(Corrected.extend({ category: CategoryCode })),
  risen: z.array(z.string()).meta({ description: 'categories, or `all`, corrected more often than in the eight weeks before, beyond chance' }),
}).meta({ id: 'ClassifierWeek', title: 'A week of the classifier' });

const Against = Corrected.extend({
  category: z.string().meta({ description: 'a category, or `all` of them' }), before: Corrected,
  callsFrom: Count.optional().meta({ description: 'with so many corrected the alarm calls; absent where too little was answered to know' }),
}).meta({ id: 'ClassifierAgainst', title: 'A category of the last counted week, against the eight weeks before' });
const ModelInUse = z.object({
  version: z.string().meta({ description: 'SHA-256 of its file' }), shipped: z.boolean().meta({ description: 'with the release; otherwise published by learning again' }), since: UtcInstant.optional(),
  texts: Count, corrections: Count.meta({ description: 'sorted reports among the texts it learned from' }),
  heldOut: z.object({ accuracy: Share, coverage: Share, covered: Share }).meta({ description: 'on styles not learned from: right of all, answered without a person, right of those' }),
}).meta({ id: 'ClassifierModel', title: 'The model that suggests' });

export const GetClassifierFigures = defineRoute({
  name: 'getClassifierFigures', method: 'GET', path: '/desk/agencies/{agencyCode}/feedback/classifier', access: [officer(['dispatcher', 'leader'])],
  summary: { vi: 'Số liệu gợi ý phân loại', en: 'How often suggestions were corrected, by week and category, and what came of learning again' },
  params: () => z.object({ agencyCode: AgencyCode }),
  ok: {
    status: 200,
    body: () => z.object({
      weeks: z.array(ClassifierWeek).max(12),
      against: z.array(Against).meta({ description: 'the first of the weeks against the eight before it' }),
      model: ModelInUse,
      learned: z.object({
        at: UtcInstant, published: z.boolean(), why: z.enum(['too-few-examples', 'not-better', 'worse-on-styles', 'overtaken']).optional(), judgedOn: Count, needed: Count.optional().meta({ description: 'fewer to judge by say nothing' }),
        before: Count.optional().meta({ description: 'of those judged on, how many the model in force was right about' }), after: Count.optional(),
        styles: z.object({ before: Share, after: Share }).optional().meta({ description: 'right on styles not learned from' }),
      }).optional(),
    }),
  },
  problems: ['not-found'],
});

export const feedbackClassifierRoutes = [GetClassifierFigures] as const;
