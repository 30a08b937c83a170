import * as z from 'zod';
import { ProcedureCode } from '../kernel/procedure-code.ts';
import { IsoDate, UtcInstant } from '../kernel/vietnam-time.ts';
import { cleanText } from '../kernel/vietnamese-text.ts';
import { officer, type Role } from './access.ts';
import { ProcedureLevel, ProcedureStatus, ProcedureView } from './procedure.ts';
import { defineRoute } from './route.ts';

// Work on the catalogue: who writes a version, who reviews it, what became of it. What is published is in catalogue.ts.

export const WorkState = z.enum(['draft', 'in-review']);
export type WorkState = z.infer<typeof WorkState>;
export const CatalogueAct = z.enum(['save', 'submit', 'take-back', 'discard', 'comment', 'return', 'publish', 'recall']);
export type CatalogueAct = z.infer<typeof CatalogueAct>;
const FieldFault = z.object({ pointer: z.string(), code: z.string(), vi: z.string(), en: z.string() });

/** A draft may be kept half written: any JSON object. What is wrong with it stands in `faults`, with pointers into it. */
const DraftContent = z.record(z.string(), z.unknown());

/** A comment on one field. `pointer` is where the field stands now, empty when it is gone; what was changed since is resolved. */
const Remark = z.object({ pointer: z.string(), text: z.string(), by: z.string(), at: UtcInstant, resolved: z.boolean() });
export type Remark = z.infer<typeof Remark>;

export const CatalogueWork = z.object({
  state: WorkState, content: DraftContent, faults: z.array(FieldFault),
  /** the published version it starts from; 0 where there is none */
  baseVersion: z.int(), savedAt: UtcInstant, savedBy: z.string(), authors: z.array(z.string()), remarks: z.array(Remark),
});
export type CatalogueWork = z.infer<typeof CatalogueWork>;

export const CatalogueEntry = z.object({
  seq: z.int(), at: UtcInstant, act: CatalogueAct, from: WorkState.nullable(), to: WorkState.nullable(),
  by: z.object({ person: z.string(), name: z.string(), role: z.string(), agency: z.string() }),
  comment: z.string().optional(), /** the field a comment is on */ pointer: z.string().optional(), version: z.int().optional(), effectiveFrom: IsoDate.optional(), contentDigest: z.string().optional(),
  previousHash: z.string(), hash: z.string(),
}).meta({ title: 'CatalogueEntry', description: 'An act on a procedure of the catalogue, sealed over the one before it.' });
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;

/** Everything about one procedure for those who keep the catalogue. `revision` is the act seen last: a write on an older one answers `draft-changed`. */
export const CatalogueFile = z.object({
  code: ProcedureCode, revision: z.int().nonnegative(), latest: ProcedureView.optional(),
  versions: z.array(z.object({ version: z.int(), effectiveFrom: IsoDate, publishedAt: UtcInstant, status: ProcedureStatus, state: z.enum(['past', 'in-force', 'waiting', 'retired']) })),
  work: CatalogueWork.optional(), history: z.array(CatalogueEntry), holds: z.boolean(), allowed: z.array(CatalogueAct),
  /** the version that may be recalled now by whoever asks */
  recallable: z.int().optional(),
}).meta({ id: 'CatalogueFile', title: 'CatalogueFile' });
export type CatalogueFile = z.infer<typeof CatalogueFile>;

export const CatalogueRow = z.object({
  code: ProcedureCode, name: z.string(), field: z.string(), level: ProcedureLevel.optional(), version: z.int().optional(), status: ProcedureStatus.optional(), unsettled: z.int(),
  work: z.object({ state: WorkState, at: UtcInstant, by: z.string() }).optional(),
}).meta({ id: 'CatalogueRow', title: 'CatalogueRow' });
export type CatalogueRow = z.infer<typeof CatalogueRow>;

export const editing = ['catalogue-editor'] as const satisfies readonly Role[];
export const reviewing = ['catalogue-reviewer'] as const satisfies readonly Role[];
const keeping = [...editing, ...reviewing] as const;
const ofProcedure = z.object({ procedureCode: ProcedureCode });
const Seen = z.object({ revision: z.int().nonnegative() });
const common = ['draft-changed', 'draft-not-allowed'] as const;
const file = { status: 200, body: CatalogueFile } as const;
const Comment = cleanText(2000, { multiline: true });

