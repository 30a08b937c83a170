import type { FeedbackChannel, FeedbackPin, FeedbackRow, MediaType, Suggestion } from '../../shared/contracts/feedback-shapes.ts';
import type { Box } from '../../shared/contracts/feedback-shapes.ts';
import type { IsoDate } from '../../shared/kernel/vietnam-time.ts';
import type { Asked } from '../../shared/runtime/asked.ts';
import type { Directory } from '../../shared/runtime/directory-copy/directory-ports.ts';
import type { NewEvent } from '../../shared/runtime/outbox.ts';
import type { RequestKey } from '../../shared/runtime/request-key.ts';
import type { FileLinks, UploadPlaces, UploadStore } from '../../shared/runtime/uploads/upload-ports.ts';
import type * as z from 'zod';
import type { Catalogue } from './catalogue.ts';
import type { ClassifierStore } from './classifier.repository.ts';
import type { FigureName, Tile } from './counting.ts';
import type { ModelInUse } from './published-classifier.ts';
import type { Escalation } from './escalation.ts';
import type { Feedback, Media, Note, Report, Reporter, Standing, Tally } from './feedback.ts';
import type { Forgetting } from './forgetting.ts';
import type { HistoryRecord } from './history.ts';
import type { Channel as ChannelTerms, InboundChannel, InboundMessage } from './inbound.ts';
import type { RoutingRule } from './routing.ts';
import type { QueueName } from './transitions.ts';
import type { Held, UnitOfficer } from './unit-officer.ts';

export type Voice = { readonly kind: 'voice' | 'not-fixed'; readonly who: string; readonly at: string; readonly words?: string; readonly contact?: Reporter['contact'] };
/** A report with everything written on it. `reporter` is gone once the person was forgotten. */
export type FeedbackRecord = Feedback & { readonly reporter?: Reporter; readonly history: readonly HistoryRecord[]; readonly notes: readonly Note[]; readonly media: readonly Media[]; readonly voices: readonly Voice[]; readonly tally: Tally; readonly escalations: readonly Escalation[] };

/** A report that is to be looked at from an instant on. */
export type Look = { readonly at: string; readonly feedbackId: string };
/** Somebody whose post may be over from an instant on: what lies there is looked at. */
export type Leaving = { readonly at: string; readonly agency: string; readonly officerId: string };
export type LookStore = {
  /** looks whose time has come, oldest first, a page at a time */
  readonly due: (now: Date) => AsyncIterable<readonly (Look | Leaving)[]>;
  /** one transaction over the revision seen; false when the report moved meanwhile, and the look stays */
  readonly settle: (looked: { readonly look: Look; readonly record: FeedbackRecord; readonly given: readonly Escalation[]; readonly events: readonly NewEvent[]; readonly next?: string | undefined }) => Promise<boolean>;
  readonly drop: (look: Look | Leaving) => Promise<void>;
};

type Binding = { readonly uploadId: string; readonly owner: string };
/** A report, or a task of a split one, that is written for the first time. */
export type Filing = { readonly feedback: Feedback; readonly reporter?: Reporter; readonly media: readonly Media[]; readonly entry: HistoryRecord; readonly event: NewEvent; readonly uploads: readonly Binding[]; readonly person?: string; /** when time alone will bring something about */ readonly look?: string | undefined;
  /** of a messenger: the last report of the sender from now on, written over the one that was seen */
  readonly sender?: { readonly who: string; readonly seen?: string | undefined; readonly sentAt: string } };
/** What an act writes: one or several steps over the revision seen, all or nothing. */
export type Change = {
  readonly before: FeedbackRecord; readonly after: Standing; readonly entries: readonly HistoryRecord[]; readonly events: readonly NewEvent[]; readonly asked: Asked;
  readonly look?: string | undefined;
  /** what goes for good, with what is written in its place */
  readonly forget?: Forgetting;
  /** what was sent, with what came after it */
  readonly report?: Report;
  readonly note?: Note; readonly media?: readonly Media[]; readonly uploads?: readonly Binding[]; readonly children?: readonly Filing[];
  /** another report that changes in the same moment: the one this was joined with, the whole a task is of */
  readonly beside?: { readonly before: FeedbackRecord; readonly after: Standing; readonly entry: HistoryRecord };
};

/** Somebody's look at a photo: what was drawn over, and the copy the public may see where there is one. */
export type MediaCheck = { readonly mediaId: string; readonly checkedAt: string; readonly checkedBy: string; readonly boxes: readonly Box[]; readonly public?: Binding & { readonly key: string; readonly type: MediaType } };

/** `replayed`: the request was answered before, by this report. `taken`: an upload went elsewhere meanwhile. `changed`: the revision moved. */
export type Outcome = { readonly kind: 'written' } | { readonly kind: 'replayed'; readonly feedbackId: string } | { readonly kind: 'changed' } | { readonly kind: 'taken'; readonly index: number };

