import { channels } from '../../shared/kernel/dossier-status.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { spelledInstant } from '../../shared/kernel/spelled-time.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { competentAgency } from './dossier.ts';
import { signerOf, type HistoryRecord } from './history.ts';
import { formInForce, type FormInForce, type FormKind } from './issued-forms.ts';
import type { DossierRecord } from './ports.ts';
import type { TableContent } from './table.pdf.ts';

/** What a printed form says, apart from how it is laid out. */
export type FormContent = {
  readonly form: FormInForce; readonly agency: string; readonly number?: string; readonly issuedAt: Date;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  readonly papers: readonly string[];
  /** what stands above the papers, when they are not those that were filed */
  readonly papersTitle?: string;
  /** drawn below the lines, on a sheet laid across */
  readonly table?: TableContent & { readonly title: string };
  readonly closing: string;
  readonly signatures: readonly [{ readonly role: string; readonly name: string }, { readonly role: string; readonly name: string }];
  /** of a letter: who gets it, in the place of the first signature */
  readonly recipients?: readonly string[];
  readonly link: string; readonly trackingCode: string;
};

const two = (value: number): string => String(value).padStart(2, '0');
/** The page that follows a dossier by its code: a page of the site, never of the API. */
export const trackingLink = (siteOrigin: string, code: string): string => `${siteOrigin}/tra-cuu/?ma=${code}`;
/** The page that shows what happened to a dossier and checks that nobody altered it: where a printed form can be held against. */
const verifyLink = (siteOrigin: string, code: string): string => `${siteOrigin}/kiem-chung/?ma=${code}`;

const lineOf = (record: DossierRecord, act: string): HistoryRecord => {
  const found = record.history.find((one) => one.act === act);
  if (found === undefined) throw new DomainError('not-found', `no ${act} in the history`);
  return found;
};

export const applicantLines = ({ filed }: DossierRecord) => [
  { label: 'Tiếp nhận hồ sơ của', value: filed.applicant.name },
  ...(filed.applicant.phone === undefined ? [] : [{ label: 'Số điện thoại', value: filed.applicant.phone }]),
  ...(filed.applicant.email === undefined ? [] : [{ label: 'Thư điện tử', value: filed.applicant.email }]),
  { label: 'Nội dung yêu cầu giải quyết', value: `${filed.procedure.name.vi} (mã thủ tục ${filed.procedure.code})` },
  { label: 'Trường hợp', value: filed.caseName.vi },
];

const recipientsOf = ({ filed }: DossierRecord): string[] => [filed.applicant.name, 'Bộ phận Tiếp nhận và Trả kết quả', 'Lưu: hồ sơ'];

/** Whose signature stands on the right, where it is not the clerk who took the dossier in. */
const signers: Readonly<Partial<Record<FormKind, string>>> = {
  supplement: 'NGƯỜI HƯỚNG DẪN', stop: 'THỦ TRƯỞNG CƠ QUAN', apology: 'THỦ TRƯỞNG CƠ QUAN', payment: 'NGƯỜI LẬP THÔNG BÁO', 'control-sheet': 'NGƯỜI TRẢ KẾT QUẢ',
};

/** What every form has: its head, whom it is signed by, and where it can be verified. */
export const common = (record: DossierRecord, kind: FormKind, line: HistoryRecord, siteOrigin: string) => {
  const { filed: { applicant, trackingCode }, standing: { number } } = record;
  return {
    form: formInForce(kind, localDate(new Date(line.at))), agency: competentAgency(record).name, issuedAt: new Date(line.at), ...(number === undefined ? {} : { number }),
    link: verifyLink(siteOrigin, trackingCode), trackingCode, papers: [] as readonly string[],
    signatures: [{ role: 'NGƯỜI NỘP HỒ SƠ', name: applicant.name }, { role: signers[kind] ?? 'NGƯỜI TIẾP NHẬN HỒ SƠ', name: signerOf(line.private) }],
  } as const;
};

type Names = { readonly papers: ReadonlyMap<string, string>; readonly publishedTerm?: string | undefined };

/** What was handed in, counted by kind: at a desk as the clerk counted it, online as files. */
const paperLines = ({ filed }: DossierRecord, { papers }: Names): string[] => {
  const name = (paperId: string): string => papers.get(paperId) ?? paperId;
  const counted = (count: number, kind: string): string[] => (count === 0 ? [] : [`${two(count)} ${kind}`]);
  if (filed.components !== undefined) return filed.components.map(({ paperId, original, copy, electronic }) => `${name(paperId)} (${[...counted(original, 'bản chính'), ...counted(copy, 'bản sao'), ...counted(electronic, 'bản điện tử')].join(', ')})`);
  return filed.attachments.map((paper) => `${name(paper.paperId)} (01 bản điện tử: ${paper.fileName})`);
};