export const ListCatalogue = defineRoute({
  name: 'listCatalogue', method: 'GET', path: '/catalogue/procedures', access: [officer(keeping, 'any')],
  summary: { vi: 'Danh mục để biên tập', en: 'Every procedure with what is being worked on' },
  ok: { status: 200, body: () => z.object({ items: z.array(CatalogueRow) }) }, problems: [],
});
export const OpenCatalogue = defineRoute({
  name: 'openCatalogue', method: 'GET', path: '/catalogue/procedures/{procedureCode}', access: [officer(keeping, 'any')],
  summary: { vi: 'Mở thủ tục để biên tập', en: 'One procedure: its versions, the draft, the review, the history' },
  params: ofProcedure, ok: file, problems: [],
});
export const SaveDraft = defineRoute({
  name: 'saveDraft', method: 'PUT', path: '/catalogue/procedures/{procedureCode}/draft', access: [officer(editing, 'any')], keyed: true,
  // 30 cases of 70 papers
  bodyBytes: 1_000_000,
  summary: { vi: 'Lưu bản thảo', en: 'Keep a draft as it is, complete or not; what is wrong with it is told' },
  params: ofProcedure, body: () => Seen.extend({ content: DraftContent }), ok: file, problems: [...common],
});
export const SubmitDraft = defineRoute({
  name: 'submitDraft', method: 'POST', path: '/catalogue/procedures/{procedureCode}/submit', access: [officer(editing, 'any')], keyed: true,
  summary: { vi: 'Gửi thẩm định', en: 'Send a complete draft for review' },
  params: ofProcedure, body: Seen, ok: file, problems: [...common, 'draft-incomplete', 'nothing-changed', 'version-overlaps', 'effective-date-past', 'successor-unknown'],
});
export const TakeBackDraft = defineRoute({
  name: 'takeBackDraft', method: 'POST', path: '/catalogue/procedures/{procedureCode}/take-back', access: [officer(editing, 'any')], keyed: true,
  summary: { vi: 'Rút lại để sửa', en: 'Take a draft back from review' }, params: ofProcedure, body: Seen, ok: file, problems: [...common],
});
export const DiscardDraft = defineRoute({
  name: 'discardDraft', method: 'POST', path: '/catalogue/procedures/{procedureCode}/discard', access: [officer(editing, 'any')], keyed: true,
  summary: { vi: 'Bỏ bản thảo', en: 'Give a draft up; what is published stays' }, params: ofProcedure, body: Seen, ok: file, problems: [...common],
});
export const CommentDraft = defineRoute({
  name: 'commentDraft', method: 'POST', path: '/catalogue/procedures/{procedureCode}/comment', access: [officer(keeping, 'any')], keyed: true,
  summary: { vi: 'Góp ý', en: 'Comment on a draft, or on one field of it' }, params: ofProcedure,
  body: () => Seen.extend({ comment: Comment, pointer: z.string().max(300).optional().meta({ description: 'the field of the content it is on (JSON pointer)' }) }), ok: file, problems: [...common],
});
export const ReturnDraft = defineRoute({
  name: 'returnDraft', method: 'POST', path: '/catalogue/procedures/{procedureCode}/return', access: [officer(reviewing, 'any')], keyed: true,
  summary: { vi: 'Trả lại để sửa', en: 'Send a draft back to its authors with a comment' },
  params: ofProcedure, body: () => Seen.extend({ comment: Comment }), ok: file, problems: [...common, 'own-work'],
});
export const PublishDraft = defineRoute({
  name: 'publishDraft', method: 'POST', path: '/catalogue/procedures/{procedureCode}/publish', access: [officer(reviewing, 'any')], keyed: true,
  summary: { vi: 'Công bố', en: 'Approve and publish from a day on; never by one of its authors' },
  params: ofProcedure, body: () => Seen.extend({ effectiveFrom: IsoDate }), ok: file,
  problems: [...common, 'own-work', 'draft-incomplete', 'version-overlaps', 'effective-date-past', 'successor-unknown'],
});

export const RecallVersion = defineRoute({
  name: 'recallVersion', method: 'POST', path: '/catalogue/procedures/{procedureCode}/recall', access: [officer(reviewing, 'any')], keyed: true,
  summary: { vi: 'Thu hồi phiên bản chờ áp dụng', en: 'Recall a published version that waits for its day, with a reason; never by one of its authors' },
  params: ofProcedure, body: () => Seen.extend({ version: z.int().positive(), comment: Comment }), ok: file,
  problems: ['draft-changed', 'own-work', 'version-in-force', 'version-not-waiting'],
});

const ImportLine = z.object({
  index: z.int(), code: z.string(), name: z.string(), outcome: z.enum(['imported', 'unchanged', 'refused']), state: WorkState.optional(), revision: z.int().optional(),
  /** every field refused, with its path in the file */
  refused: z.array(z.object({ path: z.string(), code: z.string(), vi: z.string(), en: z.string() })),
  /** filled fields of the file that have no place here */
  notTaken: z.array(z.string()),
  /** places of the draft an editor still has to fill in */
  toComplete: z.array(z.string()),
});
export type ImportLine = z.infer<typeof ImportLine>;

export const ImportCatalogue = defineRoute({
  name: 'importCatalogue', method: 'POST', path: '/catalogue/imports', access: [officer(editing, 'any')], keyed: true,
  summary: { vi: 'Nhập thủ tục theo mẫu của cổng quốc gia', en: 'Take procedures over in the shape of the national portal (LayThuTuc): each becomes a draft whole, or is refused field by field' },
  body: () => z.object({ procedures: z.array(z.record(z.string(), z.unknown())).min(1).max(25), toReview: z.boolean().default(false) }),
  ok: { status: 200, body: () => z.object({ items: z.array(ImportLine) }) }, problems: [],
});
export const ExportCatalogue = defineRoute({
  name: 'exportCatalogue', method: 'GET', path: '/catalogue/export', access: [officer(keeping, 'any')],
  summary: { vi: 'Xuất danh mục theo mẫu của cổng quốc gia', en: 'The catalogue in force in the shape of the national portal (LayThuTuc), page by page' },
  query: () => z.object({ after: ProcedureCode.optional() }),
  ok: { status: 200, body: () => z.object({ items: z.array(z.record(z.string(), z.unknown())), after: ProcedureCode.optional() }) }, problems: [],
});

export const catalogueWorkRoutes = [ListCatalogue, OpenCatalogue, SaveDraft, SubmitDraft, TakeBackDraft, DiscardDraft, CommentDraft, ReturnDraft, PublishDraft, RecallVersion, ImportCatalogue, ExportCatalogue] as const;
