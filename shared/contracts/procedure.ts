import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { Channel } from '../kernel/dossier-status.ts';
import { Localised } from '../kernel/localised.ts';
import { Vnd } from '../kernel/money.ts';
import { ProcedureCode } from '../kernel/procedure-code.ts';
import { IsoDate, UtcInstant } from '../kernel/vietnam-time.ts';
import { Term } from '../kernel/working-time/term.ts';
import { InternalSteps } from './internal-steps.ts';

/** Members of a national record that nothing here reads: kept, and sent back as they came. */
export const Others = z.record(z.string().regex(/^[A-Z][A-Z0-9_]{0,59}$/), z.unknown()).meta({ title: 'Others', description: 'Members of the national portal’s record that this province keeps without reading them.' });
export type Others = z.infer<typeof Others>;
/** An entry of a national list: an agency, a result, a group of applicants. */
const CodedName = z.object({ code: z.string().max(100), name: z.string().max(2000), others: Others.optional() });
export type CodedName = z.infer<typeof CodedName>;

/** One line of what is paid, as the national catalogue has it: with its code, and an amount or words. */
const FeeItem = z.object({ code: z.string().max(100).optional(), vnd: Vnd.optional(), unit: z.string().max(200), text: z.string().max(5000), others: Others.optional() });
export type FeeItem = z.infer<typeof FeeItem>;

/** What is paid for one case through one channel. `not-stated`: the published text is silent, and we do not guess. */
export const Fee = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('free') }),
  z.object({ kind: z.literal('amount'), vnd: Vnd, per: Localised.optional() }),
  z.object({ kind: z.literal('items'), items: z.array(FeeItem).min(1).max(20) }),
  z.object({ kind: z.literal('by-reference'), text: z.string() }),
  z.object({ kind: z.literal('not-stated') }),
]).meta({ id: 'Fee', title: 'Fee' });
export type Fee = z.infer<typeof Fee>;

const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(60);

/** When a fee is collected, as the national adapter counts it (HinhThucThu 1, 2, 4). */
export const FeeDue = z.enum(['on-receipt', 'on-supplement', 'on-return']);

/** How one case runs through one channel. `reading`: `stated` in the wording, or `assumed` by us where the wording leaves it open. */
export const CaseChannel = z.object({
  channel: Channel, term: Term.optional(), fee: Fee, reading: z.enum(['stated', 'assumed']), note: Localised.optional(),
  /** when the fee is collected; left out: whenever the agency asks for it */
  feeDue: FeeDue.optional(),
  /** what the national record says of this time in words */
  wording: z.string().max(5000).optional(), others: Others.optional(),
});
export type CaseChannel = z.infer<typeof CaseChannel>;

export const Paper = z.object({
  id: Slug, name: z.string().max(2000), required: z.boolean(), note: Localised.optional(),
  /** its code in the national list of papers */
  code: z.string().max(100).optional(),
  /** the form to fill in for it: its name, and where it can be fetched */
  form: z.object({ name: z.string().max(1000).optional(), url: z.string().max(2000).optional() }).optional(), others: Others.optional(),
})
  .meta({ title: 'Paper', description: 'A component of the dossier (giấy tờ).' });
export type Paper = z.infer<typeof Paper>;

export const ProcedureCase = z.object({
  id: Slug, name: Localised, channels: z.array(CaseChannel).min(1).max(3), papers: z.array(Paper).max(70),
  /** the case of the national list of papers it belongs to, where that has another name */
  papersAs: z.string().max(2000).optional(),
});
export type ProcedureCase = z.infer<typeof ProcedureCase>;

/** A question of a data-driven form. */
export const Question = z.object({
  id: Slug, label: Localised, hint: Localised.optional(), required: z.boolean(),
  kind: z.enum(['text', 'paragraph', 'date', 'number', 'choice', 'national-id', 'phone', 'email']),
  maxLength: z.int().positive().max(5000).optional(),
  options: z.array(z.object({ value: Slug, label: Localised })).optional(),
}).meta({ title: 'Question' });
export type Question = z.infer<typeof Question>;
export const FormPage = z.object({ id: Slug, title: Localised, questions: z.array(Question).min(1).max(8) });
export type FormPage = z.infer<typeof FormPage>;

/** The wording as the State portal published it, untouched. Null is what the source does not say. */
export const PublishedWording = z.object({
  code: z.string(), level: z.string(), term: z.string().nullable(), fee: z.string().nullable(), papers: z.array(z.string()),
  result: z.string().nullable(), agency: z.string().nullable(), decision: z.string().nullable(), jurisdiction: z.string().nullable(),
  sourceType: z.string(), sourcePage: z.string(),
});

export const ProcedureLevel = z.enum(['province', 'district', 'commune']);

