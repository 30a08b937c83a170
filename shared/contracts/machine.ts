import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { DossierNumber } from '../kernel/dossier-number.ts';
import { Channel, DossierStatusCode } from '../kernel/dossier-status.ts';
import { DossierId, TrackingCode, UploadId } from '../kernel/ids.ts';
import { Localised } from '../kernel/localised.ts';
import { ProcedureCode } from '../kernel/procedure-code.ts';
import { UtcInstant } from '../kernel/vietnam-time.ts';
import { cleanText } from '../kernel/vietnamese-text.ts';
import { machine } from './access.ts';
import { act, byDossier, GivenNumber, givingNumber, Seen } from './dossier-act.ts';
import { FileType } from './dossier.ts';
import { defineRoute } from './route.ts';

/** Scopes of an agency's own system; which agency it speaks for is a scope too (`agency/H30.07`). */
const [reads, writes] = [machine('dossiers/read'), machine('dossiers/write')];

/** What may be done now through this interface. */
const MachineAct = z.enum(['confirm', 'report-progress', 'report-result']);

const change = { dossierId: DossierId, at: UtcInstant, revision: z.int(), status: DossierStatusCode, procedureCode: ProcedureCode };
const File = z.object({ fileId: z.string(), name: z.string(), contentType: FileType });

/** A dossier as a system of its agency takes it over: a shape of its own, so that the desk may change and this does not. */
export const MachineDossier = z.object({
  dossierId: DossierId, revision: z.int(), status: DossierStatusCode, trackingCode: TrackingCode, number: DossierNumber.optional(),
  procedure: z.object({ code: ProcedureCode, name: Localised, version: z.int(), case: z.string() }), channel: Channel, agency: z.object({ code: AgencyCode, name: z.string() }),
  submittedAt: UtcInstant, receivedAt: UtcInstant.optional(), dueAt: UtcInstant.optional(), finishedAt: UtcInstant.optional(),
  applicant: z.object({ name: z.string(), nationalId: z.string().optional(), phone: z.string().optional(), email: z.string().optional() }), answers: z.record(z.string(), z.string()),
  papers: z.array(File.extend({ paperId: z.string(), size: z.int() })), documents: z.array(File.extend({ kind: z.string() })),
  allowed: z.array(MachineAct),
}).meta({ id: 'MachineDossier', title: 'MachineDossier' });
export type MachineDossier = z.infer<typeof MachineDossier>;

const exampleDossier = {
  dossierId: 'dos_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', revision: 1, status: 2, trackingCode: 'HG-4K7M-9QRT-2XYZ', number: '000.01.19.H30-261120-0001',
  procedure: { code: '1.001193', name: { vi: 'Đăng ký khai sinh', en: 'Birth registration' }, version: 1, case: 'thong-thuong' }, channel: 'online', agency: { code: 'H30.19.01', name: 'Ủy ban nhân dân Phường I' },
  submittedAt: '2026-11-20T02:00:00.000Z', receivedAt: '2026-11-20T02:00:00.000Z', dueAt: '2026-11-30T10:00:00.000Z',
  applicant: { name: 'Người Nộp Hồ Sơ Thử Nghiệm', nationalId: '093000000001', phone: '0900 000 001', email: 'congdan01@example.vn' },
  answers: { 'ho-ten': 'Trẻ Em Thử Nghiệm', 'ngay-sinh': '2026-11-01', 'dien-thoai': '0900 000 001' },
  papers: [{ paperId: 'giay-chung-sinh', fileId: 'upl_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', name: 'giấy chứng sinh.pdf', contentType: 'application/pdf', size: 1000 }], documents: [], allowed: ['confirm'],
} as const;

