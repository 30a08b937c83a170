import type * as z from 'zod';
import { FeedbackReportedV1 } from '../../events/feedback-classification/feedback-reported.v1.ts';
import type { HotlineDraft, Place, ReportDraft } from '../../shared/contracts/feedback-shapes.ts';
import { contactFault, phoneDigits } from '../../shared/kernel/contact.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { newId, trackingCode } from '../../shared/kernel/ids.ts';
import { callerOf, type Actor } from '../../shared/runtime/actor.ts';
import type { Asked } from '../../shared/runtime/asked.ts';
import { newEvent } from '../../shared/runtime/outbox.ts';
import { fingerprintOf } from '../../shared/runtime/request-key.ts';
import { newSalt } from '../../shared/runtime/salt.ts';
import { requireUsable, type Upload } from '../../shared/runtime/uploads/upload.ts';
import { areaAt, looksSwapped } from './areas.ts';
import { requireCategory } from './catalogue.ts';
import { calendarIfAny, triageBy, withinCalendar } from './clock.ts';
import { factsOf, type Feedback, type Media, type Report, type Reporter, type Standing, type Where } from './feedback.ts';
import { personOf } from './forgetting.ts';
import { genesisOf, sealHappening, type PrivatePart, type PublicActor } from './history.ts';
import { nextLook } from './next-look.ts';
import type { Channel, FeedbackDeps, FeedbackRecord, Filing } from './ports.ts';

type Draft = Omit<z.output<typeof HotlineDraft>, 'channel'> & Pick<z.output<typeof ReportDraft>, 'device'>;
export type ReportCommand = Draft & { readonly channel: Channel; readonly address?: string | undefined; readonly asked: Asked; /** what the dispatcher should know besides */ readonly flags?: readonly string[]; /** who it is at Zalo */ readonly zalo?: string; /** who sends several messages about one matter */ readonly sender?: Filing['sender'] & { readonly messageKey: string } };

/** Fewest letters that say something; photos say it without. */
const fewestLetters = 4;
const messengers: ReadonlySet<Channel> = new Set(['zalo', 'email']);
const at = (pointer: string) => ({ pointers: [`/body/${pointer}`] });

/** Who owns what an unknown person uploads: the secret of the device, never kept as it is. */
export const ownerOf = (actor: Actor, device: string | undefined): string => {
  if (actor.kind !== 'nobody') return callerOf(actor);
  if (device === undefined) throw new DomainError('device-missing', undefined, at('device'));
  return `device:${fingerprintOf(device).slice(0, 40)}`;
};

/** The point, judged. Throws `place-at-zero`, `place-swapped` with the corrected point, `place-missing`. */
export const placeOf = ({ lat, long, words, accuracy, confirmed }: z.output<typeof Place>, channel?: Channel): { place: Where; area?: string; flags: string[] } => {
  const said = words === '' ? {} : { words };
  if (lat === undefined || long === undefined) {
    // a messenger asks for no place: the dispatcher finds it out
    if (words === '' && channel !== undefined && messengers.has(channel)) return { place: {}, flags: ['place-unknown'] };
    if (words === '') throw new DomainError('place-missing', undefined, at('place'));
    return { place: said, flags: ['no-point'] };
  }
  if (lat === 0 && long === 0) throw new DomainError('place-at-zero', undefined, at('place'));
  if (!confirmed && looksSwapped(lat, long)) throw new DomainError('place-swapped', undefined, { ...at('place'), extra: { corrected: { lat: long, long: lat } } });
  if (lat > 90 || lat < -90) throw new DomainError('request-invalid', 'latitude', { pointers: ['/body/place/lat'], extra: { fieldCodes: ['place.out-of-range'] } });
  const area = areaAt(lat, long);
  return { place: { lat, long, ...said, ...(accuracy === undefined ? {} : { accuracy }) }, flags: area === undefined ? ['outside-province'] : [], ...(area === undefined ? {} : { area: area.code }) };
};

