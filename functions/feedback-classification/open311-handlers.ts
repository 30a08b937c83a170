import type * as z from 'zod';
import { FollowMedia, GetDiscovery, GetRequestIdByToken, GetServiceDefinition, GetServiceRequest, jurisdictionId, ListServiceRequests, ListServices, mostDays, mostRequests, PostServiceRequest } from '../../shared/contracts/open311.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { normaliseTrackingCode } from '../../shared/kernel/ids.ts';
import { atLocal, localDate } from '../../shared/kernel/vietnam-time.ts';
import type { Machine } from '../../shared/runtime/actor.ts';
import { on } from '../../shared/runtime/http.ts';
import { reply } from '../../shared/runtime/reply.ts';
import { requestKeyOf } from '../../shared/runtime/request-key.ts';
import { categoryOf } from './catalogue.ts';
import { linkMedia } from './link-media.ts';
import { attributes, registeredOf, requestView, serviceView } from './open311-views.ts';
import type { FeedbackDeps, FeedbackRecord } from './ports.ts';
import { openByCode } from './public-acts.ts';
import { reportFeedback, type ReportCommand } from './report-feedback.ts';

const changeset = '2026-11-23T00:00:00+07:00';
const dayMilliseconds = 86_400_000;

const requireJurisdiction = ({ jurisdiction_id: asked }: { readonly jurisdiction_id?: string | undefined }): void => {
  if (asked !== undefined && asked !== jurisdictionId) throw new DomainError('jurisdiction-unknown', undefined, { pointers: ['/query/jurisdiction_id'] });
};

const instantOf = (text: string): string => (text.length === 10 ? atLocal(text, '00:00') : new Date(text)).toISOString();
/** From when to when: the last ninety days, those after a start or before an end, or what lies between both. Throws `dates-too-far-apart`. */
const spanOf = ({ start_date: start, end_date: end }: { readonly start_date?: string | undefined; readonly end_date?: string | undefined }, now: Date): { from: string; to: string } => {
  const most = mostDays * dayMilliseconds;
  const to = end === undefined ? (start === undefined ? now.toISOString() : new Date(Math.min(now.getTime(), Date.parse(instantOf(start)) + most)).toISOString()) : instantOf(end);
  const from = start === undefined ? new Date(Date.parse(to) - most).toISOString() : instantOf(start);
  if (start !== undefined && end !== undefined && (from > to || Date.parse(to) - Date.parse(from) > most)) throw new DomainError('dates-too-far-apart', undefined, { pointers: ['/query/start_date'] });
  return { from, to };
};

type Form = z.output<(typeof PostServiceRequest)['body']>;
const mentioned = (values: readonly (readonly [string, string | undefined])[]): string[] => values.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [`${name}: ${value}`]));
/** What the form says that a report has no field for is kept in its words: nothing that was entered is lost. */
const wordsOf = (form: Form): string => {
  const more = Object.entries(form).flatMap(([name, value]) => { const [, code] = /^attribute\[([^\]]{1,60})\](?:\[\])?$/.exec(name) ?? []; return code === undefined || code === 'urgency' || code === 'happened_at' ? [] : [[code, String(value)] as const]; });
  return [form.description, ...mentioned([...more, ['media_url', form.media_url]])].filter((line) => line !== '').join('\n');
};

const commandOf = (form: Form, category: string): Omit<ReportCommand, 'asked'> => {
  const name = [form.last_name, form.first_name].flatMap((part) => part ?? []).join(' ');
  const happenedAt = form['attribute[happened_at]'];
  return {
    channel: 'open311', category, text: wordsOf(form), urgency: form['attribute[urgency]'] ?? 'normal', visibility: 'public', media: [],
    place: { words: [form.address_string, form.address_id].filter((part) => part !== '').join(', '), confirmed: false, ...(form.lat === undefined ? {} : { lat: form.lat }), ...(form.long === undefined ? {} : { long: form.long }) },
    contact: { ...(name === '' ? {} : { name }), ...(form.phone === undefined ? {} : { phone: form.phone }), ...(form.email === undefined ? {} : { email: form.email }) },
    ...(happenedAt === undefined ? {} : { happenedAt: instantOf(happenedAt) }),
  };
};

