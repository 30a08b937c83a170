import { randomText } from '../../shared/kernel/ids.ts';
import type { QueueName } from './transitions.ts';

/**
 * Access patterns. Everything about one report lies in its own partition and is read with one query.
 *
 * | pattern                                             | pk                        | sk                          |
 * |-----------------------------------------------------|---------------------------|-----------------------------|
 * | what was sent                                       | FBK#<report>              | REPORT                      |
 * | who sent it: erased when the person asks            | FBK#<report>              | REPORTER                    |
 * | where it stands                                     | FBK#<report>              | STANDING                    |
 * | its history, in order                               | FBK#<report>              | HIST#<6 digits>             |
 * | what was said on the way                            | FBK#<report>              | NOTE#<6 digits>             |
 * | its photos and films                                | FBK#<report>              | MEDIA#<upload>              |
 * | others who saw the same, or say it is not fixed     | FBK#<report>              | VOICE#<kind>#<who>          |
 * | levels that were reached, once each                  | FBK#<report>              | ESC#<rule>#<clock>          |
 * | how many they are                                   | FBK#<report>              | TALLY                       |
 * | a report by its code                                | TRACK#<code>              | TRACK                       |
 * | reports of a person, newest first                   | PERSON#<who>              | FBK#<report>                |
 * | a queue of an agency, most urgent first             | QUEUE#<agency>#<name>     | <urgency>#<report>          |
 * | what an officer works on, most urgent first         | MINE#<agency>#<who>       | <urgency>#<report>          |
 * | how many wait in each queue: one of 16 shards       | COUNTS#<agency>           | SHARD#<hexadecimal digit>   |
 * | who may be given reports of an agency, or has some  | OFFICERS#<agency>         | <who>                       |
 * | open reports near a point, by the cell of the map   | NEAR#<cell>               | <instant>#<report>          |
 * | the public register, newest first                   | PUBLIC#<scope>            | <instant>#<report>          |
 * | reports of a day of Việt Nam                        | DAY#<day>                 | <report>                    |
 * | the routing rules in force, every version           | RULES                     | CURRENT, V#<6 digits>       |
 * | rules that were tried out                           | TRIED#<fingerprint>       | TRIED                       |
 * | what was destroyed in a month, in order             | DESTROYED#<month>         | <instant>#<report>          |
 * | what was counted of a report                        | COUNTED#<report>          | COUNTED                     |
 * | figures of the areas                                | FIGURES                   | <area>                      |
 * | parts of a tile of the map, counted                 | TILE#<zoom>#<x>#<y>       | <state>#<category>#<part>   |
 * | pins of a tile of one zoom, newest first            | PIN#<x>#<y>               | <instant>#<report>          |
 * | a key the province gave to another system           | APIKEY#<name>             | APIKEY                      |
 * | systems that are told of public changes             | WEBHOOKS                  | <name>                      |
 * | what they were told on a day, in order              | WEBHOOKLOG#<day>          | <instant>#<event>           |
 * | that one was told of an event                       | WEBHOOKTOLD#<name>        | <event>                     |
 * | how suggestions fared, a week a row                 | CLASSIFIER                | WEEK#<its Monday>           |
 * | what came of learning again, the last time          | CLASSIFIER                | RUN                         |
 * | a subscription, asked for or confirmed              | SUB#<subscription>        | SUB                         |
 * | subscriptions of a mail address                     | SUBSCRIBER#<digest>       | <area>#<category>           |
 * | who wants mails about an area, or about all         | FOLLOW#<area>             | <subscription>              |
 * | what was agreed with another messenger              | CHANNEL#<channel>         | CHANNEL                     |
 * | a message until it is a report or answered          | MESSAGE#<digest>          | MESSAGE                     |
 * | the last report of who sends messages               | SENDER#<digest>           | LAST                        |
 * | a place they sent before any words, for minutes     | SENDER#<digest>           | PLACE                       |
 * | what the sandbox would have sent, newest first      | SANDBOX                   | <instant>#<random>          |
 *
 * `scope` is `all`, `area#<code>` or `category#<code>`. Counts have shards because a burst of reports would otherwise
 * wait for one row; a cell is a two-hundredth of a degree, some 550 metres, larger than any radius of duplicates.
 */
