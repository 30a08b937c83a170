import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { RecordPayment, RequestPayment } from '../../shared/contracts/matter-routes.ts';
import { AcceptDossier, AnswerSupplement, ExtendDossier, FinishDossier, GetMyDossier, GetMyFile, RefuseDossier, RequestSupplement, StopDossier, TakeDossier } from '../../shared/contracts/procedure-submission.ts';
import { DossierView } from '../../shared/contracts/dossier.ts';
import { newId } from '../../shared/kernel/ids.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { dossierRepository } from '../../functions/procedure-submission/dossier.repository.ts';
import { renderForm } from '../../functions/procedure-submission/form.pdf.ts';
import type { FormContent } from '../../functions/procedure-submission/form-content.ts';
import { issueDocument, issueReceipts } from '../../functions/procedure-submission/issue-document.ts';
import { mailContent } from '../../functions/procedure-submission/mail-content.ts';
import { mailLedger } from '../../shared/runtime/mail-ledger.ts';
import { MailNotSent } from '../../shared/runtime/mailer.ts';
import { notifyApplicant } from '../../functions/procedure-submission/notify-applicant.ts';
import { putResultAway } from '../../functions/procedure-submission/put-result-away.ts';
import { createTable, type TestTable } from '../support/table.ts';
import { apiOn, checkedUpload, depsOn, siteOrigin, type Api } from './support/desk.ts';
import { caseOfficer, citizen, clerk, leader, now } from './support/dossiers.ts';
import { done, stepsOn } from './support/steps.ts';

const face = (cut: string): Uint8Array => readFileSync(new URL(import.meta.resolve(`@expo-google-fonts/be-vietnam-pro/${cut}/BeVietnamPro_${cut}.ttf`)));
const fonts = { regular: face('400Regular'), bold: face('700Bold') };
let store: TestTable;
let call: Api;
let steps: ReturnType<typeof stepsOn>;
beforeAll(async () => { store = await createTable(tables['procedure-submission'], inject('endpoint')); call = apiOn(depsOn(store.table)); steps = stepsOn(call, store.table); });
afterAll(() => store.drop());

const view = async (dossierId: string) => (await call(GetMyDossier, citizen, { params: { dossierId } })).body as unknown as DossierView;
const times = <T>(count: number, work: () => Promise<T>): Promise<PromiseSettledResult<T>[]> => Promise.allSettled(Array.from({ length: count }, work));

