import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { counterScopes } from '../kernel/number-pattern.ts';
import { ProcedureCode } from '../kernel/procedure-code.ts';
import { IsoDate, UtcInstant } from '../kernel/vietnam-time.ts';
import { cleanText } from '../kernel/vietnamese-text.ts';
import { officer } from './access.ts';
import { defineRoute } from './route.ts';

/** How a number comes about: written by a pattern with the next ordinal of its counter, or given by another side. */
export const NumberSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('drawn'), pattern: cleanText(120, { optional: true }).meta({ examples: ['{agency-old}-{yy}{mm}{dd}-{ordinal:4}'] }), counter: z.enum(counterScopes) }),
  z.object({ kind: z.literal('issued-elsewhere'), by: cleanText(200).meta({ description: 'who issues it' }) }),
]).meta({ id: 'NumberSource', title: 'Number source' });
export type NumberSource = z.infer<typeof NumberSource>;

const rule = {
  number: NumberSource, source: cleanText(500), mark: z.enum(['C', 'S', 'M']),
};
/** Of an agency, of a procedure, of one at the other, or of everything; in force from its day until a later rule about the same. */
export const NumberRule = z.object({ agency: AgencyCode.optional(), procedure: ProcedureCode.optional(), from: IsoDate, ...rule })
  .meta({ id: 'NumberRule', title: 'Number rule', description: 'How numbers of dossiers are written, for an agency, a procedure, both or everything. The more particular rule wins; of equal ones, the later.' });
export type NumberRule = z.infer<typeof NumberRule>;

export const NumberingView = z.object({
  /** 0: nothing was published yet, and the province's own rules hold */
  version: z.int().nonnegative(), rules: z.array(NumberRule),
  /** what holds where no rule says otherwise */
  otherwise: z.array(z.object(rule)),
  published: z.object({ at: UtcInstant, by: z.string() }).optional(),
}).meta({ id: 'Numbering', title: 'Numbering' });
export type NumberingView = z.infer<typeof NumberingView>;

const administrator = [officer(['directory-administrator'], 'any')] as const;

export const GetNumbering = defineRoute({
  name: 'getNumbering', method: 'GET', path: '/numbering', access: [...administrator],
  summary: { vi: 'Quy tắc đánh mã hồ sơ', en: 'How numbers of dossiers are written' },
  ok: { status: 200, body: NumberingView }, problems: [],
});
export const GetNextNumber = defineRoute({
  name: 'getNextNumber', method: 'GET', path: '/numbering/next', access: [...administrator],
  summary: { vi: 'Mã hồ sơ tiếp theo', en: 'The number a dossier of an agency and a procedure would get today, and by which rule; none is drawn' },
  query: () => z.object({ agency: AgencyCode, procedure: ProcedureCode }),
  ok: { status: 200, body: () => z.object({ source: NumberSource, ordinal: z.int().positive().optional(), number: z.string().optional() }) }, problems: ['agency-unknown'],
});
export const PublishNumbering = defineRoute({
  name: 'publishNumbering', method: 'PUT', path: '/numbering', access: [...administrator],
  summary: { vi: 'Công bố quy tắc đánh mã hồ sơ', en: 'Publish all rules as the next version; the same again changes nothing' },
  body: () => z.object({ /** the version seen */ version: z.int().nonnegative(), rules: z.array(NumberRule).max(200) }),
  ok: { status: 200, body: NumberingView },
  problems: [
    'numbering-changed', 'agency-unknown', 'procedure-unknown', 'number-rule-twice', 'number-rule-past', 'number-pattern-malformed', 'number-pattern-without-ordinal',
    'number-pattern-runs-together', 'number-pattern-repeats', 'number-pattern-too-long', 'number-pattern-no-old-code', 'number-pattern-two-counters',
  ],
});

export const numberingRoutes = [GetNumbering, GetNextNumber, PublishNumbering] as const;