export const ListAgencyChanges = defineRoute({
  name: 'listAgencyChanges', method: 'GET', path: '/machine/agencies/{agencyCode}/changes', access: [reads],
  summary: { vi: 'Thay đổi hồ sơ của cơ quan', en: 'What happened to dossiers of the agency since a cursor, in order; at least once, half a minute after it happened' },
  params: () => z.object({ agencyCode: AgencyCode }), query: () => z.object({ since: z.string().max(400).optional(), limit: z.coerce.number().int().min(1).max(200).default(100) }),
  ok: { status: 200, body: () => z.object({ items: z.array(z.object(change)), /** keep it, and ask with it next time */ cursor: z.string() }) }, problems: ['not-found'],
  example: { answer: { items: [{ dossierId: 'dos_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', at: '2026-11-20T02:00:00.000Z', revision: 1, status: 2, procedureCode: '1.001193' }], cursor: 'MjAyNi0xMS0yMFQwMjowMDowMC4wMDBa' } },
});
export const FetchDossier = defineRoute({
  name: 'fetchDossier', method: 'GET', path: '/machine/dossiers/{dossierId}', access: [reads],
  summary: { vi: 'Lấy hồ sơ', en: 'One dossier of the agency, with what its system may do now' },
  params: byDossier, ok: { status: 200, body: MachineDossier }, problems: ['not-found'], example: { answer: exampleDossier },
});
export const FetchDossierFile = defineRoute({
  name: 'fetchDossierFile', method: 'GET', path: '/machine/dossiers/{dossierId}/files/{fileId}', access: [reads],
  summary: { vi: 'Lấy tệp của hồ sơ', en: 'A short-lived link to a file of a dossier of the agency' },
  params: () => byDossier.extend({ fileId: z.string().max(60) }), ok: { status: 200, body: () => z.object({ url: z.string(), expiresAt: UtcInstant }) }, problems: ['not-found'],
  example: { answer: { url: 'https://files.example.vn/files/upl_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', expiresAt: '2026-11-20T02:01:00.000Z' } },
});
export const ConfirmDossier = defineRoute({
  name: 'confirmDossier', method: 'POST', path: '/machine/dossiers/{dossierId}/confirm', access: [writes], keyed: true,
  summary: { vi: 'Xác nhận đã nhận hồ sơ', en: 'The agency’s system has the dossier and works on it (status 4); one that is not accepted yet, and whose number this side issues, is accepted with that number (status 2)' },
  params: byDossier, body: () => Seen.extend({ number: GivenNumber.optional() }), ok: { status: 200, body: MachineDossier }, problems: [...act, ...givingNumber, 'calendar-not-published', 'term-not-structured'],
  example: { body: { revision: 1 }, answer: { ...exampleDossier, revision: 2, status: 4, allowed: ['report-progress', 'report-result'] } },
  otherExamples: {
    withNumber: { summary: 'Accept a dossier that waits for the number of this side', body: { revision: 0, number: 'G09.20-20261120-0092637' }, answer: { ...exampleDossier, number: 'G09.20-20261120-0092637' } },
  },
});
export const ReportProgress = defineRoute({
  name: 'reportProgress', method: 'POST', path: '/machine/dossiers/{dossierId}/progress', access: [writes], keyed: true,
  summary: { vi: 'Báo tiến độ', en: 'What was done meanwhile, for the dossier’s history; its status stays' },
  params: byDossier, body: () => Seen.extend({ note: cleanText(2000, { multiline: true }) }), ok: { status: 200, body: MachineDossier }, problems: [...act],
  example: { body: { revision: 2, note: 'Đã thẩm định, chờ ký.' }, answer: { ...exampleDossier, revision: 3, status: 4, allowed: ['report-progress', 'report-result'] } },
});
export const ReportResult = defineRoute({
  name: 'reportResult', method: 'POST', path: '/machine/dossiers/{dossierId}/result', access: [writes], keyed: true,
  summary: { vi: 'Trả kết quả giải quyết', en: 'Finish with a file uploaded and checked before; the clock stops here (status 9)' },
  params: byDossier, body: () => Seen.extend({ resultUploadId: UploadId }), ok: { status: 200, body: MachineDossier }, problems: [...act, 'upload-unknown', 'upload-not-checked', 'upload-refused', 'upload-reused'],
  example: {
    body: { revision: 3, resultUploadId: 'upl_01K9M3Z5T8Q2W4E6R8Y0P1S3D6' },
    answer: { ...exampleDossier, revision: 4, status: 9, finishedAt: '2026-11-20T02:00:00.000Z', documents: [{ fileId: 'upl_01K9M3Z5T8Q2W4E6R8Y0P1S3D6', kind: 'result', name: 'Kết quả giải quyết', contentType: 'application/pdf' }], allowed: [] },
  },
});

export const machineRoutes = [ListAgencyChanges, FetchDossier, FetchDossierFile, ConfirmDossier, ReportProgress, ReportResult] as const;
