import * as z from 'zod';
import { FeedbackState } from '../kernel/feedback-state.ts';
import { TrackingCode, UploadId } from '../kernel/ids.ts';
import { IsoDate, IsoInstant } from '../kernel/vietnam-time.ts';
import { anyone, keyHolder } from './access.ts';
import { Contact, ReportText, Urgency, Words } from './feedback-shapes.ts';
import { defineRoute, type Dialect } from './route.ts';

/**
 * Open311 GeoReport v2 (frozen specification, wiki.open311.org/GeoReport_v2): the names, shapes and errors are its own, so
 * that clients written for it work here. What it does not know goes into `extended_attributes`.
 */
export const jurisdictionId = 'haugiang.gov.vn';
/** More is not given at once, nor looked for further back, than the specification says. */
export const mostRequests = 1000;
export const mostDays = 90;

export const Open311Errors = z.array(z.object({ code: z.int(), description: z.string() })).meta({ id: 'Open311Errors', title: 'Errors of Open311' });

/** The specification knows 400, 403 and 404; how long to wait, and our own failures, keep the status of HTTP. */
const kept = new Set([403, 404, 413, 429, 500, 503]);
const statusOf = (status: number): number => (kept.has(status) ? status : 400);
const dialect = (root: string): Dialect => ({
  root, statusOf,
  members: { services: 'service', attributes: 'attribute', values: 'value', service_requests: 'request', errors: 'error', endpoints: 'endpoint', formats: 'format' },
  refusal: ({ status, title, titleEn, errors = [] }) => {
    const code = statusOf(status);
    const said = errors.map(({ pointer, vi, en }) => `${pointer.split('/').at(-1)}: ${vi} / ${en}`);
    return { root: 'errors', body: (said.length > 0 ? said : [`${title} / ${titleEn}`]).map((description) => ({ code, description })) };
  },
});

/** An argument that is empty counts as one that was not passed. */
const given = <S extends z.ZodType>(shape: S) => z.preprocess((value) => (value === '' ? undefined : value), shape.optional());
/** A plus that was not encoded arrives as a space. A day begins at midnight of Việt Nam. */
const Moment = given(z.preprocess((value) => (typeof value === 'string' ? value.replace(' ', '+') : value), z.union([IsoInstant, IsoDate])));
/** Values parted by commas. */
const List = <S extends z.ZodType<string, string>>(most: number, one: S) => given(z.string().max(40 * most).regex(/^[^,\s]+(\s*,\s*[^,\s]+)*$/, 'field.malformed').transform((text) => text.split(',').map((part) => part.trim())).pipe(z.array(one).max(most)));
const asked = { jurisdiction_id: given(z.string().max(100)) };
const Degrees = given(z.coerce.number('field.type').min(-180, 'place.out-of-range').max(180, 'place.out-of-range'));

export const Service = z.object({
  service_code: z.string(), service_name: z.string(), description: z.string(), metadata: z.boolean(), type: z.enum(['realtime', 'batch', 'blackbox']), keywords: z.string(), group: z.string(),
}).meta({ id: 'Open311Service', title: 'Service' });
const Attribute = z.object({
  variable: z.boolean(), code: z.string(), datatype: z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']), required: z.boolean(),
  datatype_description: z.string(), order: z.int(), description: z.string(), values: z.array(z.object({ key: z.string(), name: z.string() })),
});
export const ServiceRequest = z.object({
  service_request_id: z.string(), status: z.enum(['open', 'closed']), status_notes: z.string().nullable(), service_name: z.string(), service_code: z.string(), description: z.string().nullable(),
  agency_responsible: z.string().nullable(), service_notice: z.string().nullable(), requested_datetime: IsoInstant, updated_datetime: IsoInstant, expected_datetime: IsoInstant.nullable(),
  address: z.string().nullable(), address_id: z.string().nullable(), zipcode: z.string().nullable(), lat: z.number().nullable(), long: z.number().nullable(), media_url: z.string().nullable(),
  extended_attributes: z.object({ detailed_status: FeedbackState }),
}).meta({ id: 'Open311Request', title: 'Service request' });
export type ServiceRequest = z.infer<typeof ServiceRequest>;

