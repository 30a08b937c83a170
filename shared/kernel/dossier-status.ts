import * as z from 'zod';
import { DomainError } from './domain-error.ts';
import type { Localised } from './localised.ts';

/** What a status does to the legal clock of the dossier. */
type ClockEffect = 'not-started' | 'running' | 'paused' | 'stopped';

interface DossierStatusRow {
  readonly code: number;
  readonly key: string;
  readonly name: Localised;
  readonly clock: ClockEffect;
  /** No transition leaves it. */
  readonly terminal: boolean;
  /** Column of the national report the dossier is counted in. */
  readonly reportedAs: 'none' | 'processed' | 'processing' | 'paused';
}

/** The ten statuses every portal of the country exchanges, numbered by the National Public Service Portal. */
export const dossierStatuses = [
  { code: 1, key: 'submitted', name: { vi: 'Mới đăng ký', en: 'Submitted' }, clock: 'not-started', terminal: false, reportedAs: 'none' },
  { code: 2, key: 'accepted', name: { vi: 'Được tiếp nhận', en: 'Accepted' }, clock: 'running', terminal: false, reportedAs: 'processing' },
  { code: 3, key: 'refused', name: { vi: 'Không được tiếp nhận', en: 'Refused' }, clock: 'not-started', terminal: true, reportedAs: 'none' },
  { code: 4, key: 'processing', name: { vi: 'Đang xử lý', en: 'In progress' }, clock: 'running', terminal: false, reportedAs: 'processing' },
  { code: 5, key: 'supplement-required', name: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'More papers needed' }, clock: 'paused', terminal: false, reportedAs: 'paused' },
  { code: 6, key: 'payment-required', name: { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Payment needed' }, clock: 'paused', terminal: false, reportedAs: 'paused' },
  { code: 7, key: 'withdrawn', name: { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawn by the applicant' }, clock: 'stopped', terminal: true, reportedAs: 'processed' },
  { code: 8, key: 'stopped', name: { vi: 'Dừng xử lý', en: 'Stopped' }, clock: 'stopped', terminal: false, reportedAs: 'paused' },
  { code: 9, key: 'finished', name: { vi: 'Đã xử lý xong', en: 'Result ready' }, clock: 'stopped', terminal: false, reportedAs: 'processed' },
  { code: 10, key: 'handed-over', name: { vi: 'Đã trả kết quả', en: 'Result handed over' }, clock: 'stopped', terminal: true, reportedAs: 'processed' },
] as const satisfies readonly DossierStatusRow[];

/** The national code, as stored and sent. `type` and `enum` are repeated for the OpenAPI document: its generator reads only the first of several literals. */
export const DossierStatusCode = /* @__PURE__ */ z
  .literal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 'dossier-status.unknown')
  .meta({ title: 'Dossier status, national code', type: 'integer', enum: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], examples: [2] });
export type DossierStatusCode = z.infer<typeof DossierStatusCode>;

export const DossierStatusKey = /* @__PURE__ */ z
  .enum(['submitted', 'accepted', 'refused', 'processing', 'supplement-required', 'payment-required', 'withdrawn', 'stopped', 'finished', 'handed-over'])
  .meta({ title: 'Dossier status', examples: ['accepted'] });
export type DossierStatusKey = z.infer<typeof DossierStatusKey>;

/** What is known of a status, by its national code or by its key. Throws `dossier-status.unknown`. */
export const dossierStatus = (codeOrKey: DossierStatusCode | DossierStatusKey): (typeof dossierStatuses)[number] => {
  const found = dossierStatuses.find((status) => status.code === codeOrKey || status.key === codeOrKey);
  if (found === undefined) throw new DomainError('dossier-status.unknown', String(codeOrKey));
  return found;
};

/** How a dossier came in; `kenh` is the number the national portal writes for it. */
export const channels = [
  { key: 'direct', kenh: 1, name: { vi: 'Trực tiếp', en: 'At the desk' } },
  { key: 'online', kenh: 2, name: { vi: 'Trực tuyến', en: 'Online' } },
  { key: 'post', kenh: 3, name: { vi: 'Bưu chính công ích', en: 'By public post' } },
] as const;

export const Channel = /* @__PURE__ */ z.enum(['direct', 'online', 'post']).meta({ title: 'Channel', examples: ['online'] });
export type Channel = z.infer<typeof Channel>;
