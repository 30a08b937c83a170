import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { publishFigures } from '../../infra/local/seed/publish-figures.ts';
import { BoardView, MonthlyFigures } from '../../shared/contracts/statistics.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { closeVisits, launchBrowser, sizes } from '../support/browser.ts';
import { acceptedBirth, eventually, firstWard, person } from '../support/people.ts';

let browser: Browser;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(closeVisits);

const month = localDate(new Date()).slice(0, 7);
const province = { siteUrl: inject('site'), endpoint: inject('endpoint'), outputs: inject('outputs') };
const figures = async (): Promise<MonthlyFigures> => MonthlyFigures.parse(await (await fetch(new URL(`/api/statistics/${month}`, inject('site')))).json());
const receivedBy = ({ rows }: MonthlyFigures, agency: string): number => rows.filter((row) => row.agency === agency).reduce((sum, row) => sum + (row.figures.received ?? 0), 0);

test('a dossier that was accepted stands in the figures of its month, on a page that needs no script and in the open data', async () => {
  const before = receivedBy(await figures(), firstWard);
  await acceptedBirth();
  // what the clock does every few minutes, now
  const after = await eventually(async () => { await publishFigures(province); return figures(); }, (told) => receivedBy(told, firstWard) > before);
  expect(receivedBy(after, firstWard)).toBeGreaterThan(before);

  const context = await browser.newContext({ ...sizes.phone, baseURL: inject('site'), javaScriptEnabled: false });
  const page = await context.newPage();
  const shown = async (): Promise<string> => { await page.goto('/'); await page.getByRole('link', { name: 'Số liệu', exact: true }).click(); return page.content(); };
  const count = new Intl.NumberFormat('vi-VN').format(receivedBy(after, firstWard));
  const row = new RegExp(`UBND phường I, TP Vị Thanh</th><td[^>]*>[^<]*</td><td[^>]*>[^<]*</td><td[^>]*>${count}</td>`);
  expect(await eventually(shown, (html) => row.test(html))).toMatch(row);
  expect(await page.locator('svg rect').count()).toBeGreaterThan(3);
  await page.getByText('Chọn tháng').click();
  await page.getByRole('link', { name: /^tháng \d+\/20/ }).first().click();
  expect(new URL(page.url()).pathname).toBe(`/thong-ke/${month}`);
  await page.getByRole('link', { name: 'Chỉ số phục vụ' }).click();
  expect(await page.getByRole('heading', { level: 2 }).count()).toBe(6);
  await context.close();

  const csv = await (await fetch(new URL(`/du-lieu/thong-ke/${month}.csv`, inject('site')))).text();
  const [header = '', ...lines] = csv.trim().split('\r\n');
  const received = header.split(',').indexOf('received') - header.split(',').length;
  expect(lines.filter((line) => line.includes(`,${firstWard},`)).reduce((sum, line) => sum + Number(line.split(',').at(received)), 0)).toBe(receivedBy(after, firstWard));
});

test('and on the board of its agency, for the leader alone, within seconds', async () => {
  const leader = await person('lanhdao.vithanh1');
  const path = `/api/desk/agencies/${firstWard}/board`;
  const board = async (): Promise<BoardView> => BoardView.parse(await (await leader.send('GET', path)).json());
  const accepted = ({ groups }: BoardView): number => groups.filter(({ status }) => status === 2).reduce((sum, { inTerm, dueSoon, overdue }) => sum + inTerm + dueSoon + overdue, 0);
  const before = accepted(await board());
  await acceptedBirth();
  expect(accepted(await eventually(board, (told) => accepted(told) > before))).toBeGreaterThan(before);
  expect((await (await person('motcua.vithanh1')).send('GET', path)).status).toBe(403);
  expect((await leader.send('GET', '/api/desk/agencies/H30.19.03/board')).status).toBe(404);
});
