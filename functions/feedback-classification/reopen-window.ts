import type { Catalogue } from './catalogue.ts';
import type { Feedback } from './feedback.ts';

/** Until when a published answer can be sent back by its reporter. */
export const reopenUntil = ({ standing }: Pick<Feedback, 'standing'>, { reopenDays }: Catalogue['settings']): string | undefined =>
  (standing.publishedAt === undefined ? undefined : new Date(Date.parse(standing.publishedAt) + reopenDays * 86_400_000).toISOString());
