import { PostsChangedV1 } from '../../../events/directory/posts-changed.v1.ts';
import type { EventOf } from '../../../events/define-event.ts';
import { newEvent, type NewEvent } from '../../../shared/runtime/outbox.ts';
import { monday, ward } from './desk.ts';

export type Posts = readonly { readonly agencyCode: string; readonly role: string; readonly from: string; readonly to?: string }[];
export const from = '2026-01-01';
export const fieldPost = (to?: string): Posts[number] => ({ agencyCode: ward, role: 'field-officer', from, ...(to === undefined ? {} : { to }) });

/** What the directory says of the posts of somebody. */
export const postsChanged = (personId: string, revision: number, posts: Posts, left: readonly string[] = []): NewEvent =>
  newEvent(PostsChangedV1, { personId, revision, posts: [...posts], agenciesLeft: [...left] }, { actor: 'officer', correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', causationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', now: monday });
export const told = (...said: Parameters<typeof postsChanged>): EventOf<typeof PostsChangedV1> => postsChanged(...said).detail as never;
