import { describe, expect, test } from 'vitest';
import type { ProcedureView } from '../../shared/contracts/procedure.ts';
import { ProcedureView as Shape } from '../../shared/contracts/procedure.ts';
import { cataloguePages, procedurePages } from '../../functions/portals/site-pages.ts';
import { birthRegistration, seedAgencies, seedProcedures, summaryOf } from './catalogue.ts';

const manifest = { procedure: { css: ['/tai-nguyen/portal-1.css'], js: ['/tai-nguyen/procedure-1.js'] }, procedures: { css: ['/tai-nguyen/portal-1.css'] } };
const attacks = [
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", '</title><svg onload=alert(1)>', '--><script>alert(1)</script>',
  'javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', '{{constructor.constructor("alert(1)")()}}', '\u2028</script><script>alert(1)', '&lt;script&gt;', '=cmd|"/C calc"!A0',
];

/** Every free text of a procedure, changed; what the schema binds to a form (codes, dates, slugs, kinds) stays. */
const withTexts = (procedure: ProcedureView, text: (i: number) => string): ProcedureView => {
  let i = 0;
  const bound = new Set(['code', 'id', 'kind', 'channel', 'unit', 'at', 'level', 'reading', 'status', 'structure', 'effectiveFrom', 'publishedAt', 'cutOff', 'mark', 'value']);
  const changed = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return bound.has(key) || key === 'agencies' ? value : text(i++);
    if (Array.isArray(value)) return value.map((item) => changed(item, key));
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, changed(inner, name)]));
    return value;
  };
  return Shape.parse(changed(procedure, ''));
};

const pagesOf = (procedure: ProcedureView): readonly string[] => [
  ...procedurePages(procedure, { agencies: seedAgencies.map((agency, i) => ({ ...agency, name: `${procedure.name.vi} ${i}` })), manifest, next: { ...procedure, version: procedure.version + 1, legalBasis: [], cases: procedure.cases.slice(0, 1) } }),
  ...cataloguePages([summaryOf(procedure)], seedAgencies, manifest, 'https://dichvucong.haugiang.gov.vn').filter(({ contentType }) => contentType.startsWith('text/html')),
].map(({ body }) => body);

/** The elements of a page with the names of their attributes, in order. A text that breaks out of its place changes them. */
const skeleton = (html: string): string[] =>
  [...html.matchAll(/<(\/?[a-z!][\w-]*)((?:\s+[^\s=>"']+(?:="[^"]*")?)*)\s*\/?>/gi)].map(([, tag = '', attributes = '']) => `${tag} ${[...attributes.matchAll(/([^\s=]+)(?:="[^"]*")?/g)].map(([, name]) => name).join(' ')}`);
const openings = (html: string): number => html.split('<').length - 1;
const addressesIn = (html: string): string[] => [...html.matchAll(/\b(?:href|src|action)="([^"]*)"/g)].map(([, address = '']) => address);

/** As long as any attack, so that a page that shortens or groups texts treats them alike. */
const harmless = withTexts(birthRegistration(), (i) => `https://vidu.vn/van-ban-${i}`);

describe.each(attacks)('%s in every text', (attack) => {
  const pages = pagesOf(withTexts(birthRegistration(), (i) => `${attack}${i}`));
  const plain = pagesOf(harmless);

  test('stays text: the page has the elements of a harmless one and no address of another kind', () => {
    for (const [i, page] of pages.entries()) {
      expect(openings(page)).toBe(skeleton(page).length);
      expect(skeleton(page).filter((element) => !element.startsWith('a ') && element !== '/a ')).toEqual(skeleton(plain[i] ?? '').filter((element) => !element.startsWith('a ') && element !== '/a '));
      expect(addressesIn(page).filter((address) => !/^(\/|#|https:\/\/|mailto:|tel:)/.test(address))).toEqual([]);
      expect(skeleton(page).filter((element) => / on\w+/i.test(element))).toEqual([]);
    }
  });
});

test('the check itself sees a break-out', () => {
  const [page = ''] = pagesOf(harmless);
  const broken = page.replace('https://vidu.vn/van-ban-0', '<b>x</b>');
  expect(skeleton(broken)).not.toEqual(skeleton(page));
});

describe('the search index and the sitemap', () => {
  test('a hostile name is data in the index, and only codes enter the sitemap', () => {
    const procedure = withTexts(birthRegistration(), (i) => `</script><script>alert(${i})`);
    const files = cataloguePages([summaryOf(procedure)], [], manifest, 'https://a.vn/?x=1&y="<');
    const index = files.find(({ key }) => key.endsWith('.json'));
    expect(JSON.parse(index?.body ?? '')).toMatchObject([{ vi: procedure.name.vi }]);
    expect(index?.contentType).toBe('application/json; charset=utf-8');
    expect(files.find(({ key }) => key === 'sitemap.xml')?.body).toContain('<loc>https://a.vn/?x=1&amp;y=&quot;&lt;/thu-tuc/1.001193</loc>');
  });
});

describe('without JavaScript', () => {
  test.each(seedProcedures.map((procedure) => [procedure.code, procedure] as const))('%s is complete', (_, procedure) => {
    for (const { body, key } of procedurePages(procedure, { agencies: seedAgencies, manifest })) {
      const language = key.startsWith('en/') ? 'en' : 'vi';
      expect(body.match(/<script\b/g)).toHaveLength(1);
      expect(body).not.toMatch(/<style\b|\sstyle="|javascript:/);
      const text = body.replace(/<[^>]*>/g, ' ').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
      expect(text).toContain(procedure.name[language]);
      for (const paper of procedure.cases.flatMap(({ papers }) => papers)) expect(text).toContain(paper.name);
      for (const wording of [procedure.published.term, procedure.published.fee]) if (wording !== null) expect(text).toContain(wording);
      expect(body).not.toMatch(/https?:\/\/(?!([\w.-]+\.)?(gov\.vn|haugiang))[^"<\s]*\.(js|css|png|woff2)/);
    }
  });
});
