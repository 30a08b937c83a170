import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeskDossierView } from '../../shared/contracts/dossier.ts';
import type { StepVisitView } from '../../shared/contracts/dossier-steps.ts';
import { closeVisits, launchBrowser, visit } from '../support/browser.ts';
import { look } from '../support/look.ts';
import { officers, rowOf } from './fake-dossiers.ts';
import { fakeProvince } from './fake-province.ts';
import type { FakeProvince } from './fake-province.ts';

let browser: Browser;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(closeVisits);

const hours = (count: number): string => new Date(Date.now() + count * 3_600_000).toISOString();
const stay = (id: string, vi: string, more: Partial<StepVisitView> = {}): StepVisitView => ({ id, name: { vi, en: id }, role: 'case-officer', share: 50, warned: [], ...more });
const steps: StepVisitView[] = [
  stay('reception', 'Tiếp nhận hồ sơ', { role: 'one-stop-clerk', share: 10, handedAt: hours(-50), receivedAt: hours(-50), receiver: 'Cán bộ một cửa 01', leftAt: hours(-48), dueAt: hours(-47), verdict: 'on-time', outcome: 'handed-on', used: 60 }),
  stay('expert', 'Thẩm định hồ sơ', { handedAt: hours(-48), giver: 'Cán bộ một cửa 01', receivedAt: hours(-47), receiver: 'Chuyên viên 01', leftAt: hours(-10), dueAt: hours(-12), verdict: 'late', outcome: 'handed-on', used: 112, warned: [75, 100] }),
  stay('check', 'Kiểm tra của lãnh đạo phòng', { role: 'leader', share: 20, handedAt: hours(-10), giver: 'Chuyên viên 01', receivedAt: hours(-9), receiver: 'Lãnh đạo 01', leftAt: hours(-3), verdict: 'early', dueAt: hours(5), outcome: 'sent-back', reason: 'Thiếu tờ trình.', used: 40 }),
  stay('expert', 'Thẩm định hồ sơ', { handedAt: hours(-3), giver: 'Lãnh đạo 01', dueAt: hours(4), verdict: 'running', used: 80, warned: [75] }),
  stay('sign', 'Ký duyệt', { role: 'leader', share: 20 }), stay('return', 'Trả kết quả', { role: 'one-stop-clerk', share: 0 }),
];

/** A dossier that was handed to its case officer and waits to be received. */
const arrange = async (): Promise<{ province: FakeProvince; view: DeskDossierView }> => {
  const province = await fakeProvince(officers.both);
  const at = province.dossiers.findIndex(({ state }) => state.business === 4);
  const view: DeskDossierView = { ...province.dossiers[at] as DeskDossierView, internalSteps: steps, allowed: ['receive', 'send-back', 'request-supplement'] };
  province.dossiers[at] = view;
  const { dossierId, trackingCode, procedure: { code, name }, applicant, number } = { ...rowOf(view), applicant: view.applicant };
  province.warnings.push({ dossierId, trackingCode, procedure: { code, name }, applicantName: applicant.name, role: 'case-officer', stepName: { vi: 'Thẩm định hồ sơ', en: 'expert' }, step: { threshold: 100, dueAt: hours(-1) }, whole: { threshold: 75, dueAt: hours(20) }, at: hours(-1), ...(number === undefined ? {} : { number }) });
  return { province, view };
};

const shown = (page: Page, name: string): Promise<void> => look(page, `desk-${name}`);

