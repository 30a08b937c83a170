import type { FieldProblemCode } from '../../shared/contracts/field-problems.ts';
import { nationalProcedure, type NationalProcedure } from '../../shared/contracts/national-procedure.ts';
import type { CodedName, FormPage, ProcedureCase, ProcedureEdition, Unsettled } from '../../shared/contracts/procedure.ts';
import { agenciesToSend, alike } from '../../shared/contracts/to-national.ts';
import { fieldErrors } from '../../shared/runtime/problem.ts';
import { tidiedRecord } from './draft-faults.ts';
import { casesOf, othersOf, without, type Findings } from './import-cases.ts';

/** `CACHTHUCTHUCHIEN[0].THOIGIAN[1].DONVITINH`, as whoever sent the file would write it. */
export type Refusal = { readonly path: string; readonly code: FieldProblemCode };
export type Imported = { readonly code: string; readonly name: string; readonly content?: Readonly<Record<string, unknown>>; readonly refusals: readonly Refusal[]; /** filled fields that have no place here */ readonly notTaken: readonly string[] };

type Content = Record<string, unknown>;

const dotted = (pointer: string): string => pointer.slice(1).split('/').map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step.replaceAll('~1', '/').replaceAll('~0', '~')}`)).join('').replace(/^\./, '');

/** What every applicant is asked for; the wire knows nothing of forms. */
const plainForm: FormPage[] = [{
  id: 'applicant', title: { vi: 'Người nộp hồ sơ', en: 'The applicant' }, questions: [
    { id: 'applicant-name', label: { vi: 'Họ, chữ đệm, tên', en: 'Full name' }, required: true, kind: 'text', maxLength: 120 },
    { id: 'applicant-national-id', label: { vi: 'Số định danh cá nhân hoặc số CMND', en: 'Personal identification number, or former identity card number' }, required: true, kind: 'national-id' },
    { id: 'applicant-phone', label: { vi: 'Số điện thoại', en: 'Telephone' }, required: true, kind: 'phone' },
  ],
}];

const ask = (at: string, vi: string, en: string): Unsettled => ({ at, question: { vi, en } });

/** What the wire leaves open, asked of the editor. */
const questionsOf = (sent: NationalProcedure): Unsettled[] => sent.HAUGIANG !== undefined ? [] : [
  ask('/name/en', 'Tên và lĩnh vực bằng tiếng Anh là gì?', 'What are the English name and field?'),
  ask('/receivedBy', 'Cơ quan nào của tỉnh tiếp nhận?', 'Which agencies of the province receive it?'),
  ask('/cases', 'Giấy tờ nào là bắt buộc trong từng trường hợp? Tất cả đang để là bắt buộc.', 'Which papers are required in each case? All are taken as required.'),
];

const top = ['MATTHC', 'TENTTHC', 'MACOQUANCONGBO', 'TRANGTHAI', 'LINHVUCTHUCHIEN', 'COQUANTHUCHIEN', 'DOITUONGTHUCHIEN', 'MOTADOITUONGTHUCHIEN', 'TRINHTUTHUCHIEN', 'CACHTHUCTHUCHIEN', 'THANHPHANHOSO', 'KETQUATHUCHIEN', 'CANCUPHAPLY', 'YEUCAU'];

const namedOf = <Code extends string, Name extends string>(list: readonly (Record<Code | Name, string> & Record<string, unknown>)[], at: string, [codeKey, nameKey, findings]: readonly [Code, Name, Findings]): CodedName[] =>
  list.map((item, index) => ({ code: item[codeKey], name: item[nameKey], ...othersOf(Object.fromEntries(Object.entries(item).filter(([key]) => key !== codeKey && key !== nameKey)), `${at}[${index}]`, findings) }));

/** What a record says beside its cases, where our versions have it elsewhere or not at all. */
const factsOf = (sent: NationalProcedure, findings: Findings): Partial<ProcedureEdition> => {
  const own = sent.HAUGIANG;
  const published = own === undefined ? sent.KETQUATHUCHIEN[0]?.TENKETQUA ?? null : own.published.result;
  const results = namedOf(sent.KETQUATHUCHIEN, 'KETQUATHUCHIEN', ['MAKETQUA', 'TENKETQUA', findings]);
  const groups = namedOf(sent.DOITUONGTHUCHIEN, 'DOITUONGTHUCHIEN', ['MADOITUONG', 'TENDOITUONG', findings]);
  const agencies = namedOf(sent.COQUANTHUCHIEN, 'COQUANTHUCHIEN', ['MADONVI', 'TENDONVI', findings]);
  const moreFields = namedOf(sent.LINHVUCTHUCHIEN.slice(1), 'LINHVUCTHUCHIEN', ['MALINHVUC', 'TENLINHVUC', findings]);
  const { MALINHVUC: fieldCode = '', TENLINHVUC: _, ...fieldMore } = sent.LINHVUCTHUCHIEN[0] ?? {};
  without(fieldMore, 'LINHVUCTHUCHIEN[0]', findings);
  const proceeding = sent.TRINHTUTHUCHIEN.map(({ TRUONGHOP, TRINHTU, ...more }, t) => ({
    name: TRUONGHOP, ...othersOf(more, `TRINHTUTHUCHIEN[${t}]`, findings),
    steps: TRINHTU.map(({ TENTRINHTU, ...rest }, s) => ({ text: TENTRINHTU, ...othersOf(rest, `TRINHTUTHUCHIEN[${t}].TRINHTU[${s}]`, findings) })),
  }));
  const publisher = own === undefined ? sent.MACOQUANCONGBO : own.publisher;
  if (own?.publisher !== undefined && own.publisher !== sent.MACOQUANCONGBO) findings.refuse('HAUGIANG.publisher', 'import.disagrees');
  const national = {
    ...(publisher === undefined ? {} : { publisher }), ...(['0', '1'].includes(sent.TRANGTHAI) ? {} : { status: sent.TRANGTHAI }), ...(fieldCode === '' ? {} : { fieldCode }),
    ...(moreFields.length === 0 ? {} : { moreFields }), ...othersOf(Object.fromEntries(Object.entries(sent).filter(([key]) => !top.includes(key))), '', findings),
  };
  return {
    ...(sent.YEUCAU === '' ? {} : { conditions: sent.YEUCAU }), ...(proceeding.length === 0 ? {} : { proceeding }),
    ...(groups.length === 0 && sent.MOTADOITUONGTHUCHIEN === '' ? {} : { applicants: { ...(groups.length === 0 ? {} : { groups }), ...(sent.MOTADOITUONGTHUCHIEN === '' ? {} : { text: sent.MOTADOITUONGTHUCHIEN }) } }),
    ...(own !== undefined && alike(sent.COQUANTHUCHIEN, agenciesToSend(own.receivedBy)) ? {} : { executedBy: agencies }),
    ...(alike(sent.KETQUATHUCHIEN, published === null ? [] : [{ MAKETQUA: '', TENKETQUA: published }]) ? {} : { results }),
    ...(Object.keys(national).length === 0 ? {} : { national }),
  };
};

const lawOf = (sent: NationalProcedure, findings: Findings): ProcedureEdition['legalBasis'] => sent.CANCUPHAPLY.map(({ SOVANBAN, TENVANBAN, HAUGIANG, ...more }, index) =>
  ({ number: SOVANBAN, title: TENVANBAN, source: HAUGIANG?.source ?? 'LayThuTuc', mark: HAUGIANG?.mark ?? 'C', ...othersOf(more, `CANCUPHAPLY[${index}]`, findings) }));

type Read = { readonly cases: readonly ProcedureCase[]; readonly facts: Partial<ProcedureEdition>; readonly legalBasis: ProcedureEdition['legalBasis']; readonly instance: string };

const contentOf = (sent: NationalProcedure, { cases, facts, legalBasis, instance }: Read): Content => {
  const { nameEn, fieldEn, unsettled = [], publisher: _publisher, cases: _cases, ...own } = sent.HAUGIANG ?? {};
  const questions = [...unsettled, ...questionsOf(sent)];
  return JSON.parse(JSON.stringify({
    name: { vi: sent.TENTTHC, en: nameEn }, field: { vi: sent.LINHVUCTHUCHIEN[0]?.TENLINHVUC ?? '', en: fieldEn }, structure: 'by-case', acceptsOnline: sent.CACHTHUCTHUCHIEN.some(({ KENH }) => KENH === '2'), form: plainForm,
    published: {
      code: instance, level: '', term: null, fee: null, papers: sent.THANHPHANHOSO.flatMap(({ GIAYTO }) => GIAYTO.map(({ TENGIAYTO }) => TENGIAYTO)),
      result: sent.KETQUATHUCHIEN[0]?.TENKETQUA ?? null, agency: sent.COQUANTHUCHIEN.map(({ TENDONVI }) => TENDONVI).filter(Boolean).join('; ') || null, decision: null, jurisdiction: null, sourceType: 'LayThuTuc', sourcePage: 'Cổng dịch vụ công quốc gia',
    },
    ...own, ...facts, cases, legalBasis, status: sent.TRANGTHAI === '1' ? 'open' : 'closed', ...(questions.length === 0 ? {} : { unsettled: questions }),
  })) as Content;
};

const sentText = (sent: unknown, key: string): string => {
  const found = typeof sent === 'object' && sent !== null ? (sent as Record<string, unknown>)[key] : undefined;
  return typeof found === 'string' ? found.slice(0, 200) : '';
};

/** Our extension from before it named its cases: which case a row of it means cannot be told any more. */
const isEarlier = (sent: unknown): boolean => {
  const own = typeof sent === 'object' && sent !== null ? (sent as { HAUGIANG?: unknown }).HAUGIANG : undefined;
  return typeof own === 'object' && own !== null && !('cases' in own);
};
const withoutExtension = (sent: unknown): unknown => JSON.parse(JSON.stringify(sent, (key, value: unknown) => (key === 'HAUGIANG' ? undefined : value)));

/** A procedure of the national portal as a draft of ours, or every field that is refused. Never half of it. An earlier extension is left aside, and what it answered is asked. */
export const fromNational = (sent: unknown): Imported => {
  const named = { code: sentText(sent, 'MATTHC').slice(0, 8), name: sentText(sent, 'TENTTHC') };
  const { record, faults } = tidiedRecord(sent);
  const earlier = isEarlier(record);
  const parsed = nationalProcedure().safeParse(earlier ? withoutExtension(record) : record, { reportInput: true });
  const refusals: Refusal[] = [...faults, ...(parsed.success ? [] : fieldErrors('', parsed.error.issues))].map(({ pointer, code }) => ({ path: dotted(pointer), code: code as FieldProblemCode }));
  if (!parsed.success) return { ...named, notTaken: [], refusals };
  const notTaken: string[] = earlier ? ['HAUGIANG'] : [];
  const findings: Findings = { refuse: (path, code) => { refusals.push({ path, code }); }, notTaken: (path) => { notTaken.push(path); } };
  const read = { cases: casesOf(parsed.data, findings), facts: factsOf(parsed.data, findings), legalBasis: lawOf(parsed.data, findings), instance: sentText(sent, 'MATTHC') };
  return { code: parsed.data.MATTHC, name: parsed.data.TENTTHC, refusals, notTaken: [...new Set(notTaken)], ...(refusals.length > 0 ? {} : { content: contentOf(parsed.data, read) }) };
};
