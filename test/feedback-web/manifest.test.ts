import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { feedbackAddresses } from '../../web/format/feedback-addresses.ts';
import { staticPages } from '../../web/static-pages.tsx';

const published = join(import.meta.dirname, '../../web/public');
type Icon = { src: string; type: string; sizes: string; purpose: string };
type Manifest = { id: string; name: string; short_name: string; lang: string; start_url: string; scope: string; display: string; icons: Icon[] };
const manifestOf = (language: 'vi' | 'en'): Manifest => JSON.parse(readFileSync(join(published, language === 'en' ? 'en' : '', 'phan-anh/ung-dung.webmanifest'), 'utf8')) as Manifest;
const pixelsOf = (png: Buffer): string => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;

test.each(['vi', 'en'] as const)('what a phone needs to install the pages of reports (%s)', (language) => {
  const { id, name, short_name: short, lang, start_url: begins, scope, display, icons } = manifestOf(language);
  const prefix = language === 'en' ? '/en' : '';
  expect({ id, lang, begins, scope, display }).toEqual({ id: `${prefix}${feedbackAddresses.track}`, lang: language, begins: `${prefix}${feedbackAddresses.report}`, scope: `${prefix}${feedbackAddresses.track}`, display: 'standalone' });
  expect(name.length).toBeGreaterThan(short.length);
  // under an icon there is room for twelve letters
  expect(short.length).toBeLessThanOrEqual(12);
  expect(icons.filter(({ type }) => type === 'image/png').map(({ sizes, purpose }) => `${purpose} ${sizes}`).toSorted()).toEqual(['any 192x192', 'any 512x512', 'maskable 192x192', 'maskable 512x512']);
  for (const { src, type, sizes } of icons) {
    expect(existsSync(join(published, src)), src).toBe(true);
    if (type !== 'image/png') continue;
    const png = readFileSync(join(published, src));
    expect([png.subarray(1, 4).toString(), pixelsOf(png)], src).toEqual(['PNG', sizes]);
    expect(png.length, src).toBeLessThan(20_000);
  }
});

test('every page of reports names the manifest of its language, and lies within its scope', () => {
  const pages = staticPages(new Proxy({}, { get: () => ({ css: [], js: [] }) }));
  for (const language of ['vi', 'en'] as const) {
    const { scope } = manifestOf(language);
    for (const path of Object.values(feedbackAddresses)) {
      const file = `${language === 'en' ? 'en' : ''}${path}index.html`.replace(/^\//, '');
      const page = pages.find((one) => one.file === file);
      expect(page?.html, file).toContain(`<link rel="manifest" href="${scope}ung-dung.webmanifest"`);
      expect(`/${file}`.startsWith(scope), file).toBe(true);
    }
  }
});