type Key = { readonly pk: string; readonly sk: string };
const six = (figure: number): string => String(figure).padStart(6, '0');

export const feedbackPartition = (feedbackId: string): string => `FBK#${feedbackId}`;
const inReport = (feedbackId: string, sk: string): Key => ({ pk: feedbackPartition(feedbackId), sk });
export const reportKey = (feedbackId: string): Key => inReport(feedbackId, 'REPORT');
export const reporterKey = (feedbackId: string): Key => inReport(feedbackId, 'REPORTER');
export const standingKey = (feedbackId: string): Key => inReport(feedbackId, 'STANDING');
export const historyKey = (feedbackId: string, seq: number): Key => inReport(feedbackId, `HIST#${six(seq)}`);
export const noteKey = (feedbackId: string, seq: number): Key => inReport(feedbackId, `NOTE#${six(seq)}`);
export const mediaKey = (feedbackId: string, mediaId: string): Key => inReport(feedbackId, `MEDIA#${mediaId}`);
export const voiceKey = (feedbackId: string, kind: string, who: string): Key => inReport(feedbackId, `VOICE#${kind}#${who}`);
export const escalationKey = (feedbackId: string, { rule, since, dueAt }: { readonly rule: string; readonly since: string; readonly dueAt: string }): Key => inReport(feedbackId, `ESC#${rule}#${since}#${dueAt}`);
export const tallyKey = (feedbackId: string): Key => inReport(feedbackId, 'TALLY');
/** What a row of a report's partition is. */
export const rowKind = (sk: string): string => sk.split('#', 1)[0] ?? '';

export const trackingKey = (code: string): Key => ({ pk: `TRACK#${code}`, sk: 'TRACK' });
export const personPartition = (who: string): string => `PERSON#${who}`;
export const personKey = (who: string, feedbackId: string): Key => ({ pk: personPartition(who), sk: `FBK#${feedbackId}` });

type Place = { readonly agency: string; readonly urgency: string; readonly feedbackId: string };
export const queuePartition = (agency: string, queue: QueueName): string => `QUEUE#${agency}#${queue}`;
export const queueKey = (queue: QueueName, { agency, urgency, feedbackId }: Place): Key => ({ pk: queuePartition(agency, queue), sk: `${urgency}#${feedbackId}` });
export const minePartition = (agency: string, officer: string): string => `MINE#${agency}#${officer}`;
export const mineKey = (officer: string, { agency, urgency, feedbackId }: Place): Key => ({ pk: minePartition(agency, officer), sk: `${urgency}#${feedbackId}` });
export const countsPartition = (agency: string): string => `COUNTS#${agency}`;
/** The shard of a report: the last character of its id, folded to sixteen. */
export const countsKey = (agency: string, feedbackId: string): Key => ({ pk: countsPartition(agency), sk: `SHARD#${((feedbackId.codePointAt(feedbackId.length - 1) ?? 0) % 16).toString(16)}` });
export const officersPartition = (agency: string): string => `OFFICERS#${agency}`;
export const officerKey = (agency: string, officer: string): Key => ({ pk: officersPartition(agency), sk: officer });
/** What a look at the end of a post is planned under. */
export const leavingMatter = (agency: string, officer: string): string => `${officer}#${agency}`;

const cellsPerDegree = 200;
const cell = (row: number, column: number): string => `${row}:${column}`;
const cellIndex = (degrees: number): number => Math.floor(degrees * cellsPerDegree);
export const nearPartition = (lat: number, long: number): string => `NEAR#${cell(cellIndex(lat), cellIndex(long))}`;
/** The cell of a point and the eight around it. */
export const nearPartitions = (lat: number, long: number): string[] =>
  [-1, 0, 1].flatMap((north) => [-1, 0, 1].map((east) => `NEAR#${cell(cellIndex(lat) + north, cellIndex(long) + east)}`));
type Point = { readonly lat: number; readonly long: number };
export const nearKey = ({ lat, long }: Point, { reportedAt, feedbackId }: { readonly reportedAt: string; readonly feedbackId: string }): Key => ({ pk: nearPartition(lat, long), sk: `${reportedAt}#${feedbackId}` });