const contactOf = ({ name, phone, email }: Draft['contact']): Reporter['contact'] => {
  const faults = [['phone', phone], ['email', email]].flatMap(([kind, text]) => { const code = text === undefined ? undefined : contactFault(kind as 'phone' | 'email', text); return code === undefined ? [] : [[`/body/contact/${kind}`, code] as const]; });
  if (faults.length > 0) throw new DomainError('request-invalid', 'contact', { pointers: faults.map(([pointer]) => pointer), extra: { fieldCodes: faults.map(([, code]) => code) } });
  return { ...(name === undefined ? {} : { name }), ...(phone === undefined ? {} : { phone: phoneDigits(phone) }), ...(email === undefined ? {} : { email }) };
};

/** Checked, unused photos of whoever sends. */
export const usableMedia = async ({ uploads }: Pick<FeedbackDeps, 'uploads'>, ids: readonly string[], use: { readonly owner: string; readonly now: Date; readonly phase: Media['phase'] }): Promise<{ media: Media[]; bindings: { uploadId: string; owner: string; pointer: string }[] }> => {
  const found = await Promise.all(ids.map((id) => uploads.find(id)));
  const usable: Upload<Media['contentType']>[] = found.map((upload, index) => requireUsable(upload, { owner: use.owner, pointer: `/body/media/${index}`, now: use.now }));
  return {
    media: usable.map(({ uploadId, contentType }) => ({ mediaId: uploadId, contentType, phase: use.phase, at: use.now.toISOString() })),
    bindings: usable.map(({ uploadId }, index) => ({ uploadId, owner: use.owner, pointer: `/body/media/${index}` })),
  };
};

/** Throws `media-too-many`, with how many there may be, and refuses one that is named twice. */
export const requireMediaCount = (ids: readonly string[], most: number): void => {
  if (ids.length > most) throw new DomainError('media-too-many', undefined, { ...at('media'), extra: { maximum: most } });
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice !== -1) throw new DomainError('upload-reused', undefined, at(`media/${twice}`));
};

/** Beyond the years of the calendar a report is taken without a time. */
const triageIfKnown = (compute: () => Date): string | undefined => {
  try {
    return withinCalendar(compute).toISOString();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'calendar-not-published') return undefined;
    throw error;
  }
};

type Signed = { readonly by: PublicActor; readonly who: Omit<PrivatePart, 'reason' | 'salt'> };
const signed = (actor: Actor, agency: string | undefined): Signed =>
  (actor.kind === 'officer' ? { by: { kind: 'officer', role: 'hotline-operator', ...(agency === undefined ? {} : { agency }) }, who: { person: actor.personId, name: actor.name } } : { by: { kind: 'reporter' }, who: { person: 'reporter', name: 'Người gửi' } });