/** Mẫu 01: what was received, when, and when the result is promised. `names` come from the procedure version of the dossier. */
export const receiptContent = (record: DossierRecord, siteOrigin: string, names: Names): FormContent => {
  const { filed, standing } = record;
  const line = lineOf(record, 'accept');
  const promised = standing.dueAt === undefined
    ? `theo thời hạn đã công bố: ${names.publishedTerm ?? 'chưa công bố'}`
    : spelledInstant(new Date(standing.dueAt));
  const channel = channels.find((one) => one.key === filed.channel)?.name.vi ?? filed.channel;
  return {
    ...common(record, 'receipt', line, siteOrigin),
    lines: [
      ...applicantLines(record), { label: 'Hình thức nộp', value: channel }, ...(filed.helpedAt === undefined || filed.helpedAt.code === filed.agency.code ? [] : [{ label: 'Nộp tại', value: filed.helpedAt.name }]), { label: 'Số lượng hồ sơ', value: '01 (bộ)' },
      { label: 'Thời gian nhận hồ sơ', value: spelledInstant(new Date(line.at)) },
      { label: 'Thời gian trả kết quả', value: promised },
    ],
    papers: paperLines(record, names),
    closing: 'Kết quả được trả tại Bộ phận Tiếp nhận và Trả kết quả của cơ quan tiếp nhận. Tổ chức, cá nhân theo dõi hồ sơ bằng mã tra cứu, kiểm chứng giấy này bằng mã QR.',
  };
};

/** Mẫu 03: what was refused and why. */
export const refusalContent = (record: DossierRecord, siteOrigin: string): FormContent => {
  const line = lineOf(record, 'refuse');
  return {
    ...common(record, 'refusal', line, siteOrigin),
    lines: [
      ...applicantLines(record),
      { label: 'Thời gian từ chối', value: spelledInstant(new Date(line.at)) },
      { label: 'Lý do không tiếp nhận, giải quyết hồ sơ', value: line.private.reason ?? '' },
    ],
    closing: 'Bộ phận Tiếp nhận và Trả kết quả thông báo để tổ chức, cá nhân được biết và thực hiện.',
  };
};

export const lineAt = (record: DossierRecord, revision: number): HistoryRecord => {
  const found = record.history.find((one) => one.seq === revision);
  if (found === undefined) throw new DomainError('not-found', `no line ${revision} in the history`);
  return found;
};

/** Mẫu 02: what the applicant is asked for and why. `revision` is the line of history that asks. */
export const supplementContent = (record: DossierRecord, siteOrigin: string, revision: number): FormContent => {
  const line = lineAt(record, revision);
  const round = record.rounds.find((one) => one.revision === revision);
  const paused = record.standing.receivedAt !== undefined;
  return {
    ...common(record, 'supplement', line, siteOrigin),
    lines: [
      ...applicantLines(record),
      ...(round === undefined ? [] : [{ label: 'Lần yêu cầu', value: two(round.round) }]), { label: 'Thời gian yêu cầu', value: spelledInstant(new Date(line.at)) },
      { label: 'Lý do', value: line.private.reason ?? '' },
      ...(round?.answerBy === undefined ? [] : [{ label: 'Bổ sung chậm nhất', value: spelledInstant(new Date(round.answerBy)) }]),
    ],
    papersTitle: 'Đề nghị bổ sung, hoàn thiện:', papers: (round?.items ?? []).map(({ what }) => what),
    closing: `Tổ chức, cá nhân bổ sung theo từng mục tại trang Hồ sơ của tôi hoặc tại Bộ phận Tiếp nhận và Trả kết quả.${paused ? ' Thời gian chờ bổ sung không tính vào thời hạn giải quyết; thời gian đã dùng trước đó vẫn được tính.' : ''}`,
  };
};

/** The notice that work on a dossier stops, and why. `revision` is the line of history that stops it. */
export const stopContent = (record: DossierRecord, siteOrigin: string, revision: number): FormContent => {
  const line = lineAt(record, revision);
  return {
    ...common(record, 'stop', line, siteOrigin), recipients: recipientsOf(record),
    lines: [
      ...applicantLines(record),
      { label: 'Thời gian dừng', value: spelledInstant(new Date(line.at)) },
      { label: 'Lý do dừng giải quyết hồ sơ', value: line.private.reason ?? '' },
    ],
    closing: 'Thời gian dừng không tính vào thời hạn giải quyết. Khi hồ sơ được giải quyết tiếp, cơ quan thông báo ngày hẹn trả kết quả mới.',
  };
};

/** Mẫu 04: the apology, why, and the later date. `revision` is the line of history that promises it. */
export const apologyContent = (record: DossierRecord, siteOrigin: string, revision: number): FormContent => {
  const line = lineAt(record, revision);
  const { extension } = record.standing;
  if (extension === undefined) throw new DomainError('not-found', 'an apology without a new date');
  return {
    ...common(record, 'apology', line, siteOrigin), recipients: recipientsOf(record),
    lines: [
      ...applicantLines(record),
      { label: 'Ngày hẹn trả kết quả trước đây', value: spelledInstant(new Date(extension.previousDueAt)) },
      { label: 'Lý do chưa trả được kết quả', value: line.private.reason ?? '' },
      { label: 'Ngày hẹn trả kết quả mới', value: spelledInstant(new Date(extension.dueAt)) },
    ],
    closing: 'Cơ quan xin lỗi tổ chức, cá nhân về sự chậm trễ này và mong được thông cảm.',
  };
};
