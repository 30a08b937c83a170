import { canonicalJson } from '../kernel/history-chain.ts';
import type { Channel } from '../kernel/dossier-status.ts';
import type { Term, TermPart } from '../kernel/working-time/term.ts';
import { feeFromSent, feesToSend } from './national-fees.ts';
import { kenh, units, type SentProcedure } from './national-procedure.ts';
import type { CaseChannel, CodedName, ProcedureCase, ProcedureEdition } from './procedure.ts';

type SentTime = NonNullable<NonNullable<NonNullable<SentProcedure['CACHTHUCTHUCHIEN']>[number]['THOIGIAN']>[number]>;
type SentPapers = NonNullable<SentProcedure['THANHPHANHOSO']>[number];

export const alike = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

/** The one figure and unit the wire has room for; undefined where a term is more than that. */
const wholeTerm = (term: Term | undefined): TermPart | undefined => {
  const [only, ...more] = term?.parts ?? [];
  return only !== undefined && more.length === 0 && Number.isInteger(only.amount) ? only : undefined;
};
const isPlain = (term: Term): boolean => wholeTerm(term) !== undefined && Object.keys(term).length === 1 && Object.keys(term.parts[0] ?? {}).length === 2;

/** `one` left out: the row is meant for every case. */
const timeOf = ({ term, fee, feeDue, reading, note, wording, others }: CaseChannel, one?: ProcedureCase): SentTime => {
  const whole = wholeTerm(term);
  const fees = feesToSend(fee);
  return {
    ...others, THOIGIANGIAIQUYET: whole?.amount ?? null, DONVITINH: whole === undefined ? '' : units[whole.unit], MOTA: wording ?? one?.name.vi ?? '', PHILEPHI: fees,
    HAUGIANG: {
      reading, ...(one === undefined ? {} : { case: one.id }), ...(note === undefined ? {} : { note }), ...(term === undefined || isPlain(term) ? {} : { term }),
      ...(alike(feeFromSent(fees), fee) ? {} : { fee }), ...(feeDue === undefined ? {} : { feeDue }), ...(wording === undefined ? {} : { inWords: true }),
    },
  };
};

/** Offered, and nothing said of it. */
const says = ({ term, fee, feeDue, reading, note, wording, others }: CaseChannel): boolean => !(term === undefined && fee.kind === 'not-stated' && feeDue === undefined && reading === 'stated' && note === undefined && wording === undefined && others === undefined);

/** What is the same for every case, and was so in the national record, is said once. */
const timesOf = (cases: readonly ProcedureCase[], channel: Channel): SentTime[] => {
  const rows = cases.flatMap((one) => one.channels.filter((row) => row.channel === channel).map((row) => ({ one, row })));
  const first = rows[0]?.row;
  if (first !== undefined && rows.length === cases.length && rows.every(({ row }) => alike(row, first))) {
    if (!says(first)) return [];
    if (first.wording !== undefined) return [timeOf(first)];
  }
  return rows.map(({ one, row }) => timeOf(row, one));
};

const papersOf = ({ name, papers, papersAs }: ProcedureCase, cases: readonly string[]): SentPapers => ({
  TRUONGHOP: papersAs ?? name.vi, HAUGIANG: { cases: [...cases] },
  GIAYTO: papers.map(({ id, name: paper, required, note, code = '', form, others }) => ({
    ...others, MAGIAYTO: code, TENGIAYTO: paper, TENMAUDON: form?.name ?? '', URL: form?.url ?? '', HAUGIANG: { id, required, ...(note === undefined ? {} : { note }) },
  })),
});

/** Cases of one list of papers in the national record are sent as one again, as long as they ask for the same. */
const paperGroups = (cases: readonly ProcedureCase[]): SentPapers[] => {
  const told = cases.filter(({ papers, papersAs }) => papers.length > 0 || papersAs !== undefined);
  const groups = Map.groupBy(told, ({ id, papers, papersAs }) => (papersAs === undefined ? id : `${papersAs} ${canonicalJson(papers)}`));
  return [...groups.values()].flatMap((group) => (group[0] === undefined ? [] : [papersOf(group[0], group.map(({ id }) => id))]));
};

