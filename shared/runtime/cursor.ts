import { DomainError } from '../kernel/domain-error.ts';

const refused = (): DomainError => new DomainError('request-invalid', 'cursor', { pointers: ['/query/cursor'] });

/** Where a list goes on: the sort key of its last row, opaque to the caller. */
export const encodeCursor = (sk: string): string => Buffer.from(sk, 'utf8').toString('base64url');

/** The sort key a cursor names. It must belong to the list: `prefix` is what all its sort keys begin with. Throws `request-invalid`. */
export const decodeCursor = (cursor: string, prefix: string): string => {
  if (!/^[A-Za-z0-9_-]{1,400}$/.test(cursor)) throw refused();
  const sk = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!/^[\x20-\x7e]{1,300}$/.test(sk) || !sk.startsWith(prefix)) throw refused();
  return sk;
};
