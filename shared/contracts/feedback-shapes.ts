import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { FeedbackState } from '../kernel/feedback-state.ts';
import { FeedbackId, TrackingCode, UploadId } from '../kernel/ids.ts';
import { Localised } from '../kernel/localised.ts';
import { IsoInstant, UtcInstant } from '../kernel/vietnam-time.ts';
import { cleanText } from '../kernel/vietnamese-text.ts';

/** Media a report takes: photos, and one short film. */
export const MediaType = z.enum(['image/jpeg', 'image/png', 'video/mp4']);
export type MediaType = z.infer<typeof MediaType>;
export const MAX_MEDIA_BYTES = 20 * 1024 * 1024;

export const CategoryCode = z.string().regex(/^[a-z][a-z-]{1,40}$/, 'field.malformed').meta({ title: 'Category of reports', examples: ['roads'] });
/** The communes of the map, by the code of the statistics office. */
export const AreaCode = z.string().regex(/^\d{5}$/, 'field.malformed').meta({ title: 'Area', examples: ['31321'] });
export const Urgency = z.enum(['normal', 'emergency']);
export type Urgency = z.infer<typeof Urgency>;
/** What is no matter of this system: where to go instead is guidance, not a form. */
export const OutOfScope = z.enum(['emergency-113', 'emergency-114', 'emergency-115', 'complaint', 'denunciation', 'regulation', 'dossier']);
export type OutOfScope = z.infer<typeof OutOfScope>;
/** By which door a report came. */
export const FeedbackChannel = z.enum(['web', 'hotline', 'zalo', 'email', 'open311']);
export type FeedbackChannel = z.infer<typeof FeedbackChannel>;
export const Visibility = z.enum(['public', 'private']);

/** Emoji join with invisible signs; nobody signs a report, so they are left out rather than refused. */
const withoutJoiners = (value: unknown): unknown => (typeof value === 'string' ? value.replace(/[\p{Cf}]/gu, '') : value);
export const mostCharacters = 5000;
export const ReportText = z.preprocess(withoutJoiners, cleanText(mostCharacters, { multiline: true, optional: true }).default(''));
export const Words = (most = 2000) => cleanText(most, { multiline: true, optional: true }).default('');

export const Point = z.object({ lat: z.number().min(-90, 'place.out-of-range').max(90, 'place.out-of-range'), long: z.number().min(-180, 'place.out-of-range').max(180, 'place.out-of-range') }).meta({ title: 'Point', description: 'WGS84.', examples: [{ lat: 9.7841, long: 105.4701 }] });
export type Point = z.infer<typeof Point>;
/** Where: a point, words, or both. `confirmed`: the reporter was asked about a point that looks wrong, and means it. */
export const Place = z.object({
  lat: z.number().min(-180, 'place.out-of-range').max(180, 'place.out-of-range').optional(), long: z.number().min(-180, 'place.out-of-range').max(180, 'place.out-of-range').optional(),
  words: Words(300), accuracy: z.number().min(0).max(100_000).optional().meta({ description: 'metres' }), confirmed: z.boolean().default(false),
}).meta({ title: 'Place' });
export type Place = z.infer<typeof Place>;

/** A secret of the reporter's device: it owns what an unknown person uploads, and bounds how much one device sends. */
export const Device = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/, 'field.malformed');
/** Given once with the receipt: whoever holds it is the reporter, without an account. */
export const ReporterKey = z.string().regex(/^[0-9a-f]{32}$/, 'field.malformed');
export const Contact = z.object({ name: cleanText(120).optional(), phone: cleanText(30).optional(), email: cleanText(254).optional() });

