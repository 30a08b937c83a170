import * as z from 'zod';
import { AgencyCode } from '../shared/kernel/agency-code.ts';

const Https = z.url({ protocol: /^https$/ });

/** Where citizens' identities come from: the national provider, or a pool of our own that stands in for it (never in production). */
const NationalIdentity = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stand-in-pool') }),
  z.object({ kind: z.literal('oidc'), issuer: Https, clientId: z.string().regex(/^\S{1,200}$/), authorizeUrl: Https, tokenUrl: Https, logoutUrl: Https, jwksUrl: Https }),
]);

const Stage = z.strictObject({
  name: z.enum(['local', 'staging', 'production']),
  region: z.string(),
  /** the one origin of site and API, as people type it */
  siteOrigin: z.url(),
  mailFrom: z.email(),
  nationalIdentity: NationalIdentity,
  /** data stores outlive their stack, and cannot be deleted by mistake */
  retainData: z.boolean(),
  /** refuse plain http on buckets and queues; an emulator speaks nothing else */
  enforceTls: z.boolean(),
  /** web application firewall before the distribution (a stack in us-east-1) */
  firewall: z.boolean(),
  /** replayable archive of the bus */
  eventArchive: z.boolean(),
  /** the names of the province in DNS; needs `-c certificateArn=` (us-east-1) */
  customDomain: z.boolean(),
  /** an issued paper cannot be altered or removed for this many days, by anyone */
  documentLockDays: z.int().positive(),
  logRetentionDays: z.union([z.literal(7), z.literal(30), z.literal(365)]),
  /** how many records a poisoned stream batch may hold up, in seconds */
  streamMaxRecordAgeSeconds: z.int().positive(),
  /** agencies' own systems that may ask for their dossiers, each for one agency */
  machines: z.array(z.strictObject({ name: z.string().regex(/^[a-z0-9-]{3,40}$/), agency: AgencyCode })).max(100).default([]),
  /** an emulator: where it listens; absent on AWS */
  emulator: z.strictObject({ endpoint: z.url(), port: z.int() }).optional(),
});
export type Stage = z.infer<typeof Stage>;

/** What a deployment may say with `-c name=value`, or in `cdk.context.json`. */
export const contextKeys = ['siteOrigin', 'endpoint', 'endpointPort', 'nationalClientId', 'nationalIssuer', 'nationalAuthorizeUrl', 'nationalTokenUrl', 'nationalLogoutUrl', 'nationalJwksUrl'] as const;
export type StageContext = { readonly [K in (typeof contextKeys)[number]]?: string | undefined };

const real = { region: 'ap-southeast-1', retainData: true, enforceTls: true, firewall: true, eventArchive: true, streamMaxRecordAgeSeconds: 86_400 };

/** Realm `citizen` of the national provider (domain handbook: confirmed as an address). */
const knownIssuer = 'https://sso.dancuquocgia.gov.vn/auth/realms/citizen';

/** Where and as whom the province asks the national provider. The provider gives the client id on registration, so every account says its own. */
const nationalProvider = ({ nationalClientId: clientId, nationalIssuer: issuer = knownIssuer, ...said }: StageContext): Record<string, unknown> => {
  const under = (path: string): string => `${issuer}/protocol/openid-connect/${path}`;
  return {
    kind: 'oidc', issuer, clientId, authorizeUrl: said.nationalAuthorizeUrl ?? under('auth'), tokenUrl: said.nationalTokenUrl ?? under('token'),
    logoutUrl: said.nationalLogoutUrl ?? under('logout'), jwksUrl: said.nationalJwksUrl ?? under('certs'),
  };
};

const table = (context: StageContext): Record<string, unknown> => ({
  local: {
    name: 'local', region: 'ap-southeast-1', siteOrigin: context.siteOrigin ?? 'http://localhost:8080', mailFrom: 'khong-tra-loi@haugiang.test',
    nationalIdentity: { kind: 'stand-in-pool' }, retainData: false, enforceTls: false, firewall: false, eventArchive: false, customDomain: false,
    machines: [{ name: 'mau-vithanh1', agency: 'H30.19.01' }], documentLockDays: 1, logRetentionDays: 7, streamMaxRecordAgeSeconds: 60,
    emulator: { endpoint: context.endpoint ?? 'http://127.0.0.1:4566', port: Number(context.endpointPort ?? 4566) },
  },
  staging: {
    ...real, name: 'staging', siteOrigin: context.siteOrigin ?? 'https://thu-nghiem.dichvucong.haugiang.gov.vn', mailFrom: 'khong-tra-loi@thu-nghiem.haugiang.gov.vn',
    nationalIdentity: { kind: 'stand-in-pool' }, retainData: false, customDomain: true, documentLockDays: 1, logRetentionDays: 30,
  },
  production: {
    ...real, name: 'production', siteOrigin: context.siteOrigin ?? 'https://dichvucong.haugiang.gov.vn', mailFrom: 'khong-tra-loi@haugiang.gov.vn',
    nationalIdentity: nationalProvider(context), customDomain: true, documentLockDays: 3650, logRetentionDays: 365,
  },
});

const rowOf = (name: string, context: StageContext): Record<string, unknown> => {
  const rows = table(context);
  if (!Object.hasOwn(rows, name)) throw new StageUnclear(`There is no stage "${name}": use ${Object.keys(rows).join(', ')}.`);
  return rows[name] as Record<string, unknown>;
};

/** A stage cannot be built from what was said; the message is one sentence for whoever deploys. */
export class StageUnclear extends Error {
  override readonly name = 'StageUnclear';
}

/** `nationalIdentity.clientId` is said as `nationalClientId`. */
const keyFor = (path: readonly PropertyKey[]): string => path.map(String).join('.').replace(/^nationalIdentity\.(\w)/, (_, first: string) => `national${first.toUpperCase()}`);

/** The named stage, checked. Throws `StageUnclear` for an unknown name, and for what is missing or malformed, by its context key. */
export const stageOf = (name: string, context: StageContext = {}): Stage => {
  const parsed = Stage.safeParse(rowOf(name, context));
  if (parsed.success) return parsed.data;
  const keys = [...new Set(parsed.error.issues.map(({ path }) => keyFor(path)))];
  throw new StageUnclear(`Stage ${name} needs ${keys.join(', ')}: say ${keys.map((key) => `-c ${key}=…`).join(' ')} to cdk, or write it into cdk.context.json (README, "To an account").`);
};

/** Where a stage lies, for those who work on what is deployed: nothing else of it needs to be said for that. */
export const whereIs = (name: string): Pick<Stage, 'region' | 'emulator'> => Stage.pick({ region: true, emulator: true }).parse(pick(rowOf(name, {})));
const pick = ({ region, emulator }: Record<string, unknown>): Record<string, unknown> => ({ region, ...(emulator === undefined ? {} : { emulator }) });