export const agenciesToSend = (receivedBy: ProcedureEdition['receivedBy']): { MADONVI: string; TENDONVI: string }[] =>
  (receivedBy.kind === 'agencies' ? receivedBy.agencies.map((agency) => ({ MADONVI: agency, TENDONVI: '' })) : [{ MADONVI: '', TENDONVI: receivedBy.level === 'commune' ? 'UBND cấp xã' : 'UBND cấp huyện' }]);

const named = <Code extends string, Name extends string>(list: readonly CodedName[], codeKey: Code, nameKey: Name) =>
  list.map(({ code, name, others }) => ({ ...others, [codeKey]: code, [nameKey]: name }) as Record<Code | Name, string>);

const orNothing = <Key extends string, T>(key: Key, value: T | undefined): Partial<Record<Key, T>> => (value === undefined ? {} : { [key]: value } as Record<Key, T>);

/** A version in the shape of the national portal. `publishedBy` is the old-style code of the agency that sends it. */
export const toNational = (code: string, edition: ProcedureEdition, publishedBy: string): SentProcedure => {
  const { name, field, level, effectiveFrom, structure, acceptsOnline, receivedBy, cases, form, steps, supplement, legalBasis, published, unsettled, successor, status, national, applicants } = edition;
  const offered = (['direct', 'online', 'post'] as const).filter((channel) => cases.some(({ channels }) => channels.some((row) => row.channel === channel)));
  return {
    ...national?.others, MATTHC: code, TENTTHC: name.vi, MACOQUANCONGBO: national?.publisher ?? publishedBy, TRANGTHAI: status === 'open' ? '1' : national?.status ?? '0',
    LINHVUCTHUCHIEN: [{ MALINHVUC: national?.fieldCode ?? '', TENLINHVUC: field.vi }, ...named(national?.moreFields ?? [], 'MALINHVUC', 'TENLINHVUC')],
    COQUANTHUCHIEN: edition.executedBy === undefined ? agenciesToSend(receivedBy) : named(edition.executedBy, 'MADONVI', 'TENDONVI'),
    DOITUONGTHUCHIEN: named(applicants?.groups ?? [], 'MADOITUONG', 'TENDOITUONG'), MOTADOITUONGTHUCHIEN: applicants?.text ?? '',
    TRINHTUTHUCHIEN: (edition.proceeding ?? []).map(({ name: ofCase, steps: way, others }) => ({ ...others, TRUONGHOP: ofCase, TRINHTU: way.map(({ text, others: more }) => ({ ...more, TENTRINHTU: text })) })),
    CACHTHUCTHUCHIEN: offered.map((channel) => ({ KENH: kenh[channel], THOIGIAN: timesOf(cases, channel) })),
    THANHPHANHOSO: paperGroups(cases),
    KETQUATHUCHIEN: edition.results === undefined ? (published.result === null ? [] : [{ MAKETQUA: '', TENKETQUA: published.result }]) : named(edition.results, 'MAKETQUA', 'TENKETQUA'),
    CANCUPHAPLY: legalBasis.map(({ number, title, source, mark, others }) => ({ ...others, SOVANBAN: number, TENVANBAN: title, HAUGIANG: { source, mark } })),
    YEUCAU: edition.conditions ?? '',
    HAUGIANG: {
      nameEn: name.en, fieldEn: field.en, level, effectiveFrom, structure, acceptsOnline, receivedBy, form, published,
      cases: cases.map(({ id, name: called, papersAs }) => ({ id, name: called, ...orNothing('papersAs', papersAs) })),
      ...orNothing('steps', steps), ...orNothing('supplement', supplement), ...orNothing('unsettled', unsettled), ...orNothing('successor', successor), ...orNothing('publisher', national?.publisher),
    },
  };
};
