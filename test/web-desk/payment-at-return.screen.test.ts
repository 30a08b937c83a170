import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FinishDossier, TakeDossier } from '../../shared/contracts/procedure-submission.ts';
import { apiOn, checkedUpload, depsOn, siteOrigin } from '../procedure-submission/support/desk.ts';
import { caseOfficer, clerk, procedure } from '../procedure-submission/support/dossiers.ts';
import { done, stepsOn } from '../procedure-submission/support/steps.ts';
import { accessibilityViolations } from '../support/axe.ts';
import { closeVisits, launchBrowser, visit } from '../support/browser.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { serveDesk, sessionOf } from './desk-in-memory.ts';
import { fakeProvince } from './fake-province.ts';

const pictures = '.local/pictures';
const priced = { ...procedure, cases: procedure.cases.map((one) => ({ ...one, channels: one.channels.map((way) => ({ ...way, fee: { kind: 'amount' as const, vnd: 8000 }, feeDue: 'on-return' as const })) })) };
let browser: Browser;
beforeAll(async () => { browser = await launchBrowser(); mkdirSync(pictures, { recursive: true }); });
afterAll(closeVisits);

test.each(['desktop', 'phone'] as const)('the desk takes a fee that is due at the return, and then hands the result over, on a %s', async (size) => {
  process.env['SITE_ORIGIN'] = siteOrigin;
  const table = memoryDynamo().table('returns');
  const deps = depsOn(table, priced);
  const { act, accept, file } = stepsOn(apiOn(deps), table);
  const taken = done(await act(TakeDossier, caseOfficer, await accept(await file())));
  const { dossierId } = done(await act(FinishDossier, caseOfficer, taken, { resultUploadId: await checkedUpload(table, caseOfficer) }));
  const province = await fakeProvince(sessionOf(clerk));
  serveDesk(province, deps, () => clerk);
  const { context, page, trouble } = await visit(browser, province.origin, size);
  const settled = async (name: string): Promise<void> => {
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.screenshot({ path: `${pictures}/payment-at-return-${name}-${size}.png` });
  };
  await page.goto(`/ban-lam-viec/?ho-so=${dossierId}`);
  await page.getByRole('button', { name: 'Yêu cầu nộp phí, lệ phí' }).click();
  await page.getByText('Kết quả được trả khi đã nộp đủ').waitFor();
  await settled('ask');
  expect(await page.getByLabel('Lý do').inputValue()).toBe('Phí, lệ phí nộp khi nhận kết quả.');
  await page.getByRole('dialog').getByRole('button', { name: /Gửi|Yêu cầu/ }).last().click();
  await page.getByRole('button', { name: 'Thu tiền tại quầy' }).click();
  await page.locator('#so-tien-nhan').fill('8000');
  await page.locator('#bien-lai-charge').fill('0000456');
  await settled('take');
  await page.getByRole('dialog').locator('button[type=submit]').click();
  // the next act's button stands where the last one stood: what comes at once is taken for a double click
  await page.getByRole('button', { name: 'Trả kết quả', exact: true }).waitFor();
  await page.waitForTimeout(700);
  await page.getByRole('button', { name: 'Trả kết quả', exact: true }).click();
  await page.getByText('Đã trả kết quả').first().waitFor();
  expect((await deps.dossiers.load(dossierId))?.standing).toMatchObject({ business: 10, finance: 'paid' });
  await settled('over');
  expect(trouble).toEqual([]);
  await context.close();
  await province.close();
  process.env['SITE_ORIGIN'] = siteOrigin;
});
