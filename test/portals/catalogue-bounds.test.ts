import { describe, expect, test } from 'vitest';
import { cataloguePages, procedurePages } from '../../functions/portals/site-pages.ts';
import { summaryOf } from '../../functions/procedure-submission/procedure.ts';
import type { SearchDocument } from '../../web/portal/pages/search-index.ts';
import { searchThrough } from '../../web/portal/search.ts';
import { kilobytes, largestProcedure, manyProcedures, median, milliseconds } from '../bench/catalogue-bounds.ts';
import { catalogueKilobytes, searchMilliseconds } from '../budgets/limits.ts';
import { seedAgencies } from './catalogue.ts';

const seed = 20261122;
const procedures = manyProcedures(2000, seed);
const manifest = { procedure: { css: [] }, procedures: { css: [] } };
const say = (line: string): void => { process.stdout.write(`catalogue of 2,000 (seed ${seed}): ${line}\n`); };

describe('a catalogue of 2,000 procedures', () => {
  const files = cataloguePages(procedures.map(summaryOf), seedAgencies, manifest, 'https://dichvucong.haugiang.gov.vn');
  const bodyOf = (key: string): string => files.find((file) => file.key === key)?.body ?? expect.fail(key);

  test('is listed on one page and in one index that a slow line still carries', () => {
    const render = milliseconds(() => { cataloguePages(procedures.map(summaryOf), seedAgencies, manifest, 'https://dichvucong.haugiang.gov.vn'); });
    const [page, index] = [kilobytes(bodyOf('thu-tuc/index.html')), kilobytes(bodyOf('du-lieu/tim-kiem.json'))];
    say(`list ${page.toFixed(1)} KB, search index ${index.toFixed(1)} KB (gz), both lists and the index made in ${render.toFixed(0)} ms`);
    expect(bodyOf('thu-tuc/index.html').match(/href="\/thu-tuc\/\d/g)).toHaveLength(2000);
    expect(page).toBeLessThanOrEqual(catalogueKilobytes.list);
    expect(index).toBeLessThanOrEqual(catalogueKilobytes.searchIndex);
  });

  test('answers while somebody types', async () => {
    const documents = JSON.parse(bodyOf('du-lieu/tim-kiem.json')) as SearchDocument[];
    const started = performance.now();
    const search = await searchThrough(documents);
    const opened = performance.now() - started;
    const questions = ['khai sinh', 'giấy phép xây dựng', 'cap lai chung chi', 'ho kinh doanh', 'lĩnh vực 17', '1.100000'];
    const each = median(() => { for (const question of questions) search(question); }, 9) / questions.length;
    say(`search opened in ${opened.toFixed(0)} ms, each question ${each.toFixed(1)} ms`);
    expect(search('1.100000')[0]?.code).toBe('1.100000');
    expect(search('khai sinh').length).toBeGreaterThan(0);
    expect(each).toBeLessThanOrEqual(searchMilliseconds);
  });
});

test('the page of the largest procedure: 30 cases of 70 papers', () => {
  const largest = largestProcedure(30, 70);
  const pages = procedurePages(largest, { agencies: seedAgencies, manifest });
  const each = median(() => { procedurePages(largest, { agencies: seedAgencies, manifest }); }, 3);
  const weight = Math.max(...pages.map(({ body }) => kilobytes(body)));
  say(`largest page ${weight.toFixed(1)} KB (gz), both languages rendered in ${each.toFixed(0)} ms`);
  // papers every case asks for are listed once
  expect(pages[0]?.body.match(/Giấy tờ số 70 /g)).toHaveLength(1);
  expect(weight).toBeLessThanOrEqual(catalogueKilobytes.procedure);
});
