import { describe, expect, test } from 'vitest';
import { feeText, termText } from '../../web/format/catalogue-text.ts';
import { renderProcedureList } from '../../web/portal/pages/procedure-list.tsx';
import { paperGroups } from '../../web/portal/pages/procedure-facts.ts';
import { renderProcedurePage } from '../../web/portal/pages/procedure.tsx';
import { staticPages } from '../../web/static-pages.tsx';
import { birthRegistration, seedAgencies, seedProcedures, summaryOf } from '../portals/catalogue.ts';

const assets = { css: ['/tai-nguyen/portal-1.css'], js: ['/tai-nguyen/procedure-1.js'], preload: ['/tai-nguyen/shared-1.js'] };
const languages = ['vi', 'en'] as const;
/** Text as a reader sees it. */
const text = (html: string): string => html.replace(/<[^>]*>/g, ' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&').replace(/\s+/g, ' ');
const flat = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** The site's content policy allows its own files only: nothing inline, nothing from elsewhere. */
const expectLawful = (html: string): void => {
  expect(html).not.toMatch(/<script(?![^>]*\bsrc="\/)/);
  expect(html).not.toMatch(/<style|\sstyle="|\son[a-z]+="/);
  for (const [, address = ''] of html.matchAll(/<(?:link|script|img)[^>]*\b(?:href|src)="([^"]*)"/g)) expect(address).toMatch(/^\//);
};
/** One h1, and no level skipped. */
const expectOutline = (html: string): void => {
  const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  levels.forEach((level, i) => { expect(level - (levels[i - 1] ?? 0), html.slice(0, 200)).toBeLessThanOrEqual(1); });
};

describe.each(languages)('procedure pages in %s', (lang) => {
  test.each(seedProcedures.map((procedure) => [procedure.code, procedure] as const))('%s says everything its version says', (code, procedure) => {
    const html = renderProcedurePage(procedure, { lang, assets, agencies: seedAgencies });
    const seen = text(html);
    expectLawful(html);
    expectOutline(html);
    expect(html).toContain(`<html lang="${lang}">`);
    expect(seen).toContain(flat(procedure.name[lang]));
    expect(seen).toContain(code);
    for (const words of [procedure.published.term, procedure.published.fee, ...procedure.published.papers]) if (words !== null) expect(seen).toContain(flat(words));
    for (const one of procedure.cases) {
      if (procedure.cases.length > 1) expect(seen).toContain(flat(one.name[lang]));
      for (const paper of one.papers) expect(seen).toContain(flat(paper.name));
      for (const { term, fee, note } of one.channels) {
        if (term !== undefined) expect(seen).toContain(termText(term, lang));
        if (fee.kind !== 'by-reference') expect(seen).toContain(feeText(fee, lang));
        if (note !== undefined) expect(seen).toContain(flat(note[lang]));
      }
    }
    for (const basis of procedure.legalBasis) expect(seen).toContain(flat(basis.number));
  });

  test('questions are answered in the order people ask them', () => {
    const html = renderProcedurePage(birthRegistration(), { lang, assets, agencies: seedAgencies });
    const order = ['noi-nop', 'le-phi', 'thoi-han', 'giay-to', 'cach-lam', 'can-cu'].map((id) => html.indexOf(`<h2 id="${id}"`));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
  });

  test('every static page is lawful, has one heading and a twin', () => {
    for (const { file, html } of staticPages({ home: assets, frame: assets }).filter((page) => !/^(ban-lam-viec|dieu-hanh|quan-tri)/.test(page.file))) {
      expectLawful(html);
      expectOutline(html);
      expect(html, file).toContain('href="#main"');
    }
  });
});

describe('what a page does not say by itself', () => {
  const birth = birthRegistration();
  const page = (change: Partial<typeof birth> = {}): string => renderProcedurePage({ ...birth, ...change }, { lang: 'vi', assets, agencies: seedAgencies });

  test('what we assumed is marked, and the mark is explained', () => {
    expect(text(page())).toContain('giả định');
    expect(text(page())).toContain('lời văn công bố để ngỏ');
  });

  test('one case differing by channel is said channel by channel', () => {
    const residence = seedProcedures.find(({ code }) => code === '1.004222');
    if (residence === undefined) throw new Error('the seed has no 1.004222');
    const seen = text(renderProcedurePage(residence, { lang: 'vi', assets, agencies: seedAgencies }));
    expect(seen).toMatch(/Trực tuyến Trực tiếp tại quầy .*10\.000 đồng.*20\.000 đồng/);
  });

  test('an open procedure leads to its form, a closed or an offline one says why not', () => {
    expect(page()).toContain('href="/nop-ho-so/?thu-tuc=1.001193"');
    expect(page({ status: 'closed' })).not.toContain('/nop-ho-so/?');
    expect(page({ acceptsOnline: false })).not.toContain('/nop-ho-so/?');
    expect(text(page({ acceptsOnline: false }))).toContain('chưa nhận hồ sơ trực tuyến');
  });

  test('wording without structure is called so', () => {
    const [first] = seedProcedures;
    if (first === undefined) throw new Error('the seed has procedures');
    const plain = { ...first, structure: 'wording-only' as const };
    expect(text(renderProcedurePage(plain, { lang: 'vi', assets, agencies: seedAgencies }))).toContain('mới có lời văn công bố');
  });

  test('without the list of agencies the page names the level', () => {
    expect(text(renderProcedurePage(birth, { lang: 'vi', assets }))).toContain('UBND xã, phường, thị trấn trong tỉnh nhận hồ sơ này');
  });

  test('papers of every case come once, those of some cases with their cases', () => {
    const groups = paperGroups(birth);
    expect(groups[0]?.cases).toEqual([]);
    const ids = groups.flatMap(({ papers }) => papers.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(groups.find(({ papers }) => papers.some(({ id }) => id === 'giay-chung-sinh'))?.cases.map(({ id }) => id)).toEqual(['dung-han', 'khong-dung-han', 'mang-thai-ho']);
  });

  test('the list holds every procedure, findable without accents', () => {
    const html = renderProcedureList(seedProcedures.map(summaryOf), { lang: 'vi', assets });
    expectLawful(html);
    expectOutline(html);
    expect(html.match(/data-words="/g)).toHaveLength(80);
    expect(html).toContain('dang ky khai sinh');
    expect(text(renderProcedureList([], { lang: 'en', assets }))).toContain('No procedure has been published yet');
  });
});
