type CookieEvent = { readonly cookies?: readonly string[] | undefined; readonly headers?: Readonly<Record<string, string | undefined>> | undefined };

/**
 * The cookies of a request. API Gateway gives an array to integrations and the bare header to authorisers, so both are
 * read. A name sent twice is left out: the browser sends a planted twin beside ours, and choosing would be guessing.
 */
export const readCookies = (event: CookieEvent): ReadonlyMap<string, string> => {
  const pairs = event.cookies && event.cookies.length > 0 ? event.cookies : (event.headers?.['cookie'] ?? '').split(';');
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, Math.max(at, 0)).trim();
    if (name === '') continue;
    if (found.has(name)) twice.add(name);
    found.set(name, pair.slice(at + 1).trim());
  }
  for (const name of twice) found.delete(name);
  return found;
};
