import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { PersonId } from '../kernel/ids.ts';
import { IsoDate } from '../kernel/vietnam-time.ts';

/** Roles a post can carry. One person may hold several posts, in several agencies, each with its dates. */
export const Role = z.enum(['one-stop-clerk', 'case-officer', 'leader', 'catalogue-editor', 'catalogue-reviewer', 'directory-administrator', 'operations-duty', 'auditor',
  // on-site feedback: who sorts what comes in, who goes and sees, who lets an answer out, who answers the telephone
  'dispatcher', 'field-officer', 'moderator', 'hotline-operator'])
  .meta({ title: 'Role', description: 'What a post may do; the route contracts say where.' });
export type Role = z.infer<typeof Role>;

/** A role in an agency between two dates (inclusive, Asia/Ho_Chi_Minh). */
export const Post = z.object({ agency: AgencyCode, role: Role, from: IsoDate, to: IsoDate.optional() })
  .meta({ title: 'Post', description: 'A role held in an agency, with its dates.' });
export type Post = z.infer<typeof Post>;

/** A post as a token carries it: held oneself, or exercised for the person who holds it. */
export const ExercisedPost = Post.extend({ actingFor: z.object({ person: PersonId, name: z.string() }).optional() })
  .meta({ title: 'Exercised post', description: 'A post somebody may act in; `actingFor` names who holds it, where that is another.' });
export type ExercisedPost = z.infer<typeof ExercisedPost>;

/** Whose rows a caller may reach through a route; the use case enforces it, the access matrix test proves it. */
type Rows = 'none' | 'own' | 'own-agency' | 'any';

/** One way of being allowed to call a route. A route lists all of them; whatever is not listed is refused. */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'citizen'; readonly rows: Rows }
  | { readonly kind: 'officer'; readonly roles: readonly Role[]; readonly rows: Rows }
  | { readonly kind: 'machine'; readonly scope: string; readonly rows: Rows }
  /** whoever shows a key of the province in the request itself, as an interface laid down by others wants it; the use case knows the keys */
  | { readonly kind: 'key'; readonly rows: Rows };

export const anyone = (): Access => ({ kind: 'public' });
export const citizen = (rows: Rows = 'own'): Access => ({ kind: 'citizen', rows });
export const officer = (roles: readonly Role[], rows: Rows = 'own-agency'): Access => ({ kind: 'officer', roles, rows });
export const machine = (scope: string, rows: Rows = 'own-agency'): Access => ({ kind: 'machine', scope, rows });
export const keyHolder = (rows: Rows = 'none'): Access => ({ kind: 'key', rows });
