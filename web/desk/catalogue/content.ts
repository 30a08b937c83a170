/** A draft as the editor holds it: any JSON, addressed by JSON pointers, as the faults of the province name their places. */
export type Content = Readonly<Record<string, unknown>>;

const stepsOf = (pointer: string): string[] => pointer.split('/').slice(1);

/** What stands at a place; undefined where there is nothing. */
export const valueAt = (content: unknown, pointer: string): unknown =>
  stepsOf(pointer).reduce<unknown>((inner, step) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[step] : undefined), content);

export const textAt = (content: unknown, pointer: string): string => {
  const value = valueAt(content, pointer);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};
export const listAt = (content: unknown, pointer: string): readonly unknown[] => {
  const value = valueAt(content, pointer);
  return Array.isArray(value) ? value : [];
};

const replaced = (inner: unknown, [step, ...rest]: readonly string[], value: unknown): unknown => {
  if (step === undefined) return value;
  const next = replaced(typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[step] : undefined, rest, value);
  if (Array.isArray(inner)) return inner.map((item: unknown, index) => (String(index) === step ? next : item));
  const { [step]: _, ...others } = (inner ?? {}) as Record<string, unknown>;
  return next === undefined ? others : { ...others, [step]: next };
};

/** The content with another value at a place; undefined takes the member away. */
export const withValue = (content: Content, pointer: string, value: unknown): Content => replaced(content, stepsOf(pointer), value) as Content;

/** A figure where it reads as one; otherwise as typed, so that nothing is lost and the fault is told. */
export const figureOf = (text: string): number | string | undefined => {
  const plain = text.trim().replace(',', '.');
  if (plain === '') return undefined;
  return /^-?\d+(\.\d+)?$/.test(plain) && plain.length <= 15 ? Number(plain) : text;
};

/** The id of the control of a place. */
export const fieldId = (pointer: string): string => `o${pointer.replaceAll('/', '-')}`;

/** JSON with its keys in order: the same content, however it came. */
export const spelled = (value: unknown): string => JSON.stringify(value, (_, inner: unknown) =>
  (typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner));

const slugOf = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40);

/** An id nobody else of the list has. */
export const freshId = (list: readonly unknown[], words: string): string => {
  const taken = new Set(list.map((item) => textAt(item, '/id')));
  const start = slugOf(words) || 'muc';
  for (let number = 1; ; number++) {
    const id = number === 1 ? start : `${start}-${number}`;
    if (!taken.has(id)) return id;
  }
};

/** What a procedure begins as. */
export const emptyContent = (code: string): Content => ({
  name: { vi: '', en: '' }, field: { vi: '', en: '' }, level: 'commune', structure: 'by-case', acceptsOnline: false, status: 'open', receivedBy: { kind: 'level', level: 'commune' },
  cases: [{ id: 'thong-thuong', name: { vi: 'Trường hợp thông thường', en: 'Ordinary case' }, channels: [{ channel: 'direct', term: { parts: [{ amount: 1, unit: 'WORKING_DAY' }] }, fee: { kind: 'free' }, reading: 'stated' }], papers: [] }],
  form: [{ id: 'applicant', title: { vi: 'Người nộp hồ sơ', en: 'The applicant' }, questions: [{ id: 'applicant-name', label: { vi: 'Họ, chữ đệm, tên', en: 'Full name' }, required: true, kind: 'text', maxLength: 120 }] }],
  legalBasis: [],
  published: { code, level: '', term: null, fee: null, papers: [], result: null, agency: null, decision: null, jurisdiction: null, sourceType: 'province', sourcePage: '' },
});
