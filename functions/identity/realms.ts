import * as z from 'zod';

const RealmSettings = z.object({ issuer: z.url(), clientId: z.string().min(1), authorizeUrl: z.url(), tokenUrl: z.url(), logoutUrl: z.url(), jwksUrl: z.url() });

/** Where each kind of person signs in. The two issuers are all that is believed. */
export const Realms = z.object({ national: RealmSettings, province: RealmSettings });
export type Realms = z.infer<typeof Realms>;