/** What answers other systems that speak Open311 GeoReport v2. */
export const open311Handlers = (deps: FeedbackDeps) => {
  const { catalogue, siteOrigin } = deps;
  const [open, report, link] = [openByCode(deps), reportFeedback(deps), linkMedia(deps)];
  const url = `${siteOrigin}/api/open311/v2`;
  const shown = (record: FeedbackRecord, now: Date) => requestView(registeredOf(record, catalogue, now), catalogue, siteOrigin);
  const serviceOf = (code: string) => {
    const found = categoryOf(catalogue, code);
    if (found === undefined) throw new DomainError('service-unknown');
    return found;
  };
  const byIds = async (ids: readonly string[], now: Date) => (await Promise.all(ids.map(async (id) => {
    try {
      return [shown(await open(normaliseTrackingCode(id)), now)];
    } catch (error) {
      if (error instanceof DomainError && error.code === 'feedback-unknown') return [];
      throw error;
    }
  }))).flat();
  return [
    on(GetDiscovery, ({ query }) => {
      requireJurisdiction(query);
      return {
        changeset, contact: `Phản ánh hiện trường Hậu Giang: ${siteOrigin}`, key_service: `Khóa api_key do Văn phòng UBND tỉnh cấp: ${siteOrigin}`,
        endpoints: [{ specification: 'http://wiki.open311.org/GeoReport_v2', url, changeset, type: 'production' as const, formats: ['text/xml', 'application/json'] }],
      };
    }),
    on(ListServices, ({ query }) => { requireJurisdiction(query); return catalogue.categories.filter(({ retired }) => !retired).map(serviceView); }),
    on(GetServiceDefinition, ({ params, query }) => { requireJurisdiction(query); return { service_code: serviceOf(params.serviceCode).code, attributes: attributes() }; }),
    on(PostServiceRequest, async ({ query, body, cause, now }) => {
      requireJurisdiction({ jurisdiction_id: body.jurisdiction_id ?? query.jurisdiction_id });
      const name = await deps.keys.use(body.api_key ?? query.api_key, now);
      if (body.service_code === undefined) throw new DomainError('service-code-missing', undefined, { pointers: ['/body/service_code'] });
      const { code } = serviceOf(body.service_code);
      const { api_key: _secret, ...form } = body;
      const system: Machine = { kind: 'machine', clientId: `open311:${name}`, scopes: [], agency: catalogue.settings.intakeAgency };
      // the interface has no key against double sending: a client that lost our answer and sends the same form again means the same report
      const requestKey = requestKeyOf(system.clientId, PostServiceRequest.name, localDate(now) + JSON.stringify(Object.entries(form).toSorted(([a], [b]) => (a < b ? -1 : 1))), form);
      const record = await report({ ...commandOf(form, code), asked: { requestKey, cause: { ...cause, actor: 'machine' } } }, system);
      return [{ service_request_id: record.report.trackingCode, service_notice: null, account_id: form.account_id ?? null }];
    }),
    on(ListServiceRequests, async ({ query, now }) => {
      requireJurisdiction(query);
      if (query.service_request_id !== undefined) return byIds(query.service_request_id, now);
      const [status, ...both] = [...new Set(query.status ?? [])];
      const state = both.length === 0 ? status : undefined;
      const found = await deps.register.within({ ...spanOf(query, now), categories: query.service_code, state }, mostRequests);
      return found.map((told) => requestView(told, catalogue, siteOrigin));
    }),
    on(GetServiceRequest, async ({ params, query, now }) => { requireJurisdiction(query); return [shown(await open(params.serviceRequestId), now)]; }),
    on(GetRequestIdByToken, async ({ params, query }) => {
      requireJurisdiction(query);
      const { report: { trackingCode } } = await open(params.token);
      return [{ service_request_id: trackingCode, token: trackingCode }];
    }),
    on(FollowMedia, async ({ params, now }) => reply({ location: (await link(await open(params.trackingCode), params.mediaId, { now, published: true })).url })),
  ];
};