export type Scope = 'all' | `area#${string}` | `category#${string}`;
export const publicPartition = (scope: Scope): string => `PUBLIC#${scope}`;
export const publicKey = (scope: Scope, { reportedAt, feedbackId }: { readonly reportedAt: string; readonly feedbackId: string }): Key => ({ pk: publicPartition(scope), sk: `${reportedAt}#${feedbackId}` });

export const countedKey = (feedbackId: string): Key => ({ pk: `COUNTED#${feedbackId}`, sk: 'COUNTED' });
export const figuresPartition = 'FIGURES';
export const figuresKey = (area: string): Key => ({ pk: figuresPartition, sk: area });
type Tile = { readonly zoom: number; readonly x: number; readonly y: number };
export const tilePartition = ({ zoom, x, y }: Tile): string => `TILE#${zoom}#${x}#${y}`;
export const pinPartition = ({ x, y }: Tile): string => `PIN#${x}#${y}`;
export const pinKey = (tile: Tile, { reportedAt, feedbackId }: { readonly reportedAt: string; readonly feedbackId: string }): Key => ({ pk: pinPartition(tile), sk: `${reportedAt}#${feedbackId}` });
export const dayPartition = (day: string): string => `DAY#${day}`;
export const dayKey = (day: string, feedbackId: string): Key => ({ pk: dayPartition(day), sk: feedbackId });
export const rulesKey: Key = { pk: 'RULES', sk: 'CURRENT' };
export const rulesVersionKey = (version: number): Key => ({ pk: 'RULES', sk: `V#${six(version)}` });
export const triedKey = (fingerprint: string): Key => ({ pk: `TRIED#${fingerprint}`, sk: 'TRIED' });
export const destroyedKey = ({ at, feedbackId }: { readonly at: string; readonly feedbackId: string }): Key => ({ pk: `DESTROYED#${at.slice(0, 7)}`, sk: `${at}#${feedbackId}` });
export const apiKeyKey = (name: string): Key => ({ pk: `APIKEY#${name}`, sk: 'APIKEY' });
export const apiKeyUseKey = (name: string, hour: string): Key => ({ pk: `RATE#key#${name}`, sk: hour });

export const webhooksPartition = 'WEBHOOKS';
export const webhookKey = (name: string): Key => ({ pk: webhooksPartition, sk: name });
export const webhookLogPartition = (day: string): string => `WEBHOOKLOG#${day}`;
export const webhookLogKey = ({ at, eventId }: { readonly at: string; readonly eventId: string }): Key => ({ pk: webhookLogPartition(at.slice(0, 10)), sk: `${at}#${eventId}` });
export const webhookToldKey = (name: string, eventId: string): Key => ({ pk: `WEBHOOKTOLD#${name}`, sk: eventId });

export const classifierWeekKey = (week: string): Key => ({ pk: 'CLASSIFIER', sk: `WEEK#${week}` });
export const classifierRunKey: Key = { pk: 'CLASSIFIER', sk: 'RUN' };
export const subscriptionKey = (subscriptionId: string): Key => ({ pk: `SUB#${subscriptionId}`, sk: 'SUB' });
type Wish = { readonly area?: string | undefined; readonly category?: string | undefined };
/** The address itself stands in no key. */
export const subscriberPartition = (digest: string): string => `SUBSCRIBER#${digest}`;
export const subscriberKey = (digest: string, { area, category }: Wish): Key => ({ pk: subscriberPartition(digest), sk: `${area ?? 'all'}#${category ?? 'all'}` });
export const followPartition = (area: string | undefined): string => `FOLLOW#${area ?? 'all'}`;
export const followKey = (subscriptionId: string, { area }: Wish): Key => ({ pk: followPartition(area), sk: subscriptionId });

export const channelKey = (channel: string): Key => ({ pk: `CHANNEL#${channel}`, sk: 'CHANNEL' });
export const messageKey = (key: string): Key => ({ pk: `MESSAGE#${key}`, sk: 'MESSAGE' });
export const senderKey = (digest: string): Key => ({ pk: `SENDER#${digest}`, sk: 'LAST' });
export const sentPlaceKey = (digest: string): Key => ({ pk: `SENDER#${digest}`, sk: 'PLACE' });
export const sandboxPartition = 'SANDBOX';
export const sandboxKey = (at: Date): Key => ({ pk: sandboxPartition, sk: `${at.toISOString()}#${randomText(6)}` });