export type FeedbackStore = {
  readonly load: (feedbackId: string) => Promise<FeedbackRecord | undefined>;
  readonly idByTrackingCode: (code: string) => Promise<string | undefined>;
  readonly file: (filing: Filing, asked: Asked) => Promise<Outcome>;
  readonly change: (change: Change) => Promise<Outcome>;
  readonly checkMedia: (feedbackId: string, check: MediaCheck, asked: Asked) => Promise<Outcome>;
  /** the report an earlier answer to this request was about; throws `idempotency-key-reused` for other content */
  readonly answered: (key: RequestKey) => Promise<string | undefined>;
  /** newest first */
  readonly ofPerson: (who: string, cursor: string | undefined) => Promise<{ readonly items: readonly FeedbackRecord[]; readonly cursor?: string }>;
  /** the latest first, tasks of split ones left out */
  readonly reportedSince: (from: Date, to: Date, most: number) => Promise<readonly Feedback[]>;
  /** counted once for each person; false when this one was counted before */
  readonly addVoice: (feedbackId: string, voice: Voice, event: (count: number) => NewEvent, asked: Asked) => Promise<boolean>;
};

type Row = z.infer<typeof FeedbackRow>;
export type Pin = z.infer<typeof FeedbackPin>;
export type QueuePlace = { readonly queues: readonly QueueName[] } | { readonly officer: string };
export type QueueStore = {
  /** most urgent first; reads its own writes */
  readonly waiting: (slice: { readonly agency: string; readonly place: QueuePlace; readonly where: { readonly category?: string | undefined; readonly area?: string | undefined }; readonly dueBy?: string }, page: { readonly cursor?: string | undefined; readonly limit: number }) => Promise<{ readonly items: readonly Row[]; readonly cursor?: string }>;
  readonly counts: (agency: string) => Promise<Record<QueueName, number>>;
};
/** Who works on reports of an agency, and who may. */
export type OfficerStore = {
  readonly find: (agency: string, officerId: string) => Promise<UnitOfficer | undefined>;
  /** somebody of a unit came to the desk; once a day */
  readonly present: (agency: string, officer: { readonly officerId: string; readonly name: string; readonly until?: IsoDate | undefined; /** of what is exercised for others */ readonly actingUntil?: IsoDate | undefined }, today: IsoDate) => Promise<void>;
  /** what the directory says of somebody there; left alone where something later is known. What lies with who has no post is looked at */
  readonly told: (agency: string, officer: { readonly officerId: string; readonly revision: number; readonly posts: readonly Held[] }, now: Date) => Promise<void>;
  /** to whom reports may be given on a day */
  readonly mayBeGiven: (agency: string, today: IsoDate) => Promise<readonly UnitOfficer[]>;
};

export type Nearby = Pin & { readonly fullText: string };
/** A line of the public register, with what other systems are told of it. */
export type Registered = Pin & { readonly updatedAt: string; readonly publicText?: string; readonly agency?: string; readonly words?: string; readonly photo?: string };
export type RegisterStore = {
  /** all that was reported from an instant on until before another, newest first: for files, never for an answer */
  readonly between: (from: string, to: string) => Promise<readonly Registered[]>;
  /** the lines of these reports, those that are public */
  readonly lines: (reports: readonly { readonly reportedAt: string; readonly feedbackId: string }[]) => Promise<readonly Registered[]>;
  /** what was reported between two instants, newest first */
  readonly within: (span: { readonly from: string; readonly to: string; readonly categories?: readonly string[] | undefined; readonly state?: 'open' | 'closed' | undefined }, most: number) => Promise<readonly Registered[]>;
  readonly nearby: (point: { readonly lat: number; readonly long: number }, since: string) => Promise<readonly Nearby[]>;
  readonly list: (wish: { readonly category?: string | undefined; readonly area?: string | undefined; readonly state?: 'open' | 'closed' | undefined; readonly from?: string | undefined; readonly to?: string | undefined }, page: { readonly cursor?: string | undefined; readonly limit: number }) => Promise<{ readonly items: readonly Pin[]; readonly cursor?: string }>;
};

/** Everything counted ahead: the map and the figures. */
export type MapStore = {
  /** adds the difference to what was counted of a report before; false when another counted it meanwhile */
  readonly count: (record: FeedbackRecord) => Promise<boolean>;
  readonly tile: (tile: Tile, wish: { readonly category?: string | undefined; readonly state?: 'open' | 'closed' | undefined }) => Promise<{ readonly clusters: { lat: number; long: number; count: number }[]; readonly pins: Pin[] }>;
  readonly figures: () => Promise<({ readonly area: string } & Readonly<Record<FigureName, number>>)[]>;
};