/** Whether a text has enough letters to say something. */
export const saysSomething = (text: string): boolean => (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= fewestLetters;

const requireContent = ({ text, media, happenedAt, asked }: ReportCommand, { mostMedia, happenedAheadMinutes }: FeedbackDeps['catalogue']['settings']): void => {
  if (!saysSomething(text) && media.length === 0) throw new DomainError('report-says-nothing', undefined, at('text'));
  requireMediaCount(media, mostMedia);
  if (happenedAt !== undefined && Date.parse(happenedAt) > asked.cause.now.getTime() + happenedAheadMinutes * 60_000) throw new DomainError('time-in-future', undefined, at('happenedAt'));
};

/**
 * Takes a report, once however often it is sent: what was sent, who sent it apart from it, where it stands, its code, the
 * inbox, the map, the photos' binding, the request and the event in one transaction. A person who is unknown is welcome.
 */
export const reportFeedback = (deps: FeedbackDeps) => async (command: ReportCommand, actor: Actor, agency?: string): Promise<FeedbackRecord> => {
  const { asked, channel } = command;
  const { now } = asked.cause;
  const replayed = async (): Promise<FeedbackRecord | undefined> => { const id = await deps.feedback.answered(asked.requestKey); return id === undefined ? undefined : deps.feedback.load(id); };
  const before = await replayed();
  if (before !== undefined) return before;
  requireContent(command, deps.catalogue.settings);
  const { place, area, flags } = placeOf(command.place, channel);
  if (command.category !== undefined) requireCategory(deps.catalogue, command.category);
  const contact = contactOf(command.contact);
  const owner = ownerOf(actor, command.device);
  await deps.limits.count({ device: actor.kind === 'nobody' ? owner : undefined, phone: contact.phone, address: command.address }, 'report', now);
  const { media, bindings } = await usableMedia(deps, command.media, { owner, now, phase: 'before' });

  const suggestion = command.text === '' ? undefined : await deps.suggest(command.text);
  // words of danger are looked at as fast as if the reporter had said so; the dispatcher says what it is
  const urgency = suggestion?.urgency === 'emergency' ? 'emergency' : command.urgency;
  const calendar = await calendarIfAny(deps.directory);
  const due = calendar === undefined ? undefined : triageIfKnown(() => triageBy(calendar, deps.catalogue.settings, { urgency }, now));
  const feedbackId = newId('fbk', now);
  const person = personOf({ contact, ...(actor.kind === 'citizen' ? { subject: actor.subject } : {}) });
  const report: Report = {
    feedbackId, trackingCode: trackingCode(), channel, text: command.text, place, reportedAt: now.toISOString(), flags: [...flags, ...command.flags ?? [], ...(suggestion?.outOfScope ? ['out-of-scope'] : []), ...(urgency === command.urgency ? [] : ['words-of-danger'])],
    ...(command.happenedAt === undefined ? {} : { happenedAt: new Date(command.happenedAt).toISOString() }), ...(command.category === undefined ? {} : { chosen: command.category }), ...(suggestion === undefined ? {} : { suggestion }),
  };
  const { by, who } = signed(actor, agency);
  const entry = await sealHappening(await genesisOf(feedbackId), { seq: 0, at: report.reportedAt, act: 'report', from: null, to: 'NEW', by, private: { ...who, salt: newSalt() } });
  const standing: Standing = {
    revision: 0, state: 'NEW', urgency, complex: false, visibility: command.visibility, historyHead: entry.hash,
    ...(area === undefined ? {} : { area }), ...(due === undefined ? {} : { dueAt: due }),
  };
  const feedback: Feedback = { report, standing };
  const reporter: Reporter = { key: newSalt(), contact: { ...(actor.kind === 'citizen' ? { name: actor.name, ...(actor.email === undefined ? {} : { email: actor.email }) } : {}), ...contact }, ...(command.zalo === undefined ? {} : { zalo: command.zalo }), ...(command.sender === undefined ? {} : { message: command.sender.messageKey }), ...(actor.kind === 'citizen' ? { subject: actor.subject } : actor.kind === 'nobody' ? { device: owner } : {}) };
  const event = newEvent(FeedbackReportedV1, {
    ...factsOf(feedback), identified: person !== undefined, media: media.length, ...(suggestion === undefined ? {} : { suggested: suggestion.category, confidence: suggestion.confidence, abstained: suggestion.abstained }),
  }, asked.cause);
  const { next } = await nextLook(deps, { ...feedback, history: [entry], escalations: [] }, now);
  const outcome = await deps.feedback.file({ ...(next === undefined ? {} : { look: next }), feedback, reporter, media, entry, event, uploads: bindings, ...(person === undefined ? {} : { person }), ...(command.sender === undefined ? {} : { sender: command.sender }) }, asked);
  if (outcome.kind === 'written') return { ...feedback, reporter, history: [entry], notes: [], media, voices: [], escalations: [], tally: { voices: 0, notFixed: 0 } };
  if (outcome.kind === 'taken') throw new DomainError('upload-reused', undefined, { pointers: [bindings[outcome.index]?.pointer ?? '/body/media'] });
  const written = await replayed();
  if (written === undefined) throw new DomainError('busy', 'a report that met another');
  return written;
};
