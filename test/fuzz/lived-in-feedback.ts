import { apiKeyRepository } from '../../functions/feedback-classification/api-key.repository.ts';
import { mediaKey, trackingKey } from '../../functions/feedback-classification/feedback.keys.ts';
import { relayMac, zaloMac } from '../../functions/feedback-classification/inbound.ts';
import { inboundRepository } from '../../functions/feedback-classification/inbound.repository.ts';
import { subscriptionRepository } from '../../functions/feedback-classification/subscription.repository.ts';
import agencies from '../../infra/local/seed/agencies.json' with { type: 'json' };
import calendar from '../../infra/local/seed/calendar.json' with { type: 'json' };
import { AcceptFeedback, AnswerFeedback, ApproveAnswer, HandBackFeedback, PublishFeedback, RefuseFeedback, TakeFeedback } from '../../shared/contracts/feedback-desk.ts';
import { FollowArea } from '../../shared/contracts/feedback-follow.ts';
import { ReportFeedback } from '../../shared/contracts/feedback.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { newId } from '../../shared/kernel/ids.ts';
import { CalendarSpec } from '../../shared/kernel/working-time/calendar.ts';
import { directoryCopy } from '../../shared/runtime/directory-copy/directory-copy.ts';
import type { Table } from '../../shared/runtime/dynamo.ts';
import { put, update } from '../../shared/runtime/transaction.ts';
import { uploadKey } from '../../shared/runtime/uploads/upload.keys.ts';
import type { Known } from './values.ts';

type Ask = (route: Route, params: Record<string, string>, body?: unknown) => Promise<Record<string, unknown>>;
type World = { readonly table: Table; readonly ask: Ask; readonly owners: readonly string[]; readonly common: Known };

const text = 'Rác đổ đầy lề đường trước chợ.';
const place = { lat: 9.76071, long: 105.45679, words: 'trước chợ' };
const steps = {
  accept: [AcceptFeedback, { category: 'waste' }], keep: [AcceptFeedback, { category: 'waste', route: false }], refuse: [RefuseFeedback, { reason: 'spam' }], take: [TakeFeedback, {}], back: [HandBackFeedback, { reason: 'Không thuộc phường.' }],
  answer: [AnswerFeedback, { text: 'Đã dọn sạch.' }], approve: [ApproveAnswer, {}], publish: [PublishFeedback, {}],
} as const satisfies Record<string, readonly [Route, object]>;
const lives: readonly (readonly (keyof typeof steps)[])[] = [[], [], ['keep'], ['refuse'], ['accept'], ['accept', 'take'], ['accept', 'take'], ['accept', 'back'], ['accept', 'take', 'answer'], ['accept', 'take', 'answer', 'approve'], ['accept', 'take', 'answer', 'approve', 'publish'], ['accept', 'take', 'answer', 'approve', 'publish']];
/** Letting in and passing on at once are two steps of the history. */
const stepsOf = (name: keyof typeof steps): number => (name === 'accept' ? 2 : 1);

