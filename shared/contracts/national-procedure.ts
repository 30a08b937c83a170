import * as z from 'zod';
import { CaseChannel, Paper, ProcedureDraft } from './procedure.ts';
import { Localised } from '../kernel/localised.ts';
import { Vnd } from '../kernel/money.ts';
import { ProcedureCode } from '../kernel/procedure-code.ts';
import { Term } from '../kernel/working-time/term.ts';

// A procedure as the national portal sends it (`LayThuTuc`): its keys, written as it writes them. What it has no place for
// stands in members of our own called HAUGIANG, beside what they belong to; a reader that does not know them leaves them.

const text = z.string().max(5000).nullish().transform((value) => value ?? '');
const list = <T extends z.ZodType>(item: T, most: number) => z.array(item).max(most).nullish().transform((items): z.output<T>[] => items ?? []);
/** Numbers travel as numbers or as text. */
const figure = <T extends z.ZodType<unknown, number>>(shape: T) => z.preprocess((value) => (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value === '' ? null : value), shape.nullish());

export const units = { WORKING_DAY: 'Ngày làm việc', DAY: 'Ngày', HOUR: 'Giờ làm việc', MONTH: 'Tháng' } as const;
export const kenh = { direct: '1', online: '2', post: '3' } as const;

const shape = () => {
  const draft = ProcedureDraft.shape;
  const Fee = z.object({ MAPHILEPHI: text, SOTIEN: figure(Vnd), DONVI: text, MOTA: text });
  const Time = z.object({
    THOIGIANGIAIQUYET: figure(z.int().min(0).max(1000)), DONVITINH: text, MOTA: text, PHILEPHI: list(Fee, 20),
    HAUGIANG: z.object({ case: z.string(), reading: CaseChannel.shape.reading, note: Localised.optional(), term: Term.optional(), feePerEn: z.string().optional() }).optional(),
  });
  const GiayTo = z.object({ MAGIAYTO: text, TENGIAYTO: z.string('field.missing').min(1, 'text.empty').max(2000), TENMAUDON: text, URL: text, HAUGIANG: Paper.pick({ required: true, note: true }).optional() });
  return z.object({
    MATTHC: z.string('field.missing').transform((code) => code.slice(0, 8)).pipe(ProcedureCode), TENTTHC: z.string('field.missing').min(1, 'text.empty').max(1000),
    MACOQUANCONGBO: text, TRANGTHAI: z.union([z.string(), z.number()], 'field.missing').transform(String),
    LINHVUCTHUCHIEN: list(z.object({ MALINHVUC: text, TENLINHVUC: text }), 20), COQUANTHUCHIEN: list(z.object({ MADONVI: text, TENDONVI: text }), 300),
    CACHTHUCTHUCHIEN: list(z.object({ KENH: z.union([z.string(), z.number()], 'field.missing').transform(String).pipe(z.enum(['1', '2', '3'])), THOIGIAN: list(Time, 60) }), 9),
    THANHPHANHOSO: list(z.object({ TRUONGHOP: text, GIAYTO: list(GiayTo, 70), HAUGIANG: z.object({ id: z.string(), en: z.string() }).optional() }), 30),
    KETQUATHUCHIEN: list(z.object({ MAKETQUA: text, TENKETQUA: text }), 20),
    CANCUPHAPLY: list(z.object({ SOVANBAN: text, TENVANBAN: text, HAUGIANG: z.object({ source: z.string().max(500), mark: z.enum(['C', 'S', 'M']) }).optional() }), 40),
    YEUCAU: text,
    HAUGIANG: z.object({
      nameEn: z.string(), fieldEn: z.string(), level: draft.level, effectiveFrom: draft.effectiveFrom, structure: draft.structure, acceptsOnline: draft.acceptsOnline, receivedBy: draft.receivedBy,
      form: draft.form, published: draft.published, steps: draft.steps, supplement: draft.supplement, unsettled: draft.unsettled, successor: draft.successor,
    }).optional(),
  });
};

let made: ReturnType<typeof shape> | undefined;
/** Built when the first procedure comes in: requests that import nothing do not pay for it. */
export const nationalProcedure = (): ReturnType<typeof shape> => (made ??= shape());
export type NationalProcedure = z.output<ReturnType<typeof shape>>;
/** As it is sent: what is empty is there all the same. */
export type SentProcedure = z.input<ReturnType<typeof shape>>;
