import type * as z from 'zod';
import type { GetServiceDefinition, Service, ServiceRequest } from '../../shared/contracts/open311.ts';
import { isOpenFeedback, nameOfFeedbackState } from '../../shared/kernel/feedback-state.ts';
import { localTime } from '../../shared/kernel/vietnam-time.ts';
import { categoryOf, type Catalogue } from './catalogue.ts';
import { isPublic } from './feedback.ts';
import type { FeedbackRecord, Registered } from './ports.ts';
import { pinOf } from './rows.ts';
import { feedbackView } from './views.ts';

/** What a matter is called that nobody has sorted yet. */
const unsorted = 'other';

export const serviceView = ({ code, name, group }: Catalogue['categories'][number]): z.input<typeof Service> =>
  ({ service_code: code, service_name: name.vi, description: name.en, metadata: true, type: 'realtime', keywords: `${name.vi.toLowerCase()}, ${name.en.toLowerCase()}`, group });

/** What is asked besides, the same for every service. */
export const attributes = (): z.input<(typeof GetServiceDefinition)['ok']['body']>['attributes'] => [
  { variable: true, code: 'urgency', datatype: 'singlevaluelist', required: false, datatype_description: 'Mức khẩn cấp', order: 1, description: 'Việc này có nguy hiểm ngay không?', values: [{ key: 'normal', name: 'Bình thường' }, { key: 'emergency', name: 'Khẩn cấp' }] },
  { variable: true, code: 'happened_at', datatype: 'datetime', required: false, datatype_description: 'Ngày giờ có múi giờ, ví dụ 2026-11-22T09:00:00+07:00', order: 2, description: 'Việc xảy ra lúc nào?', values: [] },
];

type Told = Registered & { readonly notes?: string | undefined };

/** A line of the register as Open311 tells it. It knows open and closed alone: the state itself stands beside. */
export const requestView = (told: Told, { categories }: Catalogue, siteOrigin: string): z.input<typeof ServiceRequest> => {
  const category = categoryOf({ categories }, told.category) ?? categoryOf({ categories }, unsorted);
  return {
    service_request_id: told.trackingCode, status: isOpenFeedback(told.state) ? 'open' : 'closed', status_notes: told.notes ?? nameOfFeedbackState(told.state).vi, service_name: category?.name.vi ?? unsorted, service_code: category?.code ?? unsorted,
    description: told.publicText ?? null, agency_responsible: told.agency ?? null, service_notice: null, requested_datetime: localTime(told.reportedAt), updated_datetime: localTime(told.updatedAt), expected_datetime: told.promisedAt === undefined ? null : localTime(told.promisedAt),
    address: told.words ?? null, address_id: null, zipcode: null, lat: told.lat ?? null, long: told.long ?? null, media_url: told.photo === undefined ? null : `${siteOrigin}/api/open311/v2/media/${told.trackingCode}/${told.photo}`,
    extended_attributes: { detailed_status: told.state },
  };
};

/** A report by its code, which whoever sent it holds: before it is let in, and of a private one, that it exists and how it stands. */
export const registeredOf = (record: FeedbackRecord, catalogue: Catalogue, now: Date): Told => {
  const view = feedbackView(record, catalogue, now);
  const { lat: _lat, long: _long, text: _text, ...pin } = pinOf(record, record.tally.voices);
  const photo = view.media.find(({ contentType }) => contentType !== 'video/mp4')?.mediaId;
  const notes = view.answer?.text ?? (view.refusal === undefined ? undefined : [view.refusal.name.vi, view.refusal.words ?? ''].filter((one) => one !== '').join(': '));
  return {
    ...pin, updatedAt: record.history.at(-1)?.at ?? record.report.reportedAt, ...(view.agency === undefined ? {} : { agency: view.agency.name }), ...(photo === undefined ? {} : { photo }), ...(notes === undefined ? {} : { notes }),
    ...(isPublic(record) && view.text !== undefined ? { publicText: view.text } : {}),
    ...(view.place?.lat === undefined ? {} : { lat: view.place.lat }), ...(view.place?.long === undefined ? {} : { long: view.place.long }), ...(view.place?.words === undefined ? {} : { words: view.place.words }),
  };
};
