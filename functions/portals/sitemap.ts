export const SITEMAP = 'sitemap.xml';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const entry = (origin: string, path: string): string => {
  const address = { vi: escaped(`${origin}${path}`), en: escaped(`${origin}/en${path}`) };
  const twins = (['vi', 'en'] as const).map((language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${address[language]}"/>`).join('');
  return `<url><loc>${address.vi}</loc>${twins}</url><url><loc>${address.en}</loc>${twins}</url>`;
};

/** The pages search engines should know, each with its twin in the other language. `origin` without a slash at its end. */
export const sitemap = (origin: string, procedureCodes: readonly string[]): string => {
  const paths = ['/', '/thu-tuc', '/thong-ke', '/tra-cuu/', '/dat-lich/', '/kiem-chung/', ...procedureCodes.toSorted().map((code) => `/thu-tuc/${code}`)];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${paths.map((path) => entry(origin, path)).join('\n')}</urlset>\n`;
};