test.each(['desktop', 'phone'] as const)('warnings, and the steps from hand to hand (%s)', async (size) => {
  const { province, view } = await arrange();
  const visitor = await visit(browser, province.origin, size);
  const { page } = visitor;
  try {
    await page.goto('/ban-lam-viec/?hang=dang-xu-ly');
    await page.getByText('Cảnh báo thời hạn').click();
    await page.getByText('Bước “Thẩm định hồ sơ” đã hết thời gian').waitFor();
    await shown(page, 'warnings');
    await page.locator('.warning-row').click();
    const way = page.getByRole('region', { name: 'Các bước xử lý nội bộ' });
    await way.getByText('Đã giao, chưa ai nhận').waitFor();
    expect(await way.getByText('Đã trả lại: Thiếu tờ trình.').count()).toBe(1);
    expect(await way.locator('.step').count()).toBe(6);
    await way.scrollIntoViewIfNeeded();
    await shown(page, 'steps');
    await page.getByRole('button', { name: 'Phiếu kiểm soát' }).click();
    const sheet = page.getByRole('dialog', { name: 'Phiếu kiểm soát' });
    await sheet.getByText('Mẫu số 06').waitFor();
    expect(await sheet.getByRole('row').count()).toBe(5);
    await shown(page, 'control-sheet');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Nhận bước', exact: true }).click();
    await page.getByText('Đã nhận bước').first().waitFor();
    expect(province.asked.filter(({ line }) => line === `POST /api/desk/dossiers/${view.dossierId}/receive`)).toHaveLength(1);
    expect(visitor.trouble).toEqual([]);
  } finally {
    await visitor.context.close();
    await province.close();
  }
});

test.each([['desktop', 'pdf', 'Tải PDF/A'], ['phone', 'xlsx', 'Tải Excel (XLSX)']] as const)('the register comes page by page, and is taken as a file; what was passed on is followed (%s)', async (size, format, button) => {
  const { province } = await arrange();
  const visitor = await visit(browser, province.origin, size);
  const { page } = visitor;
  try {
    await page.goto('/ban-lam-viec/');
    await page.getByRole('button', { name: 'Sổ theo dõi' }).click();
    const register = page.getByRole('dialog', { name: 'Sổ theo dõi hồ sơ' });
    await register.getByText(/^\d+ hồ sơ$/).waitFor();
    expect(await register.locator('tbody tr').count()).toBeGreaterThan(100);
    await shown(page, 'register');
    const [saved] = await Promise.all([page.waitForEvent('download'), register.getByRole('button', { name: 'Tải bảng tính (CSV)' }).click()]);
    expect(saved.suggestedFilename()).toMatch(/^so-theo-doi-H30\.19\.01-\d{4}-\d{2}\.csv$/);

    province.failures.push('busy');
    await register.getByRole('button', { name: button }).click();
    await register.getByText('Hệ thống đang bận.').waitFor();
    await shown(page, 'register-busy');
    let made = (): void => undefined;
    const making = new Promise<void>((resolve) => { made = resolve; });
    await page.route('**/register/prints/**', async (route) => { await making; await route.continue(); });
    await register.getByRole('button', { name: button }).click();
    await register.getByRole('button', { name: 'Đang lập tệp…' }).waitFor();
    expect(await register.getByText('Hệ thống đang bận.').count()).toBe(0);
    await shown(page, 'register-making');
    made();
    await page.waitForRequest('**/fake-bucket');
    await register.getByRole('button', { name: button }).waitFor();
    expect(province.asked.filter(({ line }) => line.endsWith('/prints')).map(({ body }) => body)).toEqual([{ format }, { format }]);
    await page.keyboard.press('Escape');

    await page.getByRole('link', { name: 'Đã chuyển đi' }).click();
    await page.getByRole('heading', { level: 1, name: 'Hồ sơ đã chuyển đi' }).waitFor();
    expect(new URL(page.url()).searchParams.get('viec')).toBe('da-chuyen-di');
    await page.getByText('Sở Tư pháp').first().waitFor();
    await shown(page, 'passed-on');
    await page.getByRole('button', { name: 'Xem thêm' }).click();
    await page.getByText('000.01.19.H30-261120-0009').waitFor();
    expect(await page.locator('tbody tr').count()).toBe(12);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1)).toBe(false);
    await page.getByRole('button', { name: '000.01.19.H30-261120-0000' }).click();
    await page.getByRole('heading', { name: 'Đăng ký khai sinh' }).first().waitFor();
    expect(visitor.trouble).toEqual([]);
  } finally {
    await visitor.context.close();
    await province.close();
  }
});