const common = ['jurisdiction-unknown'] as const;
export const GetDiscovery = defineRoute({
  name: 'getDiscovery', method: 'GET', path: '/open311/v2/discovery', access: [anyone()], dialect: dialect('discovery'),
  summary: { vi: 'Giới thiệu giao diện Open311', en: 'Where Open311 is served here, and in which formats' }, query: () => z.object({ ...asked }), problems: [...common],
  ok: { status: 200, body: () => z.object({ changeset: IsoInstant, contact: z.string(), key_service: z.string(), endpoints: z.array(z.object({ specification: z.string(), url: z.string(), changeset: IsoInstant, type: z.enum(['production', 'test']), formats: z.array(z.string()) })) }) },
});
export const ListServices = defineRoute({
  name: 'listServices', method: 'GET', path: '/open311/v2/services', access: [anyone()], dialect: dialect('services'),
  summary: { vi: 'Open311: các loại phản ánh', en: 'Open311: the services' }, query: () => z.object({ ...asked }), ok: { status: 200, body: () => z.array(Service) }, problems: [...common],
});
export const GetServiceDefinition = defineRoute({
  name: 'getServiceDefinition', method: 'GET', path: '/open311/v2/services/{serviceCode}', access: [anyone()], dialect: dialect('service_definition'),
  summary: { vi: 'Open311: thông tin hỏi thêm của một loại phản ánh', en: 'Open311: what is asked besides, for a service' }, params: () => z.object({ serviceCode: z.string().max(60).meta({ examples: ['roads'] }) }), query: () => z.object({ ...asked }),
  ok: { status: 200, body: () => z.object({ service_code: z.string(), attributes: z.array(Attribute) }) }, problems: [...common, 'service-unknown'],
});
export const PostServiceRequest = defineRoute({
  name: 'postServiceRequest', method: 'POST', path: '/open311/v2/requests', access: [keyHolder()], dialect: dialect('service_requests'), form: true,
  summary: { vi: 'Open311: gửi phản ánh', en: 'Open311: report something; the same form again on the same day is the same report' },
  query: () => z.object({ ...asked, api_key: given(z.string().max(200)) }),
  body: () => z.object({
    ...asked, api_key: given(z.string().max(200)), service_code: given(z.string().max(60).meta({ examples: ['roads'] })), lat: Degrees, long: Degrees, address_string: Words(250), address_id: Words(40), description: ReportText,
    email: given(Contact.shape.email.unwrap()), phone: given(Contact.shape.phone.unwrap()), first_name: given(Contact.shape.name.unwrap()), last_name: given(Contact.shape.name.unwrap()), device_id: given(z.string().max(200)), account_id: given(z.string().max(200)), media_url: Words(1000),
    'attribute[urgency]': given(Urgency), 'attribute[happened_at]': Moment,
  }).catchall(z.string().max(2000)),
  ok: { status: 200, body: () => z.array(z.object({ service_request_id: z.string(), service_notice: z.string().nullable(), account_id: z.string().nullable() })) },
  problems: [...common, 'service-unknown', 'service-code-missing', 'api-key-missing', 'api-key-unknown', 'api-key-spent', 'report-says-nothing', 'place-missing', 'place-at-zero', 'place-swapped', 'time-in-future', 'category-retired', 'sent-too-often'],
});
export const ListServiceRequests = defineRoute({
  name: 'listServiceRequests', method: 'GET', path: '/open311/v2/requests', access: [anyone()], dialect: dialect('service_requests'),
  summary: { vi: 'Open311: danh sách phản ánh công khai', en: 'Open311: the public register, newest first; of the last 90 days where no dates are given' },
  query: () => z.object({ ...asked, service_request_id: List(50, z.string()), service_code: List(30, z.string()), status: List(2, z.enum(['open', 'closed'])), start_date: Moment, end_date: Moment }),
  ok: { status: 200, body: () => z.array(ServiceRequest) }, problems: [...common, 'dates-too-far-apart'],
});
export const GetServiceRequest = defineRoute({
  name: 'getServiceRequest', method: 'GET', path: '/open311/v2/requests/{serviceRequestId}', access: [anyone()], dialect: dialect('service_requests'),
  summary: { vi: 'Open311: một phản ánh', en: 'Open311: one request by its code' }, params: () => z.object({ serviceRequestId: TrackingCode }), query: () => z.object({ ...asked }),
  ok: { status: 200, body: () => z.array(ServiceRequest) }, problems: [...common, 'feedback-unknown'],
});
export const GetRequestIdByToken = defineRoute({
  name: 'getRequestIdByToken', method: 'GET', path: '/open311/v2/tokens/{token}', access: [anyone()], dialect: dialect('service_requests'),
  summary: { vi: 'Open311: mã phản ánh theo thẻ', en: 'Open311: the id of a request by its token; here both are the same, and known at once' }, params: () => z.object({ token: TrackingCode }), query: () => z.object({ ...asked }),
  ok: { status: 200, body: () => z.array(z.object({ service_request_id: z.string(), token: z.string() })) }, problems: [...common, 'feedback-unknown'],
});
/** What `media_url` leads to: an address that lasts, unlike the link behind it. */
export const FollowMedia = defineRoute({
  name: 'followMedia', method: 'GET', path: '/open311/v2/media/{trackingCode}/{mediaId}', access: [anyone()],
  summary: { vi: 'Open311: ảnh đã công khai', en: 'Open311: a published photo or film' }, params: () => z.object({ trackingCode: TrackingCode, mediaId: UploadId }),
  ok: { status: 302 }, problems: ['feedback-unknown', 'not-found'],
});

export const open311Routes = [GetDiscovery, ListServices, GetServiceDefinition, PostServiceRequest, ListServiceRequests, GetServiceRequest, GetRequestIdByToken, FollowMedia] as const;
