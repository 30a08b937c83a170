import type { FieldProblemCode } from '../../shared/contracts/field-problems.ts';
import { kenh, nationalProcedure, units, type NationalProcedure } from '../../shared/contracts/national-procedure.ts';
import type { CaseChannel, Fee, FormPage, Unsettled } from '../../shared/contracts/procedure.ts';
import type { Channel } from '../../shared/kernel/dossier-status.ts';
import { fold } from '../../shared/kernel/vietnamese-text.ts';
import type { Term, TermUnit } from '../../shared/kernel/working-time/term.ts';
import { fieldErrors } from '../../shared/runtime/problem.ts';

/** `CACHTHUCTHUCHIEN[0].THOIGIAN[1].DONVITINH`, as whoever sent the file would write it. */
export type Refusal = { readonly path: string; readonly code: FieldProblemCode };
export type Imported = { readonly code: string; readonly name: string; readonly content?: Readonly<Record<string, unknown>>; readonly refusals: readonly Refusal[]; /** filled fields that have no place here */ readonly notTaken: readonly string[] };

type Time = NationalProcedure['CACHTHUCTHUCHIEN'][number]['THOIGIAN'][number];
type Content = Record<string, unknown>;

const channels = Object.fromEntries(Object.entries(kenh).map(([channel, number]) => [number, channel])) as Record<'1' | '2' | '3', Channel>;
const slug = (words: string, otherwise: string): string => fold(words).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60).replace(/-+$/, '') || otherwise;
const unitOf = (words: string): TermUnit | undefined => (Object.keys(units) as TermUnit[]).find((unit) => fold(units[unit]) === fold(words.trim()) || (unit === 'HOUR' && fold(words.trim()) === 'gio'));
const dotted = (pointer: string): string => pointer.slice(1).split('/').map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step.replaceAll('~1', '/').replaceAll('~0', '~')}`)).join('').replace(/^\./, '');

/** The term on the wire, with ours where ours says more. Both must tell the same figure. */
const termOf = ({ THOIGIANGIAIQUYET: amount, DONVITINH, HAUGIANG }: Time, at: string, refuse: (path: string, code: FieldProblemCode) => void): Term | undefined => {
  const own = HAUGIANG?.term;
  if (amount === null || amount === undefined) return own;
  const unit = unitOf(DONVITINH);
  if (unit === undefined) { refuse(`${at}.DONVITINH`, DONVITINH === '' ? 'field.missing' : 'field.not-listed'); return undefined; }
  if (own !== undefined && (own.parts.length > 1 || own.parts[0]?.amount !== amount || own.parts[0]?.unit !== unit)) refuse(`${at}.HAUGIANG.term`, 'import.disagrees');
  return own ?? { parts: [{ amount, unit }] };
};

const feeOf = ({ PHILEPHI, HAUGIANG }: Time, at: string, refuse: (path: string, code: FieldProblemCode) => void): Fee => {
  const [fee, ...more] = PHILEPHI;
  if (fee === undefined) return { kind: 'not-stated' };
  // several fees for one case and channel are a matter of its wording: they stay words
  if (more.length > 0) return { kind: 'by-reference', text: PHILEPHI.map(({ SOTIEN, DONVI, MOTA }) => [MOTA, SOTIEN ?? '', DONVI].filter((part) => part !== '').join(' ')).join('; ') };
  const { SOTIEN, MOTA } = fee;
  if (SOTIEN === null || SOTIEN === undefined) {
    if (MOTA === '') refuse(`${at}.PHILEPHI[0].SOTIEN`, 'field.missing');
    return { kind: 'by-reference', text: MOTA };
  }
  if (SOTIEN === 0) return { kind: 'free' };
  return { kind: 'amount', vnd: SOTIEN, ...(MOTA === '' ? {} : { per: { vi: MOTA, en: HAUGIANG?.feePerEn ?? MOTA } }) };
};

/** What every applicant is asked for; the wire knows nothing of forms. */
const plainForm: FormPage[] = [{
  id: 'applicant', title: { vi: 'Người nộp hồ sơ', en: 'The applicant' }, questions: [
    { id: 'applicant-name', label: { vi: 'Họ, chữ đệm, tên', en: 'Full name' }, required: true, kind: 'text', maxLength: 120 },
    { id: 'applicant-national-id', label: { vi: 'Số định danh cá nhân hoặc số CMND', en: 'Personal identification number, or former identity card number' }, required: true, kind: 'national-id' },
    { id: 'applicant-phone', label: { vi: 'Số điện thoại', en: 'Telephone' }, required: true, kind: 'phone' },
  ],
}];

const ask = (at: string, vi: string, en: string): Unsettled => ({ at, question: { vi, en } });

type Case = { readonly id: string; readonly name: { vi: string; en: string }; readonly channels: CaseChannel[]; readonly papers: unknown[] };

const casesOf = (sent: NationalProcedure, refuse: (path: string, code: FieldProblemCode) => void): Case[] => {
  const named = sent.THANHPHANHOSO.length > 0 ? sent.THANHPHANHOSO : [{ TRUONGHOP: 'Mọi trường hợp', GIAYTO: [], HAUGIANG: undefined }];
  const cases = named.map(({ TRUONGHOP, GIAYTO, HAUGIANG }, index): Case => ({
    id: HAUGIANG?.id ?? slug(TRUONGHOP, `truong-hop-${index + 1}`), name: { vi: TRUONGHOP || 'Mọi trường hợp', en: HAUGIANG?.en ?? (TRUONGHOP || 'Every case') }, channels: [],
    papers: GIAYTO.map(({ MAGIAYTO, TENGIAYTO, HAUGIANG: own }, at) => ({ id: own === undefined ? `giay-to-${at + 1}` : MAGIAYTO, name: TENGIAYTO, required: own?.required ?? true, ...(own?.note === undefined ? {} : { note: own.note }) })),
  }));
  for (const [c, { KENH, THOIGIAN }] of sent.CACHTHUCTHUCHIEN.entries()) for (const [index, time] of THOIGIAN.entries()) {
    const at = `CACHTHUCTHUCHIEN[${c}].THOIGIAN[${index}]`;
    const term = termOf(time, at, refuse);
    const row: CaseChannel = {
      channel: channels[KENH], fee: feeOf(time, at, refuse), reading: time.HAUGIANG?.reading ?? 'stated', ...(term === undefined ? {} : { term }), ...(time.HAUGIANG?.note === undefined ? {} : { note: time.HAUGIANG.note }),
    };
    const meant = cases.find(({ id, name }) => (time.HAUGIANG === undefined ? name.vi === time.MOTA : id === time.HAUGIANG.case));
    if (time.HAUGIANG !== undefined && meant === undefined) refuse(`${at}.HAUGIANG.case`, 'field.not-listed');
    // a time that names no case is meant for every one
    for (const one of meant === undefined ? cases : [meant]) one.channels.push(row);
  }
  return cases;
};

/** What the wire leaves open, asked of the editor. */
const questionsOf = (sent: NationalProcedure): Unsettled[] => sent.HAUGIANG !== undefined ? [] : [
  ask('/name/en', 'Tên và lĩnh vực bằng tiếng Anh là gì?', 'What are the English name and field?'),
  ask('/receivedBy', 'Cơ quan nào của tỉnh tiếp nhận?', 'Which agencies of the province receive it?'),
  ask('/cases', 'Giấy tờ nào là bắt buộc trong từng trường hợp? Tất cả đang để là bắt buộc.', 'Which papers are required in each case? All are taken as required.'),
];

const contentOf = (sent: NationalProcedure, cases: readonly Case[]): Content => {
  const own = sent.HAUGIANG;
  const field = sent.LINHVUCTHUCHIEN[0]?.TENLINHVUC ?? '';
  const questions = [...own?.unsettled ?? [], ...questionsOf(sent)];
  const rest = own === undefined ? {} : { ...own, nameEn: undefined, fieldEn: undefined, unsettled: undefined };
  return JSON.parse(JSON.stringify({
    name: { vi: sent.TENTTHC, en: own?.nameEn }, field: { vi: field, en: own?.fieldEn }, structure: 'by-case', acceptsOnline: sent.CACHTHUCTHUCHIEN.some(({ KENH }) => KENH === '2'), form: plainForm,
    ...rest, cases, status: sent.TRANGTHAI === '1' ? 'open' : 'closed',
    legalBasis: sent.CANCUPHAPLY.map(({ SOVANBAN, TENVANBAN, HAUGIANG }) => ({ number: SOVANBAN, title: TENVANBAN, source: HAUGIANG?.source ?? 'LayThuTuc', mark: HAUGIANG?.mark ?? 'C' })),
    published: own?.published ?? {
      code: sent.MATTHC, level: '', term: null, fee: null, papers: sent.THANHPHANHOSO.flatMap(({ GIAYTO }) => GIAYTO.map(({ TENGIAYTO }) => TENGIAYTO)),
      result: sent.KETQUATHUCHIEN[0]?.TENKETQUA ?? null, agency: sent.COQUANTHUCHIEN.map(({ TENDONVI }) => TENDONVI).filter(Boolean).join('; ') || null, decision: null, jurisdiction: null, sourceType: 'LayThuTuc', sourcePage: 'Cổng dịch vụ công quốc gia',
    },
    ...(questions.length === 0 ? {} : { unsettled: questions }),
  })) as Content;
};

/** Members of a procedure as the national portal has them that our versions do not. */
const noPlaceFor = ['DOITUONGTHUCHIEN', 'MOTADOITUONGTHUCHIEN', 'TRINHTUTHUCHIEN', 'YEUCAU'] as const;
const isFilled = (value: unknown): boolean => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

const notTakenOf = (sent: unknown, { LINHVUCTHUCHIEN, KETQUATHUCHIEN, CACHTHUCTHUCHIEN, THANHPHANHOSO, COQUANTHUCHIEN, HAUGIANG }: NationalProcedure): string[] => [
  ...noPlaceFor.filter((key) => isFilled((sent as Record<string, unknown>)[key])),
  ...(HAUGIANG === undefined && COQUANTHUCHIEN.some(({ MADONVI }) => MADONVI !== '') ? ['COQUANTHUCHIEN[].MADONVI'] : []),
  ...LINHVUCTHUCHIEN.flatMap(({ MALINHVUC }, index) => (index > 0 || MALINHVUC !== '' ? [index > 0 ? `LINHVUCTHUCHIEN[${index}]` : 'LINHVUCTHUCHIEN[0].MALINHVUC'] : [])),
  ...KETQUATHUCHIEN.flatMap((_, index) => (index > 0 ? [`KETQUATHUCHIEN[${index}]`] : [])),
  ...CACHTHUCTHUCHIEN.flatMap(({ THOIGIAN }, c) => THOIGIAN.flatMap(({ PHILEPHI }, t) => PHILEPHI.flatMap(({ MAPHILEPHI }, p) => (MAPHILEPHI === '' ? [] : [`CACHTHUCTHUCHIEN[${c}].THOIGIAN[${t}].PHILEPHI[${p}].MAPHILEPHI`])))),
  ...THANHPHANHOSO.flatMap(({ GIAYTO }, t) => GIAYTO.flatMap(({ TENMAUDON, URL }, g) => (TENMAUDON === '' && URL === '' ? [] : [`THANHPHANHOSO[${t}].GIAYTO[${g}].TENMAUDON`]))),
];

const sentText = (sent: unknown, key: string): string => {
  const found = typeof sent === 'object' && sent !== null ? (sent as Record<string, unknown>)[key] : undefined;
  return typeof found === 'string' ? found.slice(0, 200) : '';
};

/** A procedure of the national portal as a draft of ours, or every field that is refused. Never half of it. */
export const fromNational = (sent: unknown): Imported => {
  const named = { code: sentText(sent, 'MATTHC').slice(0, 8), name: sentText(sent, 'TENTTHC') };
  const parsed = nationalProcedure().safeParse(sent, { reportInput: true });
  if (!parsed.success) return { ...named, notTaken: [], refusals: fieldErrors('', parsed.error.issues).map(({ pointer, code }) => ({ path: dotted(pointer), code: code as FieldProblemCode })) };
  const refusals: Refusal[] = [];
  const cases = casesOf(parsed.data, (path, code) => { refusals.push({ path, code }); });
  return { code: parsed.data.MATTHC, name: parsed.data.TENTTHC, refusals, notTaken: notTakenOf(sent, parsed.data), ...(refusals.length > 0 ? {} : { content: contentOf(parsed.data, cases) }) };
};
