import { newId } from '../../../shared/kernel/ids.ts';
import type { ProcedureView } from '../../../shared/contracts/procedure.ts';
import type { Citizen, Officer } from '../../../shared/runtime/actor.ts';
import { begin, move, type Filed } from '../../../functions/procedure-submission/dossier.ts';
import { genesisOf, sealHappening } from '../../../functions/procedure-submission/history.ts';
import type { DossierRecord } from '../../../functions/procedure-submission/ports.ts';
import { transitionOf } from '../../../functions/procedure-submission/transitions.ts';

export const agencyCode = 'H30.19.01';
export const otherAgencyCode = 'H30.19.02';
export const now = new Date('2026-11-20T02:00:00.000Z');

export const citizen: Citizen = { kind: 'citizen', subject: 'cong-dan-mot', name: 'Người Nộp Hồ Sơ Thử Nghiệm', email: 'congdan01@example.vn', nationalId: '093000000001' };
export const otherCitizen: Citizen = { kind: 'citizen', subject: 'cong-dan-hai', name: 'Người Nộp Thứ Hai' };

const officer = (username: string, role: 'one-stop-clerk' | 'case-officer' | 'leader', agency = agencyCode): Officer => ({
  kind: 'officer', subject: username, personId: newId('per', now), username, name: `Cán bộ ${username}`, posts: [{ agency, role, from: '2020-01-01' }],
});
export const clerk = officer('motcua.vithanh1', 'one-stop-clerk');
export const secondClerk = officer('motcua2.vithanh1', 'one-stop-clerk');
export const caseOfficer = officer('chuyenvien.vithanh1', 'case-officer');
export const leader = officer('lanhdao.vithanh1', 'leader');
export const strangerClerk = officer('motcua.vithanh3', 'one-stop-clerk', otherAgencyCode);

/** One case per channel, one required paper, one question of every kind. */
export const procedure: ProcedureView = {
  code: '1.001193', version: 1, publishedAt: now.toISOString(), status: 'open',
  name: { vi: 'Đăng ký khai sinh', en: 'Birth registration' }, field: { vi: 'Hộ tịch', en: 'Civil status' }, level: 'commune', effectiveFrom: '2020-01-01',
  structure: 'by-case', acceptsOnline: true, receivedBy: { kind: 'level', level: 'commune' },
  cases: [{
    id: 'thong-thuong', name: { vi: 'Trường hợp thông thường', en: 'Ordinary case' },
    channels: [{ channel: 'online', term: { parts: [{ amount: 5, unit: 'WORKING_DAY' }] }, fee: { kind: 'free' }, reading: 'stated' }, { channel: 'post', fee: { kind: 'free' }, reading: 'stated' }],
    papers: [{ id: 'giay-chung-sinh', name: 'Giấy chứng sinh', required: true }, { id: 'van-ban-uy-quyen', name: 'Văn bản ủy quyền', required: false }],
  }],
  form: [{
    id: 'tre', title: { vi: 'Trẻ em', en: 'Child' },
    questions: [
      { id: 'ho-ten', label: { vi: 'Họ và tên', en: 'Full name' }, kind: 'text', required: true, maxLength: 120 },
      { id: 'ngay-sinh', label: { vi: 'Ngày sinh', en: 'Date of birth' }, kind: 'date', required: true },
      { id: 'gioi-tinh', label: { vi: 'Giới tính', en: 'Sex' }, kind: 'choice', required: false, options: [{ value: 'nam', label: { vi: 'Nam', en: 'Male' } }, { value: 'nu', label: { vi: 'Nữ', en: 'Female' } }] },
      { id: 'can-nang', label: { vi: 'Cân nặng', en: 'Weight' }, kind: 'number', required: false },
    ],
  }, {
    id: 'nguoi-nop', title: { vi: 'Người nộp', en: 'Applicant' },
    questions: [
      { id: 'so-dinh-danh', label: { vi: 'Số định danh', en: 'Identity number' }, kind: 'national-id', required: false },
      { id: 'dien-thoai', label: { vi: 'Điện thoại', en: 'Telephone' }, kind: 'phone', required: false },
      { id: 'thu', label: { vi: 'Thư điện tử', en: 'E-mail' }, kind: 'email', required: false },
      { id: 'ghi-chu', label: { vi: 'Ghi chú', en: 'Note' }, kind: 'paragraph', required: false },
    ],
  }],
  legalBasis: [], published: { code: '1.001193', level: 'xã', term: '5 ngày làm việc', fee: null, papers: [], result: null, agency: null, decision: null, jurisdiction: null, sourceType: 'test', sourcePage: 'test' },
};

export const answers = { 'ho-ten': 'Trẻ Em Thử Nghiệm', 'ngay-sinh': '2026-11-01', 'dien-thoai': '0900 000 001' };

export const filedAt = (at: Date, changes: Partial<Filed> = {}): Filed => ({
  dossierId: newId('dos', at), trackingCode: 'HG-4K7M-9QRT-2XYZ', procedure: { code: procedure.code, name: procedure.name, version: 1 },
  caseId: 'thong-thuong', caseName: { vi: 'Trường hợp thông thường', en: 'Ordinary case' }, channel: 'online', agency: { code: agencyCode, name: 'Ủy ban nhân dân Phường I' },
  applicant: { subject: citizen.subject, name: citizen.name, phone: '0900000001', email: 'congdan01@example.vn' }, answers,
  attachments: [{ paperId: 'giay-chung-sinh', uploadId: newId('upl', at), fileName: 'giấy chứng sinh.pdf', contentType: 'application/pdf', size: 1000 }],
  submittedAt: at.toISOString(), ...changes,
});

/** A dossier after some acts, with a history that holds. */
export const recordAfter = async (acts: readonly ('accept' | 'refuse' | 'take' | 'request-supplement' | 'stop' | 'extend')[], filed = filedAt(now), reason?: string): Promise<DossierRecord> => {
  const first = begin(filed.submittedAt, filed.agency.code);
  const opening = await sealHappening(await genesisOf(filed.dossierId), { seq: 0, at: filed.submittedAt, act: 'submit', from: null, to: 1, by: { kind: 'citizen' }, private: { person: citizen.subject, name: citizen.name, salt: 'a' } });
  let record: DossierRecord = { filed, standing: { ...first, historyHead: opening.hash }, history: [opening], documents: [], rounds: [], obligations: [], warnings: [] };
  for (const act of acts) {
    const transition = transitionOf(act);
    const clock = act === 'accept' ? { number: '000.01.19.H30-261120-0001', receivedAt: now.toISOString(), dueAt: '2026-11-30T10:00:00.000Z' } : {};
    const after = move(record, transition, now.toISOString(), clock);
    const entry = await sealHappening(record.standing.historyHead, {
      seq: after.revision, at: now.toISOString(), act, from: record.standing.business, to: after.business, by: { kind: 'officer', role: 'one-stop-clerk', agency: agencyCode },
      private: { person: clerk.personId, name: clerk.name, ...(reason === undefined ? {} : { reason }), salt: 'b' },
    });
    record = { ...record, standing: { ...after, historyHead: entry.hash }, history: [...record.history, entry] };
  }
  return record;
};