const report = {
  text: ReportText, place: Place, category: CategoryCode.optional(), urgency: Urgency.default('normal'), happenedAt: IsoInstant.optional(),
  media: z.array(UploadId).max(100).default([]), contact: Contact.default({}), visibility: Visibility.default('public'),
};
export const ReportDraft = z.object({ ...report, device: Device.optional() }).meta({ id: 'ReportDraft', title: 'Report' });
export type ReportDraft = z.infer<typeof ReportDraft>;
/** What an operator types while somebody speaks. */
export const HotlineDraft = z.object({ ...report, channel: FeedbackChannel.exclude(['web', 'open311']).default('hotline') }).meta({ id: 'HotlineDraft', title: 'Report by telephone' });

/** What the classifier makes of a text. Suggests; a person decides. */
export const Suggestion = z.object({
  category: CategoryCode, confidence: z.number(), abstained: z.boolean(), alternatives: z.array(z.object({ category: CategoryCode, confidence: z.number() })),
  urgency: Urgency, outOfScope: OutOfScope.nullable(), because: z.array(z.string()),
}).meta({ id: 'Suggestion', title: 'Suggestion' });
export type Suggestion = z.infer<typeof Suggestion>;
export const Guidance = z.object({ kind: OutOfScope, title: Localised, advice: Localised, phone: z.string().optional(), url: z.string().optional() }).meta({ id: 'Guidance', title: 'Where to go instead' });

export const Category = z.object({
  code: CategoryCode, name: Localised, group: z.string(), retired: z.boolean(),
  /** reports of the same this near are taken for one matter */
  duplicateMetres: z.int(), workingDays: z.int(), complexWorkingDays: z.int(),
}).meta({ id: 'FeedbackCategory', title: 'Category of reports' });
export type Category = z.infer<typeof Category>;

const Named = z.object({ code: CategoryCode, name: Localised });
const AgencyName = z.object({ code: AgencyCode, name: z.string() });
const Area = z.object({ code: AreaCode, name: Localised });

/** A photo or film as it may be shown; only published ones are told to the public. */
export const MediaView = z.object({ mediaId: UploadId, contentType: MediaType, phase: z.enum(['before', 'progress', 'after']), at: UtcInstant }).meta({ id: 'FeedbackMedia', title: 'Photo or film' });
export const UpdateView = z.object({ at: UtcInstant, act: z.string(), state: FeedbackState, agency: AgencyName.optional(), text: z.string().optional(), dueAt: UtcInstant.optional(), media: z.array(MediaView) })
  .meta({ id: 'FeedbackUpdate', title: 'Update' });
export const Rating = z.object({ stars: z.int().min(1).max(5), words: z.string(), at: UtcInstant });

export const FeedbackView = z.object({
  trackingCode: TrackingCode, state: FeedbackState, stateName: Localised, category: Named.optional(), area: Area.optional(),
  place: z.object({ lat: z.number().optional(), long: z.number().optional(), words: z.string().optional() }).optional(),
  reportedAt: UtcInstant, text: z.string().optional().meta({ description: 'as the dispatcher let it out: without what names people' }),
  agency: AgencyName.optional(), agencies: z.array(AgencyName).optional().meta({ description: 'who works on parts of it' }),
  promisedAt: UtcInstant.optional(), overdue: z.boolean(), extendedAt: UtcInstant.optional(),
  updates: z.array(UpdateView), answer: z.object({ at: UtcInstant, agency: AgencyName, text: z.string(), media: z.array(MediaView) }).optional(), media: z.array(MediaView),
  voices: z.int(), notFixed: z.int(), rating: Rating.optional(), mergedInto: TrackingCode.optional(), merged: z.int(),
  refusal: z.object({ reason: z.string(), name: Localised, words: z.string().optional() }).optional(), reopenUntil: UtcInstant.optional(),
}).meta({ id: 'Feedback', title: 'Report', description: 'A report as anyone with its code sees it: no personal data.' });
export type FeedbackView = z.infer<typeof FeedbackView>;

export const Receipt = z.object({
  trackingCode: TrackingCode, reporterKey: ReporterKey, state: FeedbackState, reportedAt: UtcInstant, triageBy: UtcInstant.optional(),
  flags: z.array(z.string()), guidance: Guidance.optional(),
}).meta({ id: 'FeedbackReceipt', title: 'Receipt of a report' });
export type Receipt = z.infer<typeof Receipt>;

