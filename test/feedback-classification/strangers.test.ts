import { beforeAll, describe, expect, test } from 'vitest';
import { ownerOf } from '../../functions/feedback-classification/report-feedback.ts';
import { routesByWorkflow } from '../../shared/contracts/all-routes.ts';
import type { Route } from '../../shared/contracts/route.ts';
import type { Actor, Officer } from '../../shared/runtime/actor.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { apiOn, citizen, depsOn, deskOf, device, draft, nobody, otherWard, photo, ward, type Api } from './support/desk.ts';

const routes: readonly Route[] = routesByWorkflow['feedback-classification'];
const guarded = routes.filter(({ access }) => access.some((way) => 'rows' in way && (way.rows === 'own' || way.rows === 'own-agency')));
const unknown = { feedbackId: 'fbk_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', trackingCode: 'HG-0000-0000-0000', uploadId: 'upl_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', agencyCode: 'H30.99.99' };

/** What an act needs besides the revision, so that nothing but the row can be what it is refused for. */
const text = 'Đã dọn sạch.', reason = 'Có lý do.', reporterKey = '0'.repeat(32);
const bodies: Readonly<Record<string, (uploadId: string) => Record<string, unknown>>> = {
  acceptFeedback: () => ({ category: 'waste' }), changeFeedback: () => ({ category: 'noise', reason }), mergeFeedback: () => ({ into: unknown.feedbackId }), splitFeedback: () => ({ tasks: [{ agency: ward, text }, { agency: otherWard, text }] }), refuseFeedback: () => ({ reason: 'spam' }),
  assignFeedback: () => ({ officerId: 'field-officer-H30.19.01' }), handBackFeedback: () => ({ reason }), reportFeedbackProgress: (uploadId) => ({ text, media: [uploadId] }), extendFeedback: () => ({ reason }), answerFeedback: (uploadId) => ({ text, media: [uploadId] }),
  sendBackAnswer: () => ({ reason }), returnAnswer: () => ({ reason }), checkMedia: () => ({ boxes: [] }), reportByHotline: () => ({ text, place: { words: 'chợ' } }), tryRoutingRules: () => ({ rules: [] }), publishRoutingRules: () => ({ version: 0, rules: [] }),
  rateFeedback: () => ({ reporterKey, stars: 4 }), reopenFeedback: () => ({ reporterKey, reason }), openOwnFeedback: () => ({ reporterKey }), forgetMe: () => ({ reporterKey }),
};

/** Who may call the route and has nothing to do with the row: of every role it names, in another ward; any other citizen, and nobody with another device. */
const strangersTo = ({ access }: Route): Actor[] => access.flatMap((way): Actor[] => {
  if (way.kind === 'officer') return way.roles.map((role): Officer => ({ kind: 'officer', subject: `${role}-elsewhere`, personId: 'per_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', username: role, name: 'Cán bộ nơi khác', posts: [{ agency: otherWard, role, from: '2020-01-01' }] }));
  return way.kind === 'citizen' ? [{ ...citizen, subject: 'citizen-2' }] : [nobody];
});

let call: Api;
let row: typeof unknown & { readonly mediaId: string };
beforeAll(async () => {
  const table = memoryDynamo().table('feedback');
  call = apiOn(depsOn(table));
  const sent = await photo(table, ownerOf(nobody, device));
  const { feedbackId, trackingCode } = await deskOf(table, call).report({ media: [sent] });
  row = { feedbackId, trackingCode, uploadId: await photo(table, 'citizen:citizen-1'), agencyCode: ward, mediaId: sent };
});
const asking = (route: Route, { mediaId = unknown.uploadId, ...ids }: typeof unknown & { mediaId?: string }): Parameters<Api>[2] => {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const values: Record<string, string> = { ...ids, mediaId, queue: 'working' };
  const body = { ...(route.path.includes('{feedbackId}') ? { revision: 0 } : {}), ...bodies[route.name]?.(ids.uploadId) };
  return { params: Object.fromEntries(names.map((name) => [name, values[name] ?? ''])), ...(route.method === 'GET' ? {} : { body }) };
};

/** There is no row of another to ask for: they list or make the caller's own. */
const ownByMaking = ['listMyFeedback', 'requestFeedbackUpload', 'requestDeskMedia'];
/** What is public of a report is known to be there; only who sent it is asked for. */
const ofReporter = ['openOwnFeedback', 'rateFeedback', 'reopenFeedback', 'forgetMe'];

describe('rows of others', () => {
  test.each(guarded.filter(({ name }) => ![...ownByMaking, ...ofReporter].includes(name)).map((route) => [route.name, route] as const))('%s: another’s row looks like one that does not exist', async (_, route) => {
    for (const stranger of strangersTo(route)) {
      const [theirs, absent] = [await call(route, stranger, asking(route, row)), await call(route, stranger, asking(route, unknown))].map(({ status, body: { correlationId: _one, ...body } }) => ({ status, body }));
      expect(theirs, stranger.kind).toMatchObject({ status: 404, body: { code: 'not-found' } });
      expect(theirs).toEqual(absent);
    }
  });

  test.each(guarded.filter(({ name }) => ofReporter.includes(name)).map((route) => [route.name, route] as const))('%s: is for whoever sent the report, or holds its key', async (_, route) => {
    for (const stranger of strangersTo(route)) expect((await call(route, stranger, asking(route, row))).body).toMatchObject({ code: 'not-the-reporter' });
    expect((await call(route, nobody, asking(route, unknown))).body).toMatchObject({ code: 'feedback-unknown' });
  });

  test('own lists hold own rows only', async () => {
    const list = routes.find(({ name }) => name === 'listMyFeedback') as Route;
    expect((await call(routes.find(({ name }) => name === 'reportFeedback') as Route, citizen, { body: draft() })).status).toBe(201);
    expect((await call(list, citizen)).body['items']).toHaveLength(1);
    expect((await call(list, { ...citizen, subject: 'citizen-2' })).body['items']).toEqual([]);
  });
});
