import type { DeskFeedbackView, FeedbackView, Receipt } from '../../shared/contracts/feedback-shapes.ts';
import { nameOfFeedbackState } from '../../shared/kernel/feedback-state.ts';
import type * as z from 'zod';
import { areaOf } from './areas.ts';
import { categoryOf, guidanceOf, type Catalogue } from './catalogue.ts';
import { allowedTo, categoryNow, isPublic, type Media } from './feedback.ts';
import type { FeedbackRecord } from './ports.ts';
import { cardOf } from './escalation.ts';
import { reopenUntil } from './reopen-window.ts';
import { officerOf, placeNow } from './rows.ts';
import type { DeskActName } from './transitions.ts';

type Shown = z.input<typeof FeedbackView>;
type Named = z.input<typeof DeskFeedbackView>;
/** Only those that are there. */
const given = <T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;

const mediaView = ({ mediaId, contentType, phase, at }: Media) => ({ mediaId, contentType, phase, at });

const common = (record: FeedbackRecord, { settings, categories, refusals }: Catalogue, now: Date) => {
  const { report, standing, tally } = record;
  const category = categoryOf({ categories }, categoryNow(record));
  const area = areaOf(standing.area);
  const { lat, long, words } = placeNow(record);
  const refused = refusals.find(({ code }) => code === standing.refusal?.reason);
  return {
    trackingCode: report.trackingCode, state: standing.state, stateName: nameOfFeedbackState(standing.state), reportedAt: report.reportedAt,
    overdue: standing.promisedAt !== undefined && standing.answeredAt === undefined && standing.state !== 'REJECTED' && now.toISOString() > standing.promisedAt,
    voices: tally.voices, notFixed: tally.notFixed, merged: standing.merged?.length ?? 0,
    ...given({
      category: category && { code: category.code, name: category.name }, area: area && { code: area.code, name: area.name }, place: lat === undefined && words === undefined ? undefined : given({ lat, long, words }),
      agency: standing.agency, agencies: standing.children?.map(({ agency }) => agency), promisedAt: standing.promisedAt, extendedAt: standing.extension?.at, rating: standing.rating, mergedInto: standing.mergedInto?.trackingCode,
      refusal: refused && standing.refusal && { reason: standing.refusal.reason, name: refused.name, ...given({ words: standing.refusal.words }) }, reopenUntil: standing.state === 'PUBLISHED' ? reopenUntil(record, settings) : undefined,
    }),
  };
};

const updatesOf = ({ notes, media }: FeedbackRecord, shown: (one: Media) => boolean): Shown['updates'] =>
  notes.map(({ at, act, state, agency, text, doneBy, media: ids }) => ({ at, act, state, text, media: media.filter((one) => ids.includes(one.mediaId) && shown(one)).map(mediaView), ...given({ agency, dueAt: doneBy }) }));
const answerOf = (record: FeedbackRecord, shown: (one: Media) => boolean): Shown['answer'] => {
  const note = record.standing.answeredAt === undefined ? undefined : record.notes.findLast(({ act }) => act === 'answer');
  return note?.agency === undefined ? undefined : { at: note.at, agency: note.agency, text: note.text, media: record.media.filter((one) => note.media.includes(one.mediaId) && shown(one)).map(mediaView) };
};

/** What anyone with the code sees. Of a private report the text, the place and the answer stay with its reporter. */
export const feedbackView = (record: FeedbackRecord, catalogue: Catalogue, now: Date, own = false): Shown => {
  const { standing, report } = record;
  const open = isPublic(record);
  const out = standing.state === 'PUBLISHED' || standing.state === 'CLOSED';
  const shown = (one: Media): boolean => one.published === true;
  const { place, ...rest } = common(record, catalogue, now);
  return {
    ...rest, media: open || own ? record.media.filter((one) => one.phase === 'before' && shown(one)).map(mediaView) : [],
    // what was written on the way is let out with the answer, by a moderator; until then only that something happened
    updates: updatesOf(record, shown).flatMap(({ text, ...update }) => (update.act === 'answer' && !out ? [] : [{ ...update, ...(((out && open) || own) && text !== undefined ? { text } : {}) }])),
    ...given({ place: open || own ? place : undefined, text: own ? report.text : open ? standing.publicText : undefined, answer: out && (open || own) ? answerOf(record, shown) : undefined }),
  };
};

/** What a desk sees, with what the caller may do now. */
export const deskFeedbackView = (record: FeedbackRecord, catalogue: Catalogue, { roles, children, now }: { readonly roles: readonly string[]; readonly children: Named['children']; readonly now: Date }): Named => {
  const { report, standing, media, history, reporter } = record;
  const all = (): boolean => true;
  return {
    ...common(record, catalogue, now), feedbackId: report.feedbackId, revision: standing.revision, allowed: allowedTo(record, roles) as DeskActName[], channel: report.channel, urgency: standing.urgency, complex: standing.complex,
    visibility: standing.visibility, originalText: report.text, flags: [...report.flags], media: media.map((one) => ({ ...mediaView(one), published: one.published === true, checked: one.checkedAt !== undefined, ...given({ boxes: one.boxes && [...one.boxes] }) })), updates: updatesOf(record, all), children,
    history: history.map(({ seq, at, act, from, to, by, private: part }) => ({ seq, at, act, from, to, by, name: part?.name ?? '', ...given({ reason: part?.reason }) })),
    ...given({
      publicText: standing.publicText, happenedAt: report.happenedAt, contact: reporter?.contact, suggestion: report.suggestion, dueAt: standing.dueAt, parent: report.parent, card: cardOf(record, history, record.escalations), answer: answerOf(record, all),
      officer: officerOf(record),
    }),
  };
};

export const receiptOf = ({ report, standing, reporter }: FeedbackRecord, catalogue: Catalogue): z.input<typeof Receipt> => ({
  trackingCode: report.trackingCode, reporterKey: reporter?.key ?? '', state: standing.state, reportedAt: report.reportedAt, flags: [...report.flags],
  ...given({ triageBy: standing.state === 'NEW' ? standing.dueAt : undefined, guidance: guidanceOf(catalogue, report.suggestion?.outOfScope ?? null) }),
});
