import type { CaseChannel, Fee, ProcedureCase, ProcedureEdition } from './procedure.ts';
import type { Channel } from '../kernel/dossier-status.ts';
import type { Term, TermPart } from '../kernel/working-time/term.ts';
import { kenh, units, type SentProcedure } from './national-procedure.ts';

type SentTime = NonNullable<NonNullable<NonNullable<SentProcedure['CACHTHUCTHUCHIEN']>[number]['THOIGIAN']>[number]>;
type SentFee = NonNullable<SentTime['PHILEPHI']>[number];

/** The one figure and unit the wire has room for; undefined where a term is more than that. */
const wholeTerm = (term: Term | undefined): TermPart | undefined => {
  const [only, ...more] = term?.parts ?? [];
  return only !== undefined && more.length === 0 && Number.isInteger(only.amount) ? only : undefined;
};
const isPlain = (term: Term): boolean => wholeTerm(term) !== undefined && Object.keys(term).length === 1 && Object.keys(term.parts[0] ?? {}).length === 2;

const feesOf = (fee: Fee): SentFee[] => {
  const none = { MAPHILEPHI: '', DONVI: '', MOTA: '' };
  switch (fee.kind) {
    case 'free': return [{ ...none, SOTIEN: 0, DONVI: 'Đồng' }];
    case 'amount': return [{ ...none, SOTIEN: fee.vnd, DONVI: 'Đồng', MOTA: fee.per?.vi ?? '' }];
    case 'by-reference': return [{ ...none, SOTIEN: null, MOTA: fee.text }];
    case 'not-stated': return [];
  }
};

const timeOf = (one: ProcedureCase, { term, fee, reading, note }: CaseChannel): SentTime => {
  const whole = wholeTerm(term);
  return {
    THOIGIANGIAIQUYET: whole?.amount ?? null, DONVITINH: whole === undefined ? '' : units[whole.unit], MOTA: one.name.vi, PHILEPHI: feesOf(fee),
    HAUGIANG: {
      case: one.id, reading, ...(note === undefined ? {} : { note }), ...(term === undefined || isPlain(term) ? {} : { term }),
      ...(fee.kind === 'amount' && fee.per !== undefined ? { feePerEn: fee.per.en } : {}),
    },
  };
};

const channelOf = (cases: readonly ProcedureCase[], channel: Channel) => ({
  KENH: kenh[channel], THOIGIAN: cases.flatMap((one) => one.channels.filter((row) => row.channel === channel).map((row) => timeOf(one, row))),
});

/** A version in the shape of the national portal. `publishedBy` is the old-style code of the publishing agency. */
export const toNational = (code: string, edition: ProcedureEdition, publishedBy: string): SentProcedure => {
  const { name, field, level, effectiveFrom, structure, acceptsOnline, receivedBy, cases, form, steps, supplement, legalBasis, published, unsettled, successor, status } = edition;
  const agencies = receivedBy.kind === 'agencies' ? receivedBy.agencies.map((agency) => ({ MADONVI: agency, TENDONVI: '' })) : [{ MADONVI: '', TENDONVI: receivedBy.level === 'commune' ? 'UBND cấp xã' : 'UBND cấp huyện' }];
  return {
    MATTHC: code, TENTTHC: name.vi, MACOQUANCONGBO: publishedBy, TRANGTHAI: status === 'open' ? '1' : '0',
    LINHVUCTHUCHIEN: [{ MALINHVUC: '', TENLINHVUC: field.vi }], COQUANTHUCHIEN: agencies,
    CACHTHUCTHUCHIEN: (['direct', 'online', 'post'] as const).map((channel) => channelOf(cases, channel)).filter(({ THOIGIAN }) => THOIGIAN.length > 0),
    THANHPHANHOSO: cases.map((one) => ({
      TRUONGHOP: one.name.vi, HAUGIANG: { id: one.id, en: one.name.en },
      GIAYTO: one.papers.map(({ id, name: paper, required, note }) => ({ MAGIAYTO: id, TENGIAYTO: paper, TENMAUDON: '', URL: '', HAUGIANG: { required, ...(note === undefined ? {} : { note }) } })),
    })),
    KETQUATHUCHIEN: published.result === null ? [] : [{ MAKETQUA: '', TENKETQUA: published.result }],
    CANCUPHAPLY: legalBasis.map(({ number, title, source, mark }) => ({ SOVANBAN: number, TENVANBAN: title, HAUGIANG: { source, mark } })),
    YEUCAU: '',
    HAUGIANG: {
      nameEn: name.en, fieldEn: field.en, level, effectiveFrom, structure, acceptsOnline, receivedBy, form, published,
      ...(steps === undefined ? {} : { steps }), ...(supplement === undefined ? {} : { supplement }), ...(unsettled === undefined ? {} : { unsettled }), ...(successor === undefined ? {} : { successor }),
    },
  };
};