describe('issuing a document', () => {
  const files = new Map<string, Uint8Array>();
  const issuer = () => issueDocument({
    ...depsOn(store.table), siteOrigin, render: (content) => renderForm(content, fonts),
    documents: { put: ({ key, bytes }) => { files.set(key, files.get(key) ?? bytes); return Promise.resolve(); } },
  });

  it.each([1, 2, 3, 4, 5])('%i deliveries give one receipt', async (deliveries) => {
    const { dossierId } = await steps.accept(await steps.file());
    await times(deliveries, () => issuer()(dossierId, { kind: 'receipt' }));
    expect((await view(dossierId)).documents).toMatchObject([{ documentId: 'receipt', kind: 'receipt', contentType: 'application/pdf', form: 'Mẫu số 01, Thông tư số 03/2025/TT-VPCP' }]);
    expect(files.has(`dossiers/${dossierId}/receipt.pdf`)).toBe(true);
  });

  it('killed between the file and its row, it is whole after the next delivery', async () => {
    const { dossierId } = await steps.accept(await steps.file());
    const dossiers = dossierRepository(store.table);
    const dying = issueDocument({
      ...depsOn(store.table), siteOrigin, render: (content) => renderForm(content, fonts), dossiers: { ...dossiers, addDocument: () => Promise.reject(new Error('killed')) },
      documents: { put: ({ key, bytes }) => { files.set(key, bytes); return Promise.resolve(); } },
    });
    await expect(dying(dossierId, { kind: 'receipt' })).rejects.toThrow('killed');
    expect((await view(dossierId)).documents).toEqual([]);
    const first = files.get(`dossiers/${dossierId}/receipt.pdf`);
    files.clear();
    await issuer()(dossierId, { kind: 'receipt' });
    expect((await view(dossierId)).documents).toHaveLength(1);
    expect(Buffer.compare(first ?? Buffer.alloc(0), files.get(`dossiers/${dossierId}/receipt.pdf`) ?? Buffer.alloc(1))).toBe(0);
  });

  it('a refusal has its notice', async () => {
    const filed = await steps.file();
    await steps.act(RefuseDossier, clerk, filed, { reason: 'Hồ sơ không thuộc thẩm quyền.' });
    await issuer()(filed.dossierId, { kind: 'refusal' });
    expect((await view(filed.dossierId)).documents).toMatchObject([{ kind: 'refusal', form: 'Mẫu số 03, Thông tư số 03/2025/TT-VPCP' }]);
  });

  it('each round of asking for more has its own request, with its own list', async () => {
    let dossier = await steps.file();
    for (const what of ['Giấy chứng sinh chụp rõ', 'Văn bản ủy quyền có chữ ký']) {
      const asked = done(await steps.act(RequestSupplement, clerk, dossier, { reason: 'Chưa đủ giấy tờ.', items: [{ kind: 'text', what }] }));
      for (const _ of [1, 2]) await issuer()(asked.dossierId, { kind: 'supplement', revision: asked.revision });
      dossier = DossierView.parse((await steps.act(AnswerSupplement, citizen, asked, { items: [{ itemId: 'muc-1', text: 'Đã bổ sung.' }] })).body);
    }
    expect((await view(dossier.dossierId)).documents).toMatchObject([1, 3].map((revision) => ({ documentId: `supplement-${revision}`, kind: 'supplement', form: 'Mẫu số 02, Thông tư số 03/2025/TT-VPCP' })));
  });

  it('a stop has its notice', async () => {
    const stopped = done(await steps.act(StopDossier, leader, await steps.accept(await steps.file()), { reason: 'Chờ kết luận.' }));
    await issuer()(stopped.dossierId, { kind: 'stop', revision: stopped.revision });
    expect((await view(stopped.dossierId)).documents).toMatchObject([{ documentId: 'stop-2', kind: 'stop', form: 'Mẫu số 05, Thông tư số 03/2025/TT-VPCP' }]);
  });

  it('an extension has its apology, and its mail tells the new date', async () => {
    const extended = done(await steps.act(ExtendDossier, leader, await steps.accept(await steps.file()), { reason: 'Phải xác minh.', newDate: '2026-12-04' }));
    await issuer()(extended.dossierId, { kind: 'apology', revision: extended.revision });
    expect((await view(extended.dossierId)).documents).toMatchObject([{ documentId: 'apology-2', kind: 'apology', form: 'Mẫu số 04, Thông tư số 03/2025/TT-VPCP' }]);
    const record = await dossierRepository(store.table).load(extended.dossierId);
    const mail = mailContent(record!, 'extended', siteOrigin);
    expect(mail.text).toContain('17 giờ 00 phút, ngày 04 tháng 12 năm 2026');
    expect(mail.text).not.toContain('xác minh');
  });

  it('a payment has its notice, and paid a receipt for its fees and one for its charges', async () => {
    const items = [{ kind: 'charge', name: 'Lệ phí hộ tịch', amount: 8000 }, { kind: 'fee', name: 'Phí trích lục', amount: 50_000 }];
    const asked = done(await steps.act(RequestPayment, clerk, await steps.accept(await steps.file()), { reason: 'Chưa nộp.', items }));
    const body = { amount: 58_000, paidOn: '2026-11-20', receipts: [{ kind: 'fee', number: '0000123' }, { kind: 'charge', number: '0000456' }] };
    const paid = done(await steps.act(RecordPayment, clerk, asked, body));
    const printed: FormContent[] = [];
    const deps = { ...depsOn(store.table), siteOrigin, documents: { put: () => Promise.resolve() }, render: (content: FormContent) => { printed.push(content); return renderForm(content, fonts); } };
    for (const _ of [1, 2]) {
      await issueDocument(deps)(asked.dossierId, { kind: 'payment', revision: asked.revision });
      await issueReceipts(deps)(asked.dossierId, paid.revision);
    }
    expect((await view(asked.dossierId)).documents.map(({ documentId, form }) => [documentId, form])).toEqual([
      ['payment-2', 'Thông báo, Luật Phí và lệ phí số 97/2015/QH13'], ['payment-receipt-3-charge', 'Biên lai, Nghị định số 123/2020/NĐ-CP'], ['payment-receipt-3-fee', 'Biên lai, Nghị định số 123/2020/NĐ-CP'],
    ]);
    expect(printed.map(({ form, papers }) => [form.title, papers])).toEqual([
      ['THÔNG BÁO NỘP PHÍ, LỆ PHÍ', ['Lệ phí hộ tịch: 8.000 đồng', 'Phí trích lục: 50.000 đồng']],
      ['BIÊN LAI THU PHÍ', ['Phí trích lục: 50.000 đồng']], ['BIÊN LAI THU LỆ PHÍ', ['Lệ phí hộ tịch: 8.000 đồng']],
    ]);
    expect(printed[1]?.lines).toEqual(expect.arrayContaining([{ label: 'Số biên lai', value: '0000123' }, { label: 'Tổng số tiền', value: '50.000 đồng (Năm mươi nghìn đồng)' }]));
  });

  it('a document being issued does not stand in the way of the desk', async () => {
    const filed = await steps.file();
    const accepted = await steps.accept(filed);
    const [, taken] = await Promise.all([issuer()(filed.dossierId, { kind: 'receipt' }), steps.act(AcceptDossier, clerk, accepted)]);
    expect(taken.body.code).toBe('state-conflict');
    expect((await view(filed.dossierId)).revision).toBe(1);
  });
});

