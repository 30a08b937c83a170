import { hash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { Realm } from '../../shared/contracts/identity.ts';

/**
 * One begun sign-in, kept in a cookie of its own until the person comes back, so that two tabs do not disturb each other
 * and nothing is stored for those who never do. `verifier` proves that the browser that comes back is the one that left.
 */
export const SignInAttempt = z.object({ realm: Realm, verifier: z.string().min(43).max(128), nonce: z.string().min(20).max(64), returnTo: z.string().max(2000) });
export type SignInAttempt = z.infer<typeof SignInAttempt>;

const randomText = (): string => randomBytes(32).toString('base64url');

export const newAttempt = (realm: Realm, returnTo: string): { state: string; attempt: SignInAttempt } =>
  ({ state: randomText(), attempt: { realm, verifier: randomText(), nonce: randomText(), returnTo } });

/** RFC 7636, S256. */
export const challengeOf = (verifier: string): string => hash('sha256', verifier, 'base64url');

export const encodeAttempt = (attempt: SignInAttempt): string => Buffer.from(JSON.stringify(attempt), 'utf8').toString('base64url');

/** The attempt of a cookie, or undefined where it is none. */
export const decodeAttempt = (text: string): SignInAttempt | undefined => {
  try {
    return SignInAttempt.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
};

/** The shape of a state of ours; anything else names no attempt. */
export const isState = (text: string | undefined): text is string => text !== undefined && /^[A-Za-z0-9_-]{43}$/.test(text);
