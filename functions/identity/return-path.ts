import { DomainError } from '../../shared/kernel/domain-error.ts';

/**
 * A path on our own site, percent-encoded, fit for a Location header. Throws `return-path-refused` for whatever a
 * browser would resolve to another origin, and for the API, whose answers are not pages.
 */
export const returnPath = (asked: string, siteOrigin: string): string => {
  const url = URL.parse(asked, siteOrigin);
  if (!asked.startsWith('/') || url === null || url.origin !== new URL(siteOrigin).origin || /^\/api(\/|$)/i.test(url.pathname)) throw new DomainError('return-path-refused');
  return `${url.pathname}${url.search}${url.hash}`;
};