/** A report of every state, with what its fields may know of it. */
export const reportsOfEveryState = async ({ table, ask, owners, common }: World): Promise<Known[]> => {
  const copy = directoryCopy(table);
  await copy.keepCalendar(1, CalendarSpec.parse(calendar));
  for (const { code, name, level } of agencies.slice(0, 40)) await copy.keepAgency(1, { code, name, level: level as 'commune', validFrom: '2020-01-01' });
  const photo = async (owner = ''): Promise<string> => {
    const uploadId = newId('upl', new Date());
    await table.write(put({ ...uploadKey(uploadId), uploadId, owner, fileName: 'anh.jpg', contentType: 'image/jpeg', size: 1000, checksum: `${'A'.repeat(43)}=`, state: 'checked', requestedAt: new Date().toISOString() }));
    return uploadId;
  };
  const photos = await Promise.all([...owners, ...owners].map(photo));
  const apiKey = await apiKeyRepository(table).give('may-thu', 1_000_000, new Date());
  const subscriptions = subscriptionRepository(table);
  const subscribed = async (): Promise<Known> => {
    const email = `${newId('sub', new Date()).toLowerCase()}@example.vn`;
    await ask(FollowArea, {}, { email, area: '31321' });
    const [asked] = await subscriptions.ofAddress(email);
    return { subscriptionId: [asked?.subscriptionId ?? ''], key: [asked?.key ?? ''], all: [true, false] };
  };
  const channel = { secret: 'khoa-bi-mat-de-thu', appId: '1' };
  const inbound = inboundRepository(table);
  await Promise.all((['zalo', 'email'] as const).map((name) => inbound.open(name, channel)));
  /** Messages as the messengers tell them: of a person, of nobody, of anything. */
  const signed = (): Known => {
    const now = Date.now(), seconds = Math.floor(now / 1000);
    const event = (changes: object) => JSON.stringify({ app_id: '1', event_name: 'user_send_text', timestamp: String(now), sender: { id: 'z-1' }, message: { msg_id: newId('msg', new Date()), text }, ...changes });
    const mail = (changes: object) => JSON.stringify({ notificationType: 'Received', mail: { messageId: newId('msg', new Date()), source: 'a@example.vn', commonHeaders: { subject: 'Rác' } }, content: { text }, ...changes });
    return {
      'signed takeZaloMessage': [event({}), event({ message: { msg_id: '__proto__', text: '\u0000\ud800👍' } }), event({ event_name: 'follow', message: undefined }), event({ timestamp: '1000000000' }), event({ message: 7 })].map((body) => ({ body, headers: { 'x-zevent-signature': zaloMac(channel, body, /"timestamp":"(\d+)"/.exec(body)?.[1] ?? '') } })),
      'signed takeMail': [mail({}), mail({ content: { text: 'x'.repeat(90_000), attachments: [{ url: 'javascript:alert(1)' }] } }), mail({ mail: { messageId: 't-1', source: 'a@b', commonHeaders: {} } }), mail({ content: {} })].map((body) => ({ body, headers: { 'x-haugiang-signature': relayMac(channel, body, seconds) } })),
    };
  };
  const scenes: Known[] = [];
  let other = '';
  for (const life of lives) {
    const sent = await photo(owners[0]);
    const receipt = await ask(ReportFeedback, {}, { text, place, media: [sent] });
    const feedbackId = String((await table.get(trackingKey(String(receipt['trackingCode']))))?.['feedbackId']);
    await table.write(update(mediaKey(feedbackId, sent), { expression: 'SET checkedAt = :at, published = :yes', values: { ':at': new Date().toISOString(), ':yes': life.includes('publish') } }));
    let revision = 0;
    for (const name of life) {
      await ask(steps[name][0], { feedbackId }, { revision, ...steps[name][1] });
      revision += stepsOf(name);
    }
    scenes.push({
      ...common, ...await subscribed(), ...signed(), feedbackId: [feedbackId], revision: [revision], trackingCode: [receipt['trackingCode']], reporterKey: [receipt['reporterKey']], mediaId: [sent], uploadId: photos, media: [[], [], [photos[0]], [photos[1]]], into: [other === '' ? feedbackId : other],
      text: [text], place: [place], category: ['waste', 'noise'], agency: ['H30.19.01', 'H30.08'], agencyCode: ['H30.19.01', 'H30.01'], contentType: ['image/jpeg', 'video/mp4'], reason: ['Chưa rõ chỗ nào.', 'spam', 'insufficient'], officerId: ['officer-field-officer'],
      device: ['thiet-bi-0000000001'], contact: [{}], happenedAt: ['2026-11-19T08:00:00+07:00'], doneBy: ['2026-11-25T10:00:00.000Z'], lat: [String(place.lat)], long: [String(place.long)], zoom: ['12'], x: ['3247'], y: ['1937'], from: ['2026-11-01'], to: ['2026-11-30'], area: ['31321'], words: ['Cảm ơn.'], stars: [1, 5], boxes: [[], [{ x: 0.1, y: 0.1, width: 0.2, height: 0.2 }]], redrawn: photos, api_key: [apiKey], service_code: ['waste'], serviceCode: ['waste'], description: [text], address_string: [place.words], address_id: [''], media_url: [''], serviceRequestId: [receipt['trackingCode']], token: [receipt['trackingCode']], service_request_id: [receipt['trackingCode']], status: ['open', 'open,closed'], start_date: ['', '2026-11-01'], end_date: ['', '2026-11-30'], jurisdiction_id: ['', 'haugiang.gov.vn'], phone: ['0900000001'], email: ['congdan01@example.vn'],
      rules: [[], [{ id: 'cho', name: 'Rác ở chợ', priority: 10, categories: ['waste'], asset: 'chợ', to: { agency: 'H30.10' } }]], version: [0],
      tasks: [[{ agency: 'H30.19.01', text: 'Dọn rác.' }, { agency: 'H30.08', text: 'Đặt biển.' }]],
    });
    other = feedbackId;
  }
  return scenes;
};
