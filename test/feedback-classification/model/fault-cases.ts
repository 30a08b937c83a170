import { countFeedback } from '../../../functions/feedback-classification/count-feedback.ts';
import { countRepository } from '../../../functions/feedback-classification/count.repository.ts';
import { apiKeyRepository } from '../../../functions/feedback-classification/api-key.repository.ts';
import { catalogue } from '../../../functions/feedback-classification/catalogue.ts';
import { classifierRepository } from '../../../functions/feedback-classification/classifier.repository.ts';
import { countCorrections } from '../../../functions/feedback-classification/count-corrections.ts';
import { exportRegister, type FilePlace } from '../../../functions/feedback-classification/export-register.ts';
import { reporterKey } from '../../../functions/feedback-classification/feedback.keys.ts';
import { fileMessage } from '../../../functions/feedback-classification/file-message.ts';
import { followHandlers } from '../../../functions/feedback-classification/follow-handlers.ts';
import { messageKeyOf, messageOfMail, messageOfZalo, relayMac, zaloMac, type InboundMessage } from '../../../functions/feedback-classification/inbound.ts';
import { inboundRepository } from '../../../functions/feedback-classification/inbound.repository.ts';
import { followPosts } from '../../../functions/feedback-classification/follow-posts.ts';
import { lookDue } from '../../../functions/feedback-classification/look-due.ts';
import { lookRepository } from '../../../functions/feedback-classification/look.repository.ts';
import { open311Handlers } from '../../../functions/feedback-classification/open311-handlers.ts';
import { registerRepository } from '../../../functions/feedback-classification/register.repository.ts';
import { ownerOf } from '../../../functions/feedback-classification/report-feedback.ts';
import { sendWebhooks } from '../../../functions/feedback-classification/send-webhooks.ts';
import { inboundHandlers } from '../../../functions/feedback-classification/take-message.ts';
import { tellFollowers } from '../../../functions/feedback-classification/tell-followers.ts';
import { tellReporters } from '../../../functions/feedback-classification/tell-reporters.ts';
import { webhookRepository } from '../../../functions/feedback-classification/webhook.repository.ts';
import { ConfirmFollowing, EndFollowing, EndFollowingByMail, FollowArea } from '../../../shared/contracts/feedback-follow.ts';
import { ReceivedMail, TakeMail, TakeZaloMessage, ZaloEvent } from '../../../shared/contracts/feedback-inbound.ts';
import { CheckMedia } from '../../../shared/contracts/feedback-media.ts';
import * as desks from '../../../shared/contracts/feedback-desk.ts';
import * as people from '../../../shared/contracts/feedback.ts';
import { PublishRoutingRules, TryRoutingRules } from '../../../shared/contracts/feedback-rules.ts';
import { PostServiceRequest } from '../../../shared/contracts/open311.ts';
import type { Route } from '../../../shared/contracts/route.ts';
import type { Actor, Officer } from '../../../shared/runtime/actor.ts';
import type { Table } from '../../../shared/runtime/dynamo.ts';
import { httpApi } from '../../../shared/runtime/http.ts';
import { mailLedger } from '../../../shared/runtime/mail-ledger.ts';
import { eventOf, type Asking } from '../../procedure-submission/support/desk.ts';
import { apiOn, depsOn, deskOf, device, dispatcher, draft, fieldOfficer, leader, moderator, monday, nobody, office, operator, otherWard, photo, ward } from '../support/desk.ts';
import { fieldPost, told } from '../support/posts.ts';

/** The workflow as one process sees it: the table, and what lies outside of it, each call of either counted and one of them struck. `attempt` counts from one. */
export type Process = { readonly table: Table; readonly outside: Outside; readonly attempt: number };
/** What is told to others, and the files of the site. */
export type Outside = { readonly tell: (whom: string) => Promise<void>; readonly files: FilePlace };
/** True when it is done; false or a throw when whoever asked comes again. */
export type Doing = (process: Process) => Promise<boolean>;
export type Case = { readonly door: string; readonly before: () => Promise<Doing> };