/** What the classifier says of a text. */
export type Suggest = (text: string) => Suggestion | Promise<Suggestion>;
/** The published rules, with the version they are. */
export type RuleBook = { readonly version: number; readonly rules: readonly RoutingRule[]; readonly publishedAt?: string };
export type RulesStore = {
  /** as they are applied: at most half a minute old */
  readonly inForce: () => Promise<readonly RoutingRule[]>;
  readonly current: () => Promise<RuleBook>;
  readonly noteTried: (fingerprint: string, now: Date) => Promise<void>;
  readonly wasTried: (fingerprint: string, now: Date) => Promise<boolean>;
  /** false when another version was published since */
  readonly publish: (next: Required<RuleBook>, by: string) => Promise<boolean>;
};
/** How often one device, telephone, mail or network address may send. Throws `sent-too-often`, for mails `asked-too-often`, with when to try again. */
export type Limits = { readonly count: (who: { readonly device?: string | undefined; readonly phone?: string | undefined; readonly email?: string | undefined; readonly address?: string | undefined }, act: 'report' | 'upload' | 'voice' | 'follow', now: Date) => Promise<void> };

/** Somebody's wish to be written to about an area, a category, or all. `key` stands in the links of the mails. */
export type Subscription = { readonly subscriptionId: string; readonly email: string; readonly area?: string; readonly category?: string; readonly key: string; readonly confirmedAt?: string };
export type SubscriptionStore = {
  readonly find: (subscriptionId: string) => Promise<Subscription | undefined>;
  /** keeps the wish, once however often it is sent; gives the one there is of the same address and kind */
  readonly ask: (wish: Subscription, tells: (subscription: Subscription) => NewEvent, asked: Asked) => Promise<void>;
  /** undefined when it was ended meanwhile */
  readonly confirm: (subscription: Subscription, at: string) => Promise<Subscription | undefined>;
  readonly ofAddress: (email: string) => Promise<readonly Subscription[]>;
  readonly end: (subscription: Subscription) => Promise<void>;
  /** confirmed ones, page by page */
  readonly following: (area: string | undefined) => AsyncIterable<readonly Subscription[]>;
};

type SentPlace = { readonly point: NonNullable<InboundMessage['point']>; readonly sentAt: string };
/** Messages of other messengers, from the door until they are reports or answered. */
export type InboundStore = {
  readonly channel: (name: InboundChannel) => Promise<ChannelTerms | undefined>;
  readonly open: (name: InboundChannel, channel: ChannelTerms) => Promise<void>;
  readonly close: (name: InboundChannel) => Promise<void>;
  /** false when it was taken before; throws `message-altered` when something else came under its id */
  readonly take: (key: string, message: InboundMessage, event: NewEvent, asked: Asked) => Promise<boolean>;
  readonly message: (key: string) => Promise<InboundMessage | undefined>;
  /** the last report a sender's messages were made to */
  readonly last: (who: string) => Promise<{ readonly feedbackId: string; readonly sentAt: string } | undefined>;
  /** the place a sender told before any words, until the time those have to follow is over */
  readonly keepPlace: (who: string, place: SentPlace, until: Date) => Promise<void>;
  readonly place: (who: string) => Promise<SentPlace | undefined>;
  /** forgets the message */
  readonly done: (key: string) => Promise<void>;
  /** the sandbox: what would have been sent */
  readonly answered: (answer: { readonly to: string; readonly text: string }, now: Date) => Promise<void>;
  readonly answers: () => Promise<readonly { readonly at: string; readonly to: string; readonly text: string }[]>;
};
/** The bytes of a photo from where a messenger keeps it; undefined where there is none to be had. */
export type FetchPhoto = (channel: InboundChannel, address: string, mostBytes: number) => Promise<Uint8Array | undefined>;

/** Keys the province gave to other systems. */
export type ApiKeys = {
  /** counts one use, and gives whose key it is; throws `api-key-missing`, `api-key-unknown`, `api-key-spent` */
  readonly use: (key: string | undefined, now: Date) => Promise<string>;
};

export type FeedbackDeps = {
  readonly feedback: FeedbackStore; readonly queues: QueueStore; readonly officers: OfficerStore; readonly register: RegisterStore; readonly map: MapStore; readonly uploads: UploadStore<MediaType>; readonly places: UploadPlaces; readonly links: FileLinks<'uploads'>;
  readonly directory: Directory; readonly catalogue: Catalogue; readonly suggest: Suggest; /** what suggests now, looked up anew */ readonly model: () => Promise<ModelInUse>; readonly ruleBook: RulesStore; readonly limits: Limits; readonly keys: ApiKeys; readonly subscriptions: SubscriptionStore; readonly inbound: InboundStore; readonly classifier: Pick<ClassifierStore, 'weeks' | 'lastRun'>; readonly siteOrigin: string;
};
export type Channel = z.infer<typeof FeedbackChannel>;
