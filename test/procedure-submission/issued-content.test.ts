import { beforeEach, describe, expect, it } from 'vitest';
import { issueControlSheet, issueDocument } from '../../functions/procedure-submission/issue-document.ts';
import type { FormContent } from '../../functions/procedure-submission/form-content.ts';
import { renderForm } from '../../functions/procedure-submission/form.pdf.ts';
import { GetDeskForm, GetMyForm, IssuedForm } from '../../shared/contracts/form-routes.ts';
import { ExtendDossier, FinishDossier, GetMyDossier, HandOverResult, OpenDossier, RequestSupplement, StopDossier, TakeDossier } from '../../shared/contracts/procedure-submission.ts';
import type { DossierView } from '../../shared/contracts/dossier.ts';
import type { Route } from '../../shared/contracts/route.ts';
import type { Actor } from '../../shared/runtime/actor.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { apiOn, checkedUpload, depsOn, siteOrigin, type Api } from './support/desk.ts';
import { caseOfficer, citizen, clerk, leader, otherCitizen, strangerClerk } from './support/dossiers.ts';
import { formFaces } from './support/faces.ts';
import { done, nobody, stepsOn } from './support/steps.ts';

const fonts = formFaces();
let deps: ReturnType<typeof printing>;
let call: Api;
let steps: ReturnType<typeof stepsOn>;
let upload: (who: Actor) => Promise<string>;
const files = new Map<string, Uint8Array>();
const printing = (table: Parameters<typeof depsOn>[0]) => ({
  ...depsOn(table), siteOrigin, render: (content: Parameters<typeof renderForm>[0]) => renderForm(content, fonts),
  documents: { put: ({ key, bytes }: { key: string; bytes: Uint8Array }) => { files.set(key, files.get(key) ?? bytes); return Promise.resolve(); } },
});
beforeEach(() => {
  files.clear();
  const table = memoryDynamo().table('forms');
  deps = printing(table);
  call = apiOn(deps);
  steps = stepsOn(call, table);
  upload = (who) => checkedUpload(table, who);
});

const asked = (route: Route, who: Actor, dossierId: string, documentId: string) => call(route, who, { params: { dossierId, documentId } });
/** The paper drawn anew from what the screen is given. */
const drawnFrom = (body: unknown): Promise<Uint8Array> => { const content = IssuedForm.parse(body); return renderForm({ ...content, issuedAt: new Date(content.issuedAt) } as FormContent, fonts); };
const sameBytes = (one: Uint8Array | undefined, other: Uint8Array): boolean => one !== undefined && Buffer.compare(one, other) === 0;

describe('an issued form on the screen', () => {
  it('is what its PDF was drawn from, to the byte, for the applicant and at the desk', async () => {
    const accepted = await steps.accept(await steps.file());
    const extended = done(await steps.act(ExtendDossier, leader, accepted, { reason: 'Phải xác minh.', newDate: '2026-12-04' }));
    const supplement = done(await steps.act(RequestSupplement, clerk, extended, { reason: 'Bản chụp mờ.', items: [{ kind: 'text', what: 'Giấy chứng sinh chụp rõ' }] }));
    const stopped = done(await steps.act(StopDossier, leader, supplement, { reason: 'Chờ kết luận.' }));
    const { dossierId } = accepted;
    await issueDocument(deps)(dossierId, { kind: 'receipt' });
    for (const [kind, { revision }] of [['apology', extended], ['supplement', supplement], ['stop', stopped]] as const) await issueDocument(deps)(dossierId, { kind, revision });
    const { documents } = (await call(GetMyDossier, citizen, { params: { dossierId } })).body as unknown as DossierView;
    expect(documents.flatMap(({ kind, onScreen }) => (onScreen === true ? [kind] : [])).toSorted()).toEqual(['apology', 'receipt', 'stop', 'supplement']);
    for (const { documentId } of documents) {
      const [mine, theirs] = [await asked(GetMyForm, citizen, dossierId, documentId), await asked(GetDeskForm, clerk, dossierId, documentId)];
      expect([mine.status, theirs.status], documentId).toEqual([200, 200]);
      expect(theirs.body).toEqual(mine.body);
      expect(sameBytes(files.get(`dossiers/${dossierId}/${documentId}.pdf`), await drawnFrom(mine.body)), documentId).toBe(true);
    }
    expect(documents).toHaveLength(files.size);
  });

  it('stays as issued when the promise moves, also where the first attempt died between words and row', async () => {
    const accepted = await steps.accept(await steps.file());
    const { dossierId } = accepted;
    const dying = issueDocument({ ...deps, documents: { put: () => Promise.reject(new Error('killed')) } });
    await expect(dying(dossierId, { kind: 'receipt' })).rejects.toThrow('killed');
    expect((await asked(GetMyForm, citizen, dossierId, 'receipt')).status).toBe(404);
    await steps.act(ExtendDossier, leader, accepted, { reason: 'Phải xác minh.', newDate: '2026-12-04' });
    await issueDocument(deps)(dossierId, { kind: 'receipt' });
    const { body } = await asked(GetMyForm, citizen, dossierId, 'receipt');
    expect(JSON.stringify(body)).toContain('ngày 30 tháng 11 năm 2026');
    expect(JSON.stringify(body)).not.toContain('04 tháng 12');
    expect(sameBytes(files.get(`dossiers/${dossierId}/receipt.pdf`), await drawnFrom(body))).toBe(true);
  });

  it('is not shown to who may not open the paper: another applicant, another agency, and the control sheet not to the applicant', async () => {
    const taken = done(await steps.act(TakeDossier, caseOfficer, await steps.accept(await steps.file())));
    const finished = done(await steps.act(FinishDossier, caseOfficer, taken, { resultUploadId: await upload(caseOfficer) }));
    const { dossierId } = done(await steps.act(HandOverResult, clerk, finished));
    await issueDocument(deps)(dossierId, { kind: 'receipt' });
    await issueControlSheet(deps)(dossierId);
    for (const [route, who, status] of [[GetMyForm, otherCitizen, 404], [GetDeskForm, strangerClerk, 404], [GetMyForm, clerk, 403], [GetMyForm, nobody, 401]] as const)
      expect((await asked(route, who, dossierId, 'receipt')).status, who.kind).toBe(status);
    const sheets = ((await call(OpenDossier, clerk, { params: { dossierId } })).body as unknown as DossierView).documents.filter(({ kind }) => kind === 'control-sheet');
    for (const { documentId } of sheets) {
      expect((await asked(GetMyForm, citizen, dossierId, documentId)).status).toBe(404);
      expect((await asked(GetDeskForm, clerk, dossierId, documentId)).status).toBe(200);
    }
    expect(sheets).toHaveLength(1);
    expect((await asked(GetMyForm, citizen, dossierId, 'refusal')).body).toMatchObject({ code: 'not-found' });
  });
});