/** How the applicant is asked for more, where the rules of the procedure say so; what is left out follows the general rules. */
export const SupplementRule = z.object({
  mostRounds: z.int().min(1).max(30).optional(),
  /** how long the applicant has to answer */
  answerWithin: z.object({ amount: z.int().min(1).max(365), unit: z.enum(['WORKING_DAY', 'DAY']) }).optional(),
  source: z.string().max(500), mark: z.enum(['C', 'S', 'M']),
}).meta({ title: 'Supplement rule' });
export type SupplementRule = z.infer<typeof SupplementRule>;

/** What the wording leaves open and an official has to settle. `at` points into the draft (JSON pointer); `wording` quotes the source. */
export const Unsettled = z.object({ at: z.string().max(200), question: Localised, wording: z.string().max(2000).optional() })
  .meta({ title: 'Unsettled', description: 'A point the published wording does not settle, with the question to the official.' });
export type Unsettled = z.infer<typeof Unsettled>;

/** What an official publishes: one version of a procedure. */
export const ProcedureDraft = z.object({
  name: Localised, field: Localised, level: ProcedureLevel, effectiveFrom: IsoDate,
  /** `by-case`: structured by hand into cases and channels; `wording-only`: one case beside the published wording */
  structure: z.enum(['by-case', 'wording-only']),
  acceptsOnline: z.boolean(),
  /** agencies that receive it: every agency of a level, or the named ones */
  receivedBy: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('level'), level: z.enum(['district', 'commune']) }),
    z.object({ kind: z.literal('agencies'), agencies: z.array(AgencyCode).min(1).max(30), reading: z.enum(['stated', 'assumed']) }),
  ]),
  cases: z.array(ProcedureCase).min(1).max(30),
  form: z.array(FormPage).min(1).max(12),
  supplement: SupplementRule.optional(),
  /** the agency's own steps, with the share of the term of each; a version that declares none walks the default ones */
  steps: InternalSteps.optional(),
  legalBasis: z.array(z.object({ number: z.string().max(100), title: z.string().max(500), source: z.string().max(500), mark: z.enum(['C', 'S', 'M']), others: Others.optional() })).max(40),
  /** what has to be fulfilled (yêu cầu, điều kiện) */
  conditions: z.string().max(20_000).optional(),
  /** who may apply */
  applicants: z.object({ groups: z.array(CodedName).max(20).optional(), text: z.string().max(5000).optional() }).optional(),
  /** the official order of steps, by the case of the national record */
  proceeding: z.array(z.object({ name: z.string().max(2000), steps: z.array(z.object({ text: z.string().max(20_000), others: Others.optional() })).max(60), others: Others.optional() })).max(30).optional(),
  /** the agencies that carry it out, where the national record names them otherwise than `receivedBy` */
  executedBy: z.array(CodedName).max(300).optional(),
  /** what the applicant gets, where the national record says more than `published.result` */
  results: z.array(CodedName).max(20).optional(),
  /** codes of the national record: the agency that published it, its status there, its fields */
  national: z.object({ publisher: z.string().max(100).optional(), status: z.string().max(20).optional(), fieldCode: z.string().max(100).optional(), moreFields: z.array(CodedName).max(19).optional(), others: Others.optional() }).optional(),
  published: PublishedWording,
  unsettled: z.array(Unsettled).max(100).optional(),
  /** the procedure that takes its place, where a version closes this one */
  successor: ProcedureCode.optional(),
}).meta({ id: 'ProcedureDraft', title: 'ProcedureDraft', description: 'A procedure version as an official publishes it.' });
export type ProcedureDraft = z.infer<typeof ProcedureDraft>;

export const ProcedureStatus = z.enum(['open', 'closed']);
/** A version before it has a number: the draft, and whether it takes dossiers. */
export const ProcedureEdition = ProcedureDraft.extend({ status: ProcedureStatus });
export type ProcedureEdition = z.infer<typeof ProcedureEdition>;

/**
 * A published version. It is in force from its `effectiveFrom` until the next one begins; a dossier stays on the version
 * under which it was received. `next` is the version that waits, if there is one.
 */
export const ProcedureView = ProcedureEdition.extend({
  code: ProcedureCode, version: z.int().positive(), publishedAt: UtcInstant,
  next: z.object({ version: z.int().positive(), effectiveFrom: IsoDate, status: ProcedureStatus, successor: ProcedureCode.optional() }).optional(),
  /** the highest number given so far, where the version that has it was recalled */
  highest: z.int().positive().optional(),
})
  .meta({ id: 'Procedure', title: 'Procedure', description: 'A published version of a procedure.' });
export type ProcedureView = z.infer<typeof ProcedureView>;

export const ProcedureSummary = z.object({ code: ProcedureCode, name: Localised, field: Localised, level: ProcedureLevel, acceptsOnline: z.boolean(), version: z.int(), status: ProcedureStatus, unsettled: z.int().optional() })
  .meta({ id: 'ProcedureSummary', title: 'ProcedureSummary' });
export type ProcedureSummary = z.infer<typeof ProcedureSummary>;
