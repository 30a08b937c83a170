import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { citizenHandlers } from '../../functions/procedure-submission/citizen-handlers.ts';
import { deskHandlers } from '../../functions/procedure-submission/desk-handlers.ts';
import { renderForm } from '../../functions/procedure-submission/form.pdf.ts';
import { issueDocument } from '../../functions/procedure-submission/issue-document.ts';
import { GetMyForm, IssuedForm } from '../../shared/contracts/form-routes.ts';
import type { SessionView } from '../../shared/contracts/identity.ts';
import { ExtendDossier } from '../../shared/contracts/procedure-submission.ts';
import { httpApi } from '../../shared/runtime/http.ts';
import { actorContext } from '../../shared/runtime/actor.ts';
import { apiOn, depsOn, siteOrigin } from '../procedure-submission/support/desk.ts';
import { citizen, clerk, leader } from '../procedure-submission/support/dossiers.ts';
import { formFaces } from '../procedure-submission/support/faces.ts';
import { done, stepsOn } from '../procedure-submission/support/steps.ts';
import { closeVisits, launchBrowser, visit } from '../support/browser.ts';
import { look, picture } from '../support/look.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { parametersOf, serveDesk, sessionOf } from './desk-in-memory.ts';
import { fakeProvince, type FakeProvince } from './fake-province.ts';

const fonts = formFaces();
let browser: Browser;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(closeVisits);

/** A dossier with its receipt, and its apology for the later date. */
const arrange = async () => {
  process.env['SITE_ORIGIN'] = siteOrigin;
  const table = memoryDynamo().table('forms');
  const deps = depsOn(table);
  const call = apiOn(deps);
  const { act, accept, file } = stepsOn(call, table);
  const { dossierId, revision } = done(await act(ExtendDossier, leader, await accept(await file()), { reason: 'Phải xác minh tại nơi cư trú.', newDate: '2026-12-04' }));
  const issue = issueDocument({ ...deps, siteOrigin, documents: { put: () => Promise.resolve() }, render: (content) => renderForm(content, fonts) });
  await issue(dossierId, { kind: 'receipt' });
  await issue(dossierId, { kind: 'apology', revision });
  const said = async (documentId: string) => IssuedForm.parse((await call(GetMyForm, citizen, { params: { dossierId, documentId } })).body);
  return { deps, dossierId, forms: [await said('receipt'), await said(`apology-${revision}`)] };
};

/** The own dossiers of the citizen, answered by the province's own code. */
const serveCitizen = (province: FakeProvince, deps: ReturnType<typeof depsOn>): void => {
  const api = httpApi([...citizenHandlers(deps), ...deskHandlers(deps)]);
  province.served = async ({ method, path, query, headers }) => {
    if (!path.startsWith('/api/dossiers')) return undefined;
    const { statusCode, body = 'null', headers: said } = await api({
      version: '2.0', rawPath: path, rawQueryString: query, headers, pathParameters: parametersOf(method, path), requestContext: { http: { method, path }, authorizer: { lambda: actorContext(citizen) } },
    } as Parameters<typeof api>[0]);
    return { status: statusCode, body: JSON.parse(body) as unknown, type: said['content-type'] ?? 'application/json' };
  };
};

const wordsOf = ({ form, agency, lines, papers, papersTitle, closing, trackingCode, number, recipients, signatures: [left, right], link }: IssuedForm): string[] => [
  form.title, form.regulation, agency.toLocaleUpperCase('vi'), closing, trackingCode, link, ...lines.flatMap(({ label, value }) => [label, value]), ...papers, ...recipients ?? [left.role, left.name], right.role, right.name,
  ...[papersTitle, number].filter((one) => one !== undefined),
];

/** Opens a form, holds it against what was issued, looks at it, and closes it. */
const readThrough = async (page: Page, content: IssuedForm, name: string): Promise<void> => {
  const open = page.getByRole('button', { name: `Đọc ${content.form.name.vi}` });
  await open.click();
  const sheet = page.getByRole('dialog', { name: content.form.name.vi });
  await sheet.getByRole('heading', { name: content.form.title, exact: true }).waitFor();
  const text = await sheet.evaluate((dialog) => dialog.textContent ?? '');
  for (const words of wordsOf(content)) expect(text).toContain(words);
  // drawn a moment after the words
  await sheet.getByRole('img', { name: /^Mã QR/ }).locator('path').waitFor({ state: 'attached' });
  await look(page, name);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('body > :not(.issued-host)').filter({ visible: true }).count()).toBe(0);
  expect(await sheet.getByRole('heading', { name: content.form.title, exact: true }).isVisible()).toBe(true);
  await picture(page, `${name}-print`);
  await page.emulateMedia({ media: 'screen' });
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await expect.poll(() => open.evaluate((button) => button === document.activeElement)).toBe(true);
};

test.each(['desktop', 'phone'] as const)('the desk and the applicant read an issued form as its paper says it, on a %s', async (size) => {
  const { deps, dossierId, forms } = await arrange();
  for (const place of ['desk', 'mine'] as const) {
    const session: SessionView = place === 'desk' ? sessionOf(clerk) : { kind: 'citizen', name: citizen.name } as SessionView;
    const province = await fakeProvince(session);
    if (place === 'desk') serveDesk(province, deps, () => clerk); else serveCitizen(province, deps);
    const { context, page, trouble } = await visit(browser, province.origin, size);
    await page.goto(place === 'desk' ? `/ban-lam-viec/?ho-so=${dossierId}` : `/ho-so-cua-toi/?ho-so=${dossierId}`);
    for (const [index, content] of forms.entries()) await readThrough(page, content, `issued-form-${place}-${index}-${size}`);
    expect(trouble).toEqual([]);
    await context.close();
    await province.close();
  }
  process.env['SITE_ORIGIN'] = siteOrigin;
});