/** A line of the public list, and a pin of the map. */
export const FeedbackPin = z.object({
  trackingCode: TrackingCode, state: FeedbackState, category: CategoryCode.optional(), area: AreaCode.optional(), lat: z.number().optional(), long: z.number().optional(),
  reportedAt: UtcInstant, promisedAt: UtcInstant.optional(), text: z.string().optional(), voices: z.int(),
}).meta({ id: 'FeedbackPin', title: 'Report on the map' });
export type FeedbackPin = z.infer<typeof FeedbackPin>;

/** Who has a report in hand. Without a name where the desk of reports never saw the officer: colleagues read it in the directory. */
export const FeedbackOfficer = z.object({ officerId: z.string(), name: z.string().optional() });
/** A line of a desk's queue. */
export const FeedbackRow = z.object({
  feedbackId: FeedbackId, trackingCode: TrackingCode, state: FeedbackState, revision: z.int(), category: CategoryCode.optional(), suggested: CategoryCode.optional(), area: AreaCode.optional(),
  excerpt: z.string(), channel: FeedbackChannel, urgency: Urgency, reportedAt: UtcInstant, dueAt: UtcInstant.optional(), promisedAt: UtcInstant.optional(), agency: AgencyName.optional(),
  lat: z.number().optional(), long: z.number().optional(), flags: z.array(z.string()), voices: z.int(), media: z.int(), officer: FeedbackOfficer.optional(), card: z.enum(['yellow', 'red']).optional(),
}).meta({ id: 'FeedbackRow', title: 'Report in a queue' });
export type FeedbackRow = z.infer<typeof FeedbackRow>;

export const FeedbackAct = z.enum(['accept', 'route', 'change', 'merge', 'split', 'refuse', 'assign', 'take', 'hand-back', 'report-progress', 'extend', 'answer', 'approve', 'send-back', 'publish', 'return-answer']);
export type FeedbackAct = z.infer<typeof FeedbackAct>;

const share = z.number().min(0).max(1);
/** What an officer drew over, in shares of the picture's width and height from its upper left corner. */
export const Box = z.object({ x: share, y: share, width: share, height: share }).meta({ id: 'Box', title: 'Box' });
export type Box = z.infer<typeof Box>;

/** A report with everything its desk needs. */
export const DeskFeedbackView = FeedbackView.omit({ media: true, text: true }).extend({
  feedbackId: FeedbackId, revision: z.int(), allowed: z.array(FeedbackAct), channel: FeedbackChannel, urgency: Urgency, complex: z.boolean(), visibility: Visibility,
  originalText: z.string(), publicText: z.string().optional(), happenedAt: UtcInstant.optional(), flags: z.array(z.string()), contact: Contact.optional(),
  suggestion: Suggestion.optional(), dueAt: UtcInstant.optional().meta({ description: 'of the step it stands in' }), officer: FeedbackOfficer.optional(),
  media: z.array(MediaView.extend({ published: z.boolean(), checked: z.boolean(), boxes: z.array(Box).optional().meta({ description: 'what was covered when somebody looked at it' }) })), parent: FeedbackId.optional(), children: z.array(z.object({ feedbackId: FeedbackId, agency: AgencyName, state: FeedbackState })),
  history: z.array(z.object({ seq: z.int(), at: UtcInstant, act: z.string(), from: FeedbackState.nullable(), to: FeedbackState, by: z.object({ kind: z.string(), role: z.string().optional(), agency: z.string().optional() }), name: z.string(), reason: z.string().optional() })),
  card: z.enum(['yellow', 'red']).optional(),
}).meta({ id: 'DeskFeedback', title: 'Report at a desk' });
export type DeskFeedbackView = z.infer<typeof DeskFeedbackView>;
