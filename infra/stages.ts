import * as z from 'zod';

/** Where citizens' identities come from: the national provider, or a pool of our own that stands in for it (never in production). */
const NationalIdentity = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stand-in-pool') }),
  z.object({ kind: z.literal('oidc'), issuer: z.url(), clientId: z.string(), authorizeUrl: z.url(), tokenUrl: z.url(), logoutUrl: z.url(), jwksUrl: z.url() }),
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
  /** an emulator: where it listens; absent on AWS */
  emulator: z.strictObject({ endpoint: z.url(), port: z.int() }).optional(),
});
export type Stage = z.infer<typeof Stage>;

/** What a deployment may say on the command line with `-c name=value`. */
export type StageContext = { siteOrigin?: string | undefined; endpoint?: string | undefined; endpointPort?: string | undefined };

const real = { region: 'ap-southeast-1', retainData: true, enforceTls: true, firewall: true, eventArchive: true, streamMaxRecordAgeSeconds: 86_400 };

/**
 * The national provider's addresses: realm `citizen` of sso.dancuquocgia.gov.vn (domain handbook, confirmed as an address, the client id is
 * issued to the province on registration and is replaced here then).
 */
const nationalProvider = {
  kind: 'oidc', issuer: 'https://sso.dancuquocgia.gov.vn/auth/realms/citizen', clientId: 'haugiang-dichvucong',
  authorizeUrl: 'https://sso.dancuquocgia.gov.vn/auth/realms/citizen/protocol/openid-connect/auth',
  tokenUrl: 'https://sso.dancuquocgia.gov.vn/auth/realms/citizen/protocol/openid-connect/token',
  logoutUrl: 'https://sso.dancuquocgia.gov.vn/auth/realms/citizen/protocol/openid-connect/logout',
  jwksUrl: 'https://sso.dancuquocgia.gov.vn/auth/realms/citizen/protocol/openid-connect/certs',
};

const table = (context: StageContext): Record<string, unknown> => ({
  local: {
    name: 'local', region: 'ap-southeast-1', siteOrigin: context.siteOrigin ?? 'http://localhost:8080', mailFrom: 'khong-tra-loi@haugiang.test',
    nationalIdentity: { kind: 'stand-in-pool' }, retainData: false, enforceTls: false, firewall: false, eventArchive: false, customDomain: false,
    documentLockDays: 1, logRetentionDays: 7, streamMaxRecordAgeSeconds: 60,
    emulator: { endpoint: context.endpoint ?? 'http://127.0.0.1:4566', port: Number(context.endpointPort ?? 4566) },
  },
  staging: {
    ...real, name: 'staging', siteOrigin: context.siteOrigin ?? 'https://thu-nghiem.dichvucong.haugiang.gov.vn', mailFrom: 'khong-tra-loi@thu-nghiem.haugiang.gov.vn',
    nationalIdentity: { kind: 'stand-in-pool' }, retainData: false, customDomain: true, documentLockDays: 1, logRetentionDays: 30,
  },
  production: {
    ...real, name: 'production', siteOrigin: context.siteOrigin ?? 'https://dichvucong.haugiang.gov.vn', mailFrom: 'khong-tra-loi@haugiang.gov.vn',
    nationalIdentity: nationalProvider, customDomain: true, documentLockDays: 3650, logRetentionDays: 365,
  },
});

/** The named stage, checked. Throws a sentence for an unknown name. */
export const stageOf = (name: string, context: StageContext = {}): Stage => {
  const row = table(context)[name];
  if (!row) throw new Error(`There is no stage "${name}": use local, staging or production.`);
  return Stage.parse(row);
};