describe('a result', () => {
  it.each([1, 2, 3, 4, 5])('told of %i times, is put among the issued documents once', async (deliveries) => {
    const taken = done(await steps.act(TakeDossier, caseOfficer, await steps.accept(await steps.file())));
    const resultUploadId = await checkedUpload(store.table, caseOfficer);
    await steps.act(FinishDossier, caseOfficer, taken, { resultUploadId });
    const kept = new Map<string, Uint8Array>();
    const putAway = putResultAway({
      dossiers: dossierRepository(store.table), checked: { read: (key) => Promise.resolve(Buffer.from(key)) },
      documents: { put: ({ key, bytes }) => { kept.set(key, kept.get(key) ?? bytes); return Promise.resolve(); } },
    });
    await times(deliveries, () => putAway(taken.dossierId));
    expect([...kept]).toEqual([[`dossiers/${taken.dossierId}/${resultUploadId}`, Buffer.from(`files/${resultUploadId}`)]]);
    const link = await call(GetMyFile, citizen, { params: { dossierId: taken.dossierId, fileId: resultUploadId } });
    expect(link.body['url']).toBe(`http://files.test/dossiers/${taken.dossierId}/${resultUploadId}`);
  });
});

describe('writing to the applicant', () => {
  type Mail = { readonly to: string; readonly subject: string; readonly text: string };
  const box = (send?: () => Promise<void>) => {
    const mails: Mail[] = [];
    const notify = notifyApplicant({
      dossiers: dossierRepository(store.table), ledger: mailLedger(store.table), siteOrigin,
      mailer: { send: async (mail) => { await (send?.() ?? Promise.resolve()); mails.push(mail); } },
    });
    return { mails, notify };
  };

  it.each([1, 2, 3, 4, 5])('%i deliveries at once send one mail', async (deliveries) => {
    const { dossierId, trackingCode } = await steps.file();
    const { mails, notify } = box();
    const eventId = newId('evt', now);
    await times(deliveries, () => notify({ eventId, dossierId, occasion: 'submitted', now }));
    expect(await notify({ eventId, dossierId, occasion: 'submitted', now })).toBe('sent before');
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ to: citizen.email });
    expect(mails[0]?.text).toContain(`${siteOrigin}/tra-cuu/?ma=${trackingCode}`);
    expect(mails[0]?.text).not.toMatch(/\/api\/|093000000001|0900/);
    expect(mails[0]?.text).not.toContain(citizen.name);
  });

  it('out of order, each occasion has its own mail', async () => {
    const { dossierId } = await steps.accept(await steps.file());
    const { mails, notify } = box();
    for (const occasion of ['accepted', 'submitted'] as const) await notify({ eventId: newId('evt', now), dossierId, occasion, now });
    expect(mails.map(({ subject }) => subject.split(' · ')[0])).toEqual(['Hồ sơ đã được tiếp nhận', 'Đã nhận hồ sơ nộp trực tuyến']);
    expect(mails[0]?.text).toContain('17 giờ 00 phút, ngày 30 tháng 11 năm 2026');
  });

  it('a request for more, its answer and a withdrawal are written about without saying what they hold', async () => {
    const asked = done(await steps.act(RequestSupplement, clerk, await steps.file(), { reason: 'Bản chụp mờ.', items: [{ kind: 'text', what: 'Nơi sinh của trẻ' }] }));
    const { mails, notify } = box();
    for (const occasion of ['supplement-requested', 'supplement-answered', 'withdrawn'] as const) await notify({ eventId: newId('evt', now), dossierId: asked.dossierId, occasion, now });
    expect(mails.map(({ subject }) => subject.split(' · ')[0])).toEqual(['Hồ sơ cần bổ sung', 'Đã nhận phần bổ sung', 'Hồ sơ đã được rút']);
    expect(JSON.stringify(mails)).not.toMatch(/mờ|Nơi sinh/);
  });

  it('a mail the service refused is tried again; one whose answer was lost waits for its lease', async () => {
    const { dossierId } = await steps.file();
    const ids = { eventId: newId('evt', now), dossierId, occasion: 'submitted' as const };
    let answer = (): Promise<void> => Promise.reject(new MailNotSent());
    const { mails, notify } = box(() => answer());
    await expect(notify({ ...ids, now })).rejects.toThrow();
    answer = () => Promise.reject(new Error('timeout'));
    await expect(notify({ ...ids, now })).rejects.toThrow('timeout');
    answer = () => Promise.resolve();
    expect(await notify({ ...ids, now })).toBe('busy');
    expect(await notify({ ...ids, now: new Date(now.getTime() + 180_000) })).toBe('sent');
    expect(mails).toHaveLength(1);
  });
});
