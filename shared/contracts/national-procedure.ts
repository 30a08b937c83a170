import * as z from 'zod';
import { CaseChannel, Fee, Paper, ProcedureCase, ProcedureDraft } from './procedure.ts';
import { Localised } from '../kernel/localised.ts';
import { Vnd } from '../kernel/money.ts';
import { ProcedureCode } from '../kernel/procedure-code.ts';
import { Term } from '../kernel/working-time/term.ts';

// A procedure as the national portal sends it (`LayThuTuc`): its keys, written as it writes them. What it has no place for
// stands in members of our own called HAUGIANG, beside what they belong to; a reader that does not know them leaves them.
// Members that are not named here are kept with what they belong to (`others`), and go out again as they came.

const words = (most: number) => z.string().max(most, 'text.too-long').nullish().transform((value) => value ?? '');
const text = words(5000);
const code = words(100);
const list = <T extends z.ZodType>(item: T, most: number) => z.array(item).max(most).nullish().transform((items): z.output<T>[] => items ?? []);
/** Numbers travel as numbers or as text. */
const figure = <T extends z.ZodType<unknown, number>>(shape: T) => z.preprocess((value) => (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value === '' ? null : value), shape.nullish());

export const units = { WORKING_DAY: 'Ngày làm việc', DAY: 'Ngày', HOUR: 'Giờ làm việc', MONTH: 'Tháng' } as const;
export const kenh = { direct: '1', online: '2', post: '3' } as const;

const shape = () => {
  const draft = ProcedureDraft.shape;
  const named = <Code extends string, Name extends string>(codeKey: Code, nameKey: Name) => z.looseObject({ [codeKey]: code, [nameKey]: words(2000) } as Record<Code | Name, typeof text>);
  const PhiLePhi = z.looseObject({ MAPHILEPHI: code, SOTIEN: figure(Vnd), DONVI: words(200), MOTA: text });
  const ThoiGian = z.looseObject({
    THOIGIANGIAIQUYET: figure(z.int().min(0).max(1000)), DONVITINH: words(100), MOTA: text, PHILEPHI: list(PhiLePhi, 20),
    HAUGIANG: z.object({
      /** left out: it is meant for every case */
      case: z.string().optional(), reading: CaseChannel.shape.reading, note: Localised.optional(), term: Term.optional(), fee: Fee.optional(), feeDue: CaseChannel.shape.feeDue,
      /** MOTA is a wording of its own, not the name of the case */
      inWords: z.literal(true).optional(),
    }).optional(),
  });
  const GiayTo = z.looseObject({
    MAGIAYTO: code, TENGIAYTO: z.string('field.missing').min(1, 'text.empty').max(2000, 'text.too-long'), TENMAUDON: words(1000), URL: words(2000),
    HAUGIANG: Paper.pick({ id: true, required: true, note: true }).optional(),
  });
  return z.looseObject({
    MATTHC: z.string('field.missing').transform((whole) => whole.slice(0, 8)).pipe(ProcedureCode), TENTTHC: z.string('field.missing').min(1, 'text.empty').max(1000, 'text.too-long'),
    MACOQUANCONGBO: code, TRANGTHAI: z.union([z.string().max(20), z.number()], 'field.missing').transform(String),
    LINHVUCTHUCHIEN: list(named('MALINHVUC', 'TENLINHVUC'), 20), COQUANTHUCHIEN: list(named('MADONVI', 'TENDONVI'), 300),
    DOITUONGTHUCHIEN: list(named('MADOITUONG', 'TENDOITUONG'), 20), MOTADOITUONGTHUCHIEN: text,
    TRINHTUTHUCHIEN: list(z.looseObject({ TRUONGHOP: words(2000), TRINHTU: list(z.looseObject({ TENTRINHTU: words(20_000) }), 60) }), 30),
    CACHTHUCTHUCHIEN: list(z.looseObject({ KENH: z.union([z.string(), z.number()], 'field.missing').transform(String).pipe(z.enum(['1', '2', '3'])), THOIGIAN: list(ThoiGian, 60) }), 9),
    THANHPHANHOSO: list(z.looseObject({ TRUONGHOP: words(2000), GIAYTO: list(GiayTo, 70), HAUGIANG: z.object({ cases: z.array(ProcedureCase.shape.id).min(1).max(30) }).optional() }), 30),
    KETQUATHUCHIEN: list(named('MAKETQUA', 'TENKETQUA'), 20),
    CANCUPHAPLY: list(z.looseObject({ SOVANBAN: code, TENVANBAN: words(500), HAUGIANG: z.object({ source: z.string().max(500), mark: z.enum(['C', 'S', 'M']) }).optional() }), 40),
    YEUCAU: words(20_000),
    HAUGIANG: z.object({
      nameEn: z.string(), fieldEn: z.string(), level: draft.level, effectiveFrom: draft.effectiveFrom, structure: draft.structure, acceptsOnline: draft.acceptsOnline, receivedBy: draft.receivedBy,
      form: draft.form, published: draft.published, steps: draft.steps, supplement: draft.supplement, unsettled: draft.unsettled, successor: draft.successor, publisher: z.string().optional(),
      cases: z.array(ProcedureCase.pick({ id: true, name: true, papersAs: true })).min(1).max(30),
    }).optional(),
  });
};

let made: ReturnType<typeof shape> | undefined;
/** Built when the first procedure comes in: requests that import nothing do not pay for it. */
export const nationalProcedure = (): ReturnType<typeof shape> => (made ??= shape());
export type NationalProcedure = z.output<ReturnType<typeof shape>>;
/** As it is sent: what is empty is there all the same. */
export type SentProcedure = z.input<ReturnType<typeof shape>>;
