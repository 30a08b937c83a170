import * as z from 'zod';
import { ExercisedPost, Role, anyone, citizen, officer } from './access.ts';
import { defineRoute } from './route.ts';

/** `national`: citizens through the national identity provider. `province`: officers through the province's own pool. */
export const Realm = z.enum(['national', 'province']);
export type Realm = z.infer<typeof Realm>;

/** A path on our own site, never another origin. */
const ReturnPath = z.string().max(500).regex(/^\/(?![/\\])[^\\\s]*$/);

export const SessionView = z.discriminatedUnion('kind', [
  /** `ended`: somebody was signed in on this browser not long ago, and renewing may bring the session back */
  z.object({ kind: z.literal('nobody'), ended: z.literal(true).optional() }),
  z.object({ kind: z.literal('citizen'), name: z.string(), email: z.string().optional() }),
  z.object({ kind: z.literal('officer'), name: z.string(), posts: z.array(ExercisedPost) }),
]).meta({ id: 'Session', title: 'Session', description: 'Who is signed in, for the page to show.' });
export type SessionView = z.infer<typeof SessionView>;

export const SignIn = defineRoute({
  name: 'signIn', method: 'GET', path: '/auth/{realm}/sign-in', access: [anyone()],
  summary: { vi: 'Bắt đầu đăng nhập', en: 'Begin signing in (authorization code with PKCE)' },
  params: () => z.object({ realm: Realm }), query: () => z.object({ return: ReturnPath.default('/') }),
  ok: { status: 302 }, problems: ['return-path-refused'],
});
export const SignInCallback = defineRoute({
  name: 'signInCallback', method: 'GET', path: '/auth/{realm}/callback', access: [anyone()],
  summary: { vi: 'Kết thúc đăng nhập', en: 'Finish signing in: exchange the code, set the cookies' },
  params: () => z.object({ realm: Realm }),
  query: () => z.object({ code: z.string().max(2048).optional(), state: z.string().max(200).optional(), error: z.string().max(200).optional(), error_description: z.string().max(500).optional() }),
  ok: { status: 302 }, problems: ['sign-in-refused', 'session-too-large'],
});
export const RefreshSession = defineRoute({
  name: 'refreshSession', method: 'POST', path: '/auth/refresh', access: [anyone()],
  summary: { vi: 'Gia hạn phiên', en: 'Renew the access cookie from the refresh cookie' },
  ok: { status: 200, body: SessionView }, problems: ['session-expired'],
});
export const SignOut = defineRoute({
  name: 'signOut', method: 'POST', path: '/auth/sign-out', access: [anyone()],
  summary: { vi: 'Đăng xuất', en: 'Revoke the refresh token and clear the cookies; answers where to go next' },
  ok: { status: 200, body: () => z.object({ location: z.string() }) }, problems: [],
});
export const WhoAmI = defineRoute({
  name: 'whoAmI', method: 'GET', path: '/auth/me',
  // anyone may ask; naming the signed-in kinds has the authoriser look at the session first
  access: [anyone(), citizen('none'), officer(Role.options, 'none')],
  summary: { vi: 'Tôi là ai', en: 'Who is signed in' },
  ok: { status: 200, body: SessionView }, problems: [],
});

export const identityRoutes = [SignIn, SignInCallback, RefreshSession, SignOut, WhoAmI] as const;
