import type { DeskAct, DeskDossierView, QueueRow } from '../../shared/contracts/dossier.ts';
import type { SessionView } from '../../shared/contracts/identity.ts';

export const here = 'H30.19.01';
export const there = 'H30.19.03';
export const agencies = [
  { code: here, name: 'UBND phường I, thành phố Vị Thanh', level: 'commune', codeStatus: 'assumed', aliases: [], source: 'fixture' },
  { code: there, name: 'UBND phường III, thành phố Vị Thanh', level: 'commune', codeStatus: 'assumed', aliases: [], source: 'fixture' },
];
const post = (agency: string, role: 'one-stop-clerk' | 'case-officer' | 'operations-duty') => ({ agency, role, from: '2020-01-01' });
export const officers = {
  clerk: { kind: 'officer', name: 'Cán bộ một cửa 01', posts: [post(here, 'one-stop-clerk')] },
  both: { kind: 'officer', name: 'Cán bộ hai nơi', posts: [post(here, 'one-stop-clerk'), post(here, 'case-officer'), post(there, 'case-officer')] },
  duty: { kind: 'officer', name: 'Trực điều hành', posts: [post('H30', 'operations-duty')] },
} as const satisfies Record<string, SessionView>;

export const procedures = [
  { code: '1.001193', name: { vi: 'Đăng ký khai sinh', en: 'Birth registration' } },
  { code: '1.000656', name: { vi: 'Đăng ký khai tử', en: 'Death registration' } },
  { code: '1.000894', name: { vi: 'Đăng ký kết hôn', en: 'Marriage registration' } },
  { code: '2.000815', name: { vi: 'Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam cấp hoặc chứng nhận', en: 'Certified copy of papers issued or certified by a competent authority of Việt Nam' } },
  { code: '1.004873', name: { vi: 'Cấp Giấy xác nhận tình trạng hôn nhân', en: 'Certificate of marital status' } },
] as const;

const id = (prefix: string, n: number): string => `${prefix}_01K9M3Z5T8Q2W4E6R8Y0P1${String(n).padStart(4, '0')}`;
const hash = (n: number): string => n.toString(16).padStart(8, '0').repeat(8);
const hour = 3_600_000;
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();

const entry = (seq: number, act: string, statuses: readonly [DeskDossierView['history'][number]['from'], DeskDossierView['history'][number]['to']], at: string): DeskDossierView['history'][number] => ({
  seq, at, act, from: statuses[0], to: statuses[1], privateDigest: hash(seq + 100), previousHash: hash(seq), hash: hash(seq + 1),
  by: seq === 0 ? { kind: 'citizen' } : { kind: 'officer', role: act === 'take' || act === 'finish' ? 'case-officer' : 'one-stop-clerk', agency: here },
  name: seq === 0 ? 'Người nộp hồ sơ' : act === 'take' || act === 'finish' ? 'Chuyên viên 01' : 'Cán bộ một cửa 01',
});

const moves = { accept: [1, 2], refuse: [1, 3], take: [2, 4], finish: [4, 9], 'hand-over': [9, 10], 'request-supplement': [4, 5], stop: [4, 8], resume: [8, 4], extend: [4, 4],
  'request-payment': [4, 6], 'record-payment': [6, 4], 'exempt-payment': [6, 4], 'hand-on': [4, 4], receive: [4, 4], 'send-back': [4, 4], transfer: [4, 2], recompute: [4, 4], 'correct-result': [9, 9] } as const satisfies Record<DeskAct, readonly [number, number]>;
const allowedAt: Record<number, DeskAct[]> = { 1: ['accept', 'refuse'], 2: ['take'], 4: ['finish'], 9: ['hand-over'] };

/** A dossier after an act, as the province would answer. */
export const moved = (view: DeskDossierView, act: DeskAct, reason?: string): DeskDossierView => {
  const [, to] = moves[act];
  const now = new Date().toISOString();
  const line = entry(view.history.length, act, [view.state.business, to], now);
  return {
    ...view, revision: view.revision + 1, state: { ...view.state, business: to }, allowed: allowedAt[to] ?? [],
    history: [...view.history, reason === undefined ? line : { ...line, reason }], ...(reason === undefined ? {} : { reason }),
    ...(act === 'accept' ? { number: '000.01.19.H30-261122-0001', receivedAt: now, dueAt: new Date(Date.now() + 30 * hour).toISOString(), punctuality: { verdict: 'running' as const, workingDays: 2 } } : {}),
    ...(act === 'take' ? { officer: { name: 'Chuyên viên 01' } } : {}),
    ...(act === 'finish' ? { finishedAt: now, punctuality: { verdict: 'early' as const, workingDays: 1 } } : {}),
  };
};

