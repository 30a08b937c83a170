import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { TrackingCode } from '../kernel/ids.ts';
import { UtcInstant } from '../kernel/vietnam-time.ts';
import { cleanText } from '../kernel/vietnamese-text.ts';
import { officer } from './access.ts';
import { AreaCode, CategoryCode, Urgency } from './feedback-shapes.ts';
import { defineRoute } from './route.ts';

const Hour = z.int().min(0).max(24);
/** Everything a rule names must fit. Of several that fit, the one of the highest priority, then the first, decides where a report goes. */
export const RoutingRule = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'field.malformed'), name: cleanText(120), priority: z.int().min(0).max(1000),
  categories: z.array(CategoryCode).min(1).max(30).optional(), areas: z.array(AreaCode).min(1).max(100).optional(), urgency: Urgency.optional(),
  asset: cleanText(80).optional().meta({ description: 'words of an asset, found in the text: a road, a canal, a station' }),
  hours: z.object({ from: Hour, to: Hour }).optional().meta({ description: 'hours of the day in Việt Nam; over midnight where `from` is later' }),
  to: z.union([z.object({ agency: AgencyCode }), z.enum(['area', 'district', 'root'])]),
}).meta({ id: 'RoutingRule', title: 'Routing rule' });
export type RoutingRule = z.infer<typeof RoutingRule>;
const RoutingRules = z.array(RoutingRule).max(200).refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, 'field.repeated');

const byAgency = z.object({ agencyCode: AgencyCode });
const Published = z.object({ version: z.int(), rules: RoutingRules, publishedAt: UtcInstant.optional() });
export const GetRoutingRules = defineRoute({
  name: 'getRoutingRules', method: 'GET', path: '/desk/agencies/{agencyCode}/feedback/rules', access: [officer(['dispatcher', 'leader'])],
  summary: { vi: 'Quy tắc chuyển phản ánh', en: 'The rules by which reports are passed on; what no rule names goes to its category’s own agency, else to the root' },
  params: byAgency, ok: { status: 200, body: Published }, problems: ['not-found'],
});
export const TryRoutingRules = defineRoute({
  name: 'tryRoutingRules', method: 'POST', path: '/desk/agencies/{agencyCode}/feedback/rules/try', access: [officer(['dispatcher', 'leader'])],
  summary: { vi: 'Thử quy tắc trên phản ánh tháng trước', en: 'Where the reports of the last thirty days would have gone, against where the rules in force send them' },
  params: byAgency, body: () => z.object({ rules: RoutingRules }),
  ok: {
    status: 200,
    body: () => z.object({
      from: UtcInstant, to: UtcInstant, reports: z.int(), changed: z.int(), agencies: z.array(z.object({ agency: AgencyCode, name: z.string(), before: z.int(), after: z.int() })),
      rules: z.array(z.object({ id: z.string(), reports: z.int() })), examples: z.array(z.object({ trackingCode: TrackingCode, category: CategoryCode.optional(), from: AgencyCode, to: AgencyCode, rule: z.string() })),
    }),
  },
  problems: ['not-found', 'agency-unknown'],
});
export const PublishRoutingRules = defineRoute({
  name: 'publishRoutingRules', method: 'PUT', path: '/desk/agencies/{agencyCode}/feedback/rules', access: [officer(['leader'])],
  summary: { vi: 'Công bố quy tắc chuyển phản ánh', en: 'Put rules in force that were tried out, over the version seen' },
  params: byAgency, body: () => z.object({ version: z.int().nonnegative(), rules: RoutingRules }), ok: { status: 200, body: Published }, problems: ['not-found', 'agency-unknown', 'rules-not-tried', 'rules-changed'],
});

export const feedbackRuleRoutes = [GetRoutingRules, TryRoutingRules, PublishRoutingRules] as const;