const request = (route: Route, who: Actor, asking: Record<string, unknown>): Doing => async ({ table }) => (await apiOn(depsOn(table), () => monday)(route, who, { ...asking, key: `once-${route.name}` })).status < 300;
/** As a page asks, or a mail program, which knows no JSON. */
const follow = (on: Table, route: Route, asking: Asking) => {
  const event = eventOf(route, nobody, asking);
  return httpApi(followHandlers(depsOn(on)), () => monday)({ ...event, headers: { ...event.headers, ...(route === EndFollowingByMail ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) } });
};
/** A mail as the relay hands it over, signed. */
const relay = { secret: 'khoa-bi-mat-cua-thu' };
const mail = { notificationType: 'Received', mail: { messageId: 't-1', source: 'nguoi.gui@example.vn', timestamp: monday.toISOString(), commonHeaders: { subject: 'Rác ở chợ' } }, content: { text: 'Bãi rác sau chợ đầy cả tuần.' } };
const zalo = { secret: 'khoa-bi-mat-cua-oa', appId: '1234567890' };
const spoken = { app_id: zalo.appId, user_id_by_app: '55', sender: { id: 'nguoi-zalo-01' }, recipient: { id: 'oa' }, event_name: 'user_send_text', timestamp: String(monday.getTime()), message: { msg_id: 'm-1', text: 'Đèn đường trước chợ hỏng ba đêm nay.' } };
const pointed = { ...spoken, event_name: 'user_send_location', message: { msg_id: 'm-2', attachments: [{ type: 'location', payload: { coordinates: { latitude: 9.76071, longitude: 105.45679 } } }] } };
const inboundOn = async (on: Table, route: Route, said: typeof spoken | typeof pointed = spoken): Promise<boolean> => {
  const byMail = route === TakeMail, body = JSON.stringify(byMail ? mail : said);
  const signature: Record<string, string> = byMail ? { 'x-haugiang-signature': relayMac(relay, body, Math.floor(monday.getTime() / 1000)) } : { 'x-zevent-signature': zaloMac(zalo, body, spoken.timestamp) };
  return (await httpApi(inboundHandlers({ inbound: inboundRepository(on) }), () => monday)({ ...eventOf(route, nobody), body, headers: { 'content-type': 'application/json', ...signature } })).statusCode < 300;
};
const reason = 'Có lý do.', text = 'Đã dọn sạch.', siteOrigin = 'https://hg.example';
const upload = { fileName: 'a.jpg', contentType: 'image/jpeg', size: 10, checksum: `${'A'.repeat(43)}=` };
const run = { correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5' };
const head: Officer = { ...leader, posts: [{ agency: office, role: 'leader', from: '2020-01-01' }] };
const way = [[desks.AcceptFeedback, dispatcher, { category: 'waste' }], [desks.TakeFeedback, fieldOfficer, {}], [desks.AnswerFeedback, fieldOfficer, { text }], [desks.ApproveAnswer, leader, {}], [desks.PublishFeedback, moderator, {}]] as const;

/** Every way to change something, on this table, with what must have happened before. */
export const casesOn = (table: Table): readonly Case[] => {
  const steady = apiOn(depsOn(table), () => monday);
  const desk = deskOf(table, steady);
  const sent = (changes: Record<string, unknown> = {}) => desk.report({ contact: { phone: '0901234567', email: 'a@example.vn' }, ...changes });
  const after = (steps: number, changes: Record<string, unknown> = {}) => async (): Promise<string> => {
    const { feedbackId } = await sent(changes);
    for (const [route, who, body] of way.slice(0, steps)) await desk.act(route, who, feedbackId, body);
    return feedbackId;
  };
  const kept = async (): Promise<string> => { const { feedbackId } = await sent(); await desk.act(desks.AcceptFeedback, dispatcher, feedbackId, { category: 'waste', route: false }); return feedbackId; };
  const codeOf = async (feedbackId: string): Promise<string> => (await desk.open(feedbackId)).trackingCode;
  const act = (route: Route, who: Officer, body: Record<string, unknown>, until: () => Promise<string>): Case => ({
    door: route.name, before: async () => { const feedbackId = await until(); const { revision } = await desk.open(feedbackId, who); return request(route, who, { params: { feedbackId }, body: { revision, ...body } }); },
  });
  const ofReporter = (route: Route, body: Record<string, unknown>): Case => ({
    door: route.name, before: async () => { const feedbackId = await after(5)(); return request(route, nobody, { params: { trackingCode: await codeOf(feedbackId) }, body: { reporterKey: (await table.get(reporterKey(feedbackId)))?.['key'], ...body } }); },
  });
  const ofAnyone = (route: Route, steps: number, body: Record<string, unknown>): Case => ({ door: route.name, before: async () => request(route, nobody, { params: { trackingCode: await codeOf(await after(steps)()) }, body: { device, ...body } }) });
  const opened = async (): Promise<void> => { await inboundRepository(table).open('email', relay); await inboundRepository(table).open('zalo', zalo); };
  /** By the link of a mail. Who ended it before, and never heard, is told that there is none. */
  const ofMail = (route: Route, confirmed: boolean): Case => ({
    door: route.name, before: async () => {
      const { subscriptionId, key } = await followed(confirmed);
      return async ({ table: on }) => { const { statusCode, body = '' } = await follow(on, route, { params: { subscriptionId, key }, ...(route === EndFollowingByMail ? {} : { body: { key } }) }); return statusCode < 300 || body.includes('subscription-unknown'); };
    },
  });
  const followed = async (confirmed: boolean) => {
    await follow(table, FollowArea, { body: { email: 'theo-doi@example.vn' } });
    const { subscriptions } = depsOn(table);
    const [asked] = await subscriptions.ofAddress('theo-doi@example.vn');
    if (asked === undefined) throw new Error('nobody follows');
    if (confirmed) await subscriptions.confirm(asked, '2026-11-20T00:00:00.000Z');
    return asked;
  };
  /** The sweep at a time, after others that left nothing behind. */
  const sweep = (at: string, until: () => Promise<string>): Case => ({
    door: 'look-due.schedule', before: async () => {
      await until();
      const look = (on: Table, now: Date, failed: () => void) => lookDue({ ...depsOn(on), looks: lookRepository(on, office), failed })({ ...run, now });
      for (let before = 2; before > 0; before--) await look(table, new Date(Date.parse(at) - 7_200_000), () => {});
      return async ({ table: on }) => { let well = true; await look(on, new Date(at), () => { well = false; }); return well; };
    },
  });
  const consumer = (door: string, steps: number, doing: (feedbackId: string) => Doing | Promise<Doing>): Case => ({ door, before: async () => doing(await after(steps, { category: 'waste' })()) });
  const arrived = (feedbackId: string) => [{ messageId: '1', definition: undefined as never, detail: { data: { feedbackId, reportedAt: monday.toISOString() } } as never }];

  return [
    { door: people.ReportFeedback.name, before: async () => request(people.ReportFeedback, nobody, { body: draft({ media: [await photo(table, ownerOf(nobody, device))] }) }) },
    { door: people.RequestFeedbackUpload.name, before: async () => request(people.RequestFeedbackUpload, nobody, { body: { ...upload, device } }) },
    { door: desks.RequestDeskMedia.name, before: async () => request(desks.RequestDeskMedia, fieldOfficer, { body: upload }) },
    { door: desks.ReportByHotline.name, before: async () => request(desks.ReportByHotline, operator, { params: { agencyCode: office }, body: { text: 'Rác đầy lề đường.', place: { words: 'trước chợ' }, contact: { phone: '0900000009' } } }) },
    act(desks.AcceptFeedback, dispatcher, { category: 'waste' }, after(0)), act(desks.RouteFeedback, dispatcher, {}, kept), act(desks.ChangeFeedback, dispatcher, { category: 'noise', reason }, after(1)), act(desks.RefuseFeedback, dispatcher, { reason: 'spam' }, after(0)),
    act(desks.SplitFeedback, dispatcher, { tasks: [{ agency: ward, text }, { agency: otherWard, text }] }, kept), act(desks.TakeFeedback, fieldOfficer, {}, after(1)), act(desks.AssignFeedback, leader, { officerId: fieldOfficer.personId }, after(2)), act(desks.HandBackFeedback, fieldOfficer, { reason }, after(2)),
    act(desks.ReportFeedbackProgress, fieldOfficer, { text }, after(2)), act(desks.ExtendFeedback, leader, { reason }, after(2)), act(desks.AnswerFeedback, fieldOfficer, { text }, after(2)),
    act(desks.ApproveAnswer, leader, {}, after(3)), act(desks.SendBackAnswer, leader, { reason }, after(3)), act(desks.PublishFeedback, moderator, {}, after(4)), act(desks.ReturnAnswer, moderator, { reason }, after(4)),
    { door: desks.MergeFeedback.name, before: async () => { const [into, other] = [await after(1)(), await sent()]; return request(desks.MergeFeedback, dispatcher, { params: { feedbackId: other.feedbackId }, body: { revision: 0, into } }); } },
    { door: CheckMedia.name, before: async () => {
      const mediaId = await photo(table, ownerOf(nobody, device));
      const { feedbackId } = await sent({ media: [mediaId] });
      const redrawn = await photo(table, `officer:${moderator.subject}`, { checksum: `${'B'.repeat(43)}=` });
      return request(CheckMedia, moderator, { params: { feedbackId, mediaId }, body: { boxes: [{ x: 0.1, y: 0.1, width: 0.2, height: 0.2 }], redrawn } });
    } },
    ofReporter(people.RateFeedback, { stars: 4 }), ofReporter(people.ReopenFeedback, { reason }), ofReporter(people.ForgetMe, {}),
    ofAnyone(people.AddVoice, 0, {}), ofAnyone(people.SayNotFixed, 5, { words: 'Rác vẫn còn.' }),
    { door: FollowArea.name, before: async () => async ({ table: on }) => (await follow(on, FollowArea, { body: { email: 'theo-doi@example.vn' }, key: 'once-follow' })).statusCode === 202 },
    ofMail(ConfirmFollowing, false), ofMail(EndFollowing, true), ofMail(EndFollowingByMail, true),
    ...[TakeMail, TakeZaloMessage].map((route): Case => ({ door: route.name, before: async () => { await opened(); return ({ table: on }) => inboundOn(on, route); } })),
    { door: 'file-messages.queue', before: async () => {
      await opened();
      await inboundOn(table, TakeMail);
      const messageKey = messageKeyOf(messageOfMail(ReceivedMail.parse(mail)) as InboundMessage);
      return async ({ table: on, outside }) => {
        const mailer = { send: ({ to }: { readonly to: string }) => outside.tell(to) };
        const outcome = await fileMessage({ ...depsOn(on), ledger: mailLedger(on), mailer, zalo: mailer, inbound: inboundRepository(on), fetchPhoto: async () => undefined, checkPhoto: async () => undefined })({ messageKey, cause: { ...run, actor: 'system', causationId: run.correlationId, now: monday } });
        return outcome !== 'busy';
      };
    } },
    // words, and then the place of the same sender: added to the report; a place before any words: asked for, and taken with them
    ...([[spoken, pointed], [pointed, spoken]] as const).map((order): Case => ({ door: 'file-messages.queue', before: async () => {
      await opened();
      for (const said of order) await inboundOn(table, TakeZaloMessage, said);
      const work = (on: Table, tell: Outside['tell'], said: unknown, attempt: number) => {
        const mailer = { send: ({ to }: { readonly to: string }) => tell(to) };
        return fileMessage({ ...depsOn(on), ledger: mailLedger(on), mailer, zalo: mailer, inbound: inboundRepository(on), fetchPhoto: async () => undefined, checkPhoto: async () => undefined })(
          { messageKey: messageKeyOf(messageOfZalo(ZaloEvent.parse(said)) as InboundMessage), cause: { ...run, actor: 'system', causationId: run.correlationId, now: new Date(monday.getTime() + 300_000 * attempt) } });
      };
      const [first, second] = order;
      if (first === spoken) await work(table, async () => {}, first, 0);
      return async ({ table: on, outside, attempt }) => (first === spoken || await work(on, outside.tell, first, attempt) !== 'busy') && ['added', 'filed', 'gone'].includes(await work(on, outside.tell, second, attempt));
    } })),
    { door: 'channel.command', before: async () => async ({ table: on }) => { await inboundRepository(on).open('email', relay); return true; } },
    { door: 'count-corrections.schedule', before: async () => {
      await after(1)();
      return async ({ table: on }) => { await countCorrections({ feedback: depsOn(on).feedback, classifier: classifierRepository(on), rose: () => {} })({ now: new Date('2026-11-30T01:00:00Z') }); return true; };
    } },
    { door: TryRoutingRules.name, before: async () => { await sent(); return request(TryRoutingRules, dispatcher, { params: { agencyCode: office }, body: { rules: [] } }); } },
    { door: PublishRoutingRules.name, before: async () => { await steady(TryRoutingRules, dispatcher, { params: { agencyCode: office }, body: { rules: [] } }); return request(PublishRoutingRules, head, { params: { agencyCode: office }, body: { version: 0, rules: [] } }); } },
    { door: PostServiceRequest.name, before: async () => {
      const form = new URLSearchParams({ api_key: await apiKeyRepository(table).give('may-thu', 1000, monday), service_code: 'waste', lat: '9.76071', long: '105.45679', address_string: 'trước chợ', description: 'Rác đầy lề đường.' }).toString();
      return async ({ table: on }) => (await httpApi(open311Handlers(depsOn(on)), () => monday)({ version: '2.0', headers: { 'content-type': 'application/x-www-form-urlencoded' }, requestContext: { http: { method: 'POST', path: '/api/open311/v2/requests.json' } }, body: form })).statusCode < 300;
    } },
    // words of danger wait half an hour for somebody to sort them; five days after the answer nobody reopens any more; a year after a refusal what was kept is destroyed
    sweep('2026-11-23T01:45:00Z', after(0, { urgency: 'emergency' })), sweep('2026-11-28T01:30:00Z', after(5)), sweep('2027-11-23T01:30:00Z', async () => { const feedbackId = await after(0)(); await desk.act(desks.RefuseFeedback, dispatcher, feedbackId, { reason: 'spam' }); return feedbackId; }),
    // a post that is over: what lies there is laid back
    sweep('2026-11-23T01:45:00Z', async () => { const feedbackId = await after(2)(); await followPosts(depsOn(table))(told(fieldOfficer.personId, 1, [], [ward]), { now: monday }); return feedbackId; }),
    { door: 'follow-directory.queue', before: async () => async ({ table: on }) => { await followPosts(depsOn(on))(told(fieldOfficer.personId, 1, [fieldPost('2026-12-01'), { ...fieldPost(), agencyCode: otherWard }], [office]), { now: monday }); return true; } },
    consumer('count-feedback.queue', 5, (feedbackId) => async ({ table: on }) => (await countFeedback({ feedback: depsOn(on).feedback, map: countRepository(on) })(arrived(feedbackId))).size === 0),
    consumer('tell-reporters.queue', 1, (feedbackId) => async ({ table: on, outside, attempt }) =>
      (await tellReporters({ feedback: depsOn(on).feedback, ledger: mailLedger(on), mailer: { send: ({ to }) => outside.tell(to) }, siteOrigin })({ eventId: 'evt-1', feedbackId, occasion: 'accepted', now: new Date(monday.getTime() + 300_000 * attempt) })).busy === 0),
    consumer('tell-followers.queue', 1, async (feedbackId) => {
      await followed(true);
      return async ({ table: on, outside, attempt }) =>
        (await tellFollowers({ ...depsOn(on), ledger: mailLedger(on), mailer: { send: ({ to }) => outside.tell(to) }, siteOrigin })({ eventId: 'evt-1', time: monday.toISOString(), feedbackId, occasion: 'accepted', now: new Date(monday.getTime() + 300_000 * attempt) })).busy === 0;
    }),
    consumer('export-register.queue', 1, (feedbackId) => async ({ table: on, outside: { files } }) => (await exportRegister({ register: registerRepository(on), files, catalogue })(arrived(feedbackId))).size === 0),
    consumer('send-webhooks.queue', 1, async (feedbackId) => {
      for (const name of ['bao-thu', 'dai-thu']) await webhookRepository(table).subscribe({ name, url: `https://${name}.example.org`, since: '2026-11-01T00:00:00.000Z' });
      return async ({ table: on, outside }) => {
        const post = async ({ name }: { readonly name: string }) => { try { await outside.tell(name); return true; } catch { return false; } };
        await sendWebhooks({ feedback: depsOn(on).feedback, webhooks: webhookRepository(on), post, catalogue, siteOrigin, paused: () => {} })({ id: 'evt_1', time: monday.toISOString(), data: { feedbackId } }, 'feedback.accepted.v1', monday);
        return true;
      };
    }),
    { door: 'give-api-key.command', before: async () => async ({ table: on }) => (await apiKeyRepository(on).give('may-thu', 10, monday)).startsWith('may-thu.') },
    { door: 'webhook.command', before: async () => async ({ table: on }) => (await webhookRepository(on).subscribe({ name: 'bao-thu', url: 'https://bao-thu.example.org', since: monday.toISOString() })).length === 64 },
  ];
};