const filed = (n: number, agency: string): DeskDossierView => {
  const procedure = procedures[n % procedures.length] ?? procedures[0];
  const submittedAt = ago((n % 40) * hour * 1.7 + 120_000);
  return {
    dossierId: id('dos', n), trackingCode: `HG-4K7M-9QRT-${String(2000 + n)}`, procedure: { ...procedure, version: 1 },
    caseName: { vi: 'Trường hợp thông thường', en: 'Ordinary case' }, channel: (['online', 'direct', 'online', 'post'] as const)[n % 4] ?? 'online',
    agency: { code: agency, name: agencies.find(({ code }) => code === agency)?.name ?? agency },
    state: { business: 1, finance: 'not-due', delivery: 'none', sync: 'local' }, submittedAt, steps: [{ at: submittedAt, status: 1 }],
    revision: 1, answers: { 'ho-ten-tre': 'Trẻ được khai sinh', 'ngay-sinh': '2026-11-02', 'gioi-tinh': 'nu', 'ghi-chu': 'Sinh tại Bệnh viện Đa khoa tỉnh Hậu Giang.\nĐề nghị cấp hai bản sao trích lục.' },
    attachments: [
      { paperId: 'giay-chung-sinh', uploadId: id('upl', n * 2), fileName: 'giay-chung-sinh.jpg', contentType: 'image/jpeg', size: 1_480_000 },
      { paperId: 'can-cuoc', uploadId: id('upl', n * 2 + 1), fileName: 'can-cuoc-cha-me.pdf', contentType: 'application/pdf', size: 320_000 },
    ],
    ownActs: [], supplements: [], payments: [], transfers: [], corrections: [], documents: [], allowed: ['accept', 'refuse'], history: [entry(0, 'submit', [null, 1], submittedAt)],
    applicant: { name: `Người nộp hồ sơ ${String(n).padStart(3, '0')}`, phone: '0900000000', email: 'nguoi-nop@example.vn', nationalId: '093000000000' },
  };
};

const dueIn = (view: DeskDossierView, hours: number): DeskDossierView => ({
  ...view, dueAt: new Date(Date.now() + hours * hour).toISOString(), receivedAt: ago(40 * hour), number: `000.01.19.H30-261120-${String(view.revision).padStart(2, '0')}${view.trackingCode.slice(-2)}`,
  punctuality: hours < 0 ? { verdict: 'overdue', workingDays: Math.ceil(-hours / 24) } : { verdict: 'running', workingDays: Math.ceil(hours / 24) },
  documents: [{ documentId: 'giay-tiep-nhan', kind: 'receipt', form: 'Mẫu 01', name: { vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'Acknowledgement and appointment slip' }, issuedAt: ago(40 * hour), contentType: 'application/pdf' }],
});

/** 14 to accept, 6 to take, 130 in progress (two pages), 3 to hand over, and one in the other agency. */
export const someDossiers = (): DeskDossierView[] => Array.from({ length: 154 }, (_, n) => {
  const view = filed(n, n === 153 ? there : here);
  if (n < 14) return view;
  const accepted = dueIn(moved(view, 'accept'), (n % 9) * 16 - 24);
  if (n < 20) return accepted;
  const taken = dueIn(moved(accepted, 'take'), (n % 9) * 16 - 24);
  return n < 23 ? moved(taken, 'finish') : taken;
});

export const rowOf = (view: DeskDossierView): QueueRow => ({
  dossierId: view.dossierId, trackingCode: view.trackingCode, procedure: { code: view.procedure.code, name: view.procedure.name }, applicantName: view.applicant.name,
  channel: view.channel, status: view.state.business, submittedAt: view.submittedAt, revision: view.revision, ...(view.officer === undefined ? {} : { officer: { officerId: 'chuyen-vien-01', name: view.officer.name } }), ...(view.number === undefined ? {} : { number: view.number }), ...(view.dueAt === undefined ? {} : { dueAt: view.dueAt }),
});

/** As much of a published procedure as the desk reads: the words of questions and papers. */
export const procedureView = (code: string) => ({
  code, version: 1, name: procedures.find((procedure) => procedure.code === code)?.name,
  cases: [{ id: 'thong-thuong', name: { vi: 'Trường hợp thông thường', en: 'Ordinary case' }, channels: [{ channel: 'direct', fee: { kind: 'free' }, reading: 'stated' }], papers: [{ id: 'giay-chung-sinh', name: 'Giấy chứng sinh hoặc văn bản của người làm chứng xác nhận về việc sinh', required: true }, { id: 'can-cuoc', name: 'Căn cước của cha, mẹ', required: true }] }],
  form: [{ id: 'tre', questions: [
    { id: 'ho-ten-tre', label: { vi: 'Họ, chữ đệm, tên của trẻ', en: 'Full name of the child' }, kind: 'text', required: true },
    { id: 'ngay-sinh', label: { vi: 'Ngày sinh', en: 'Date of birth' }, kind: 'date', required: true },
    { id: 'gioi-tinh', label: { vi: 'Giới tính', en: 'Sex' }, kind: 'choice', required: true, options: [{ value: 'nu', label: { vi: 'Nữ', en: 'Female' } }, { value: 'nam', label: { vi: 'Nam', en: 'Male' } }] },
    { id: 'ghi-chu', label: { vi: 'Đề nghị thêm', en: 'Further request' }, kind: 'paragraph', required: false },
  ] }],
});
