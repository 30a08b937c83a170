import * as z from 'zod';
import { DomainError } from './domain-error.ts';
import { statusNames } from './status-names.ts';

/** What a status does to the legal clock of the dossier. */
type ClockEffect = 'not-started' | 'running' | 'paused' | 'stopped';

type StatusName = (typeof statusNames)[number];

interface StatusFacts {
  readonly clock: ClockEffect;
  /** No transition leaves it. */
  readonly terminal: boolean;
  /** Column of the national report the dossier is counted in. */
  readonly reportedAs: 'none' | 'processed' | 'processing' | 'paused';
}

const facts: Readonly<Record<StatusName['key'], StatusFacts>> = {
  submitted: { clock: 'not-started', terminal: false, reportedAs: 'none' },
  accepted: { clock: 'running', terminal: false, reportedAs: 'processing' },
  refused: { clock: 'not-started', terminal: true, reportedAs: 'none' },
  processing: { clock: 'running', terminal: false, reportedAs: 'processing' },
  'supplement-required': { clock: 'paused', terminal: false, reportedAs: 'paused' },
  'payment-required': { clock: 'paused', terminal: false, reportedAs: 'paused' },
  withdrawn: { clock: 'stopped', terminal: true, reportedAs: 'processed' },
  stopped: { clock: 'stopped', terminal: false, reportedAs: 'paused' },
  finished: { clock: 'stopped', terminal: false, reportedAs: 'processed' },
  'handed-over': { clock: 'stopped', terminal: true, reportedAs: 'processed' },
};

/** The ten national statuses with what is known of each. */
export const dossierStatuses: readonly (StatusName & StatusFacts)[] = /* @__PURE__ */ statusNames.map((status) => ({ ...status, ...facts[status.key] }));

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
