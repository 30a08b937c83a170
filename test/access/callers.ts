import { Role } from '../../shared/contracts/access.ts';
import type { Post } from '../../shared/contracts/access.ts';
import type { Actor } from '../../shared/runtime/actor.ts';

export type Caller = { readonly name: string; readonly actor: Actor; /** roles held on the day of the matrix */ readonly holds: readonly Role[] };

/** A Sunday evening in UTC that is Monday the 23rd in Việt Nam: posts begin and end by the date there. */
export const now = new Date('2026-11-22T18:30:00Z');

const officer = (posts: readonly Post[]): Actor => ({
  kind: 'officer', subject: 'sub-officer', personId: 'per_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', username: 'can.bo', name: 'Cán bộ', posts: [...posts],
});
const post = (role: Role, dates: Partial<Post> = {}): Post => ({ agency: 'H30.19.01', role, from: '2020-01-01', ...dates });

/** Everyone who can call: nobody, a citizen, an officer in each role, officers whose posts do not count today, a machine. */
export const callers: readonly Caller[] = [
  { name: 'nobody', actor: { kind: 'nobody', why: 'signed-out' }, holds: [] },
  { name: 'nobody any more', actor: { kind: 'nobody', why: 'session-expired' }, holds: [] },
  { name: 'citizen', actor: { kind: 'citizen', subject: 'sub-citizen', name: 'Công dân' }, holds: [] },
  ...Role.options.map((role): Caller => ({ name: role, actor: officer([post(role)]), holds: [role] })),
  ...Role.options.map((role): Caller => ({ name: `${role} on the last day`, actor: officer([post(role, { to: '2026-11-23' })]), holds: [role] })),
  ...Role.options.map((role): Caller => ({ name: `former ${role}`, actor: officer([post(role, { to: '2026-11-22' })]), holds: [] })),
  ...Role.options.map((role): Caller => ({ name: `coming ${role}`, actor: officer([post(role, { from: '2026-11-24' })]), holds: [] })),
  { name: 'officer in every role', actor: officer(Role.options.map((role) => post(role))), holds: Role.options },
  { name: 'officer without a post', actor: officer([]), holds: [] },
  { name: 'machine', actor: { kind: 'machine', clientId: 'partner', scopes: ['nothing/read'], agency: 'H30.07' }, holds: [] },
  { name: 'machine of an agency', actor: { kind: 'machine', clientId: 'partner', scopes: ['dossiers/read', 'dossiers/write', 'agency/H30.07'], agency: 'H30.07' }, holds: [] },
];
