import type { ProcedureView } from '../../../shared/contracts/procedure.ts';
import { formatVnd } from '../../../shared/kernel/money.ts';
import { feeText, termText } from '../../format/catalogue-text.ts';
import type { Language } from '../../messages/translator.ts';
import type { ProcedureText } from '../../messages/procedure.ts';

type Reading = Pick<ProcedureView, 'cases'>;
const readings = ({ cases }: Reading) => cases.flatMap((one) => one.channels);

/** One fee, a range of amounts, or `depends on the case`. */
export const feeFact = (procedure: Reading, language: Language, t: ProcedureText): string => {
  const fees = readings(procedure).map(({ fee }) => fee);
  const texts = new Set(fees.map((fee) => fee.kind === 'by-reference' ? t('byReference') : feeText(fee, language)));
  if (texts.size === 1) return [...texts].join('');
  const amounts = fees.map((fee) => fee.kind === 'free' ? 0 : fee.kind === 'amount' ? fee.vnd : Number.NaN);
  if (amounts.some(Number.isNaN)) return t('factVaries');
  const [low, high] = [Math.min(...amounts), Math.max(...amounts)];
  return low === high ? formatVnd(low, language) : t('factRange', { from: formatVnd(low, language), to: formatVnd(high, language) });
};

/** One term for all, or `depends on the case`. */
export const termFact = (procedure: Reading, language: Language, t: ProcedureText): string => {
  const texts = new Set(readings(procedure).map(({ term }) => term === undefined ? t('whenNone') : termText(term, language)));
  return texts.size === 1 ? [...texts].join('') : t('factVaries');
};

/** How many papers are required: one number, or from-to over the cases. */
export const papersFact = ({ cases }: Reading, t: ProcedureText): string => {
  const counts = cases.map(({ papers }) => papers.filter(({ required }) => required).length);
  const [low, high] = [Math.min(...counts), Math.max(...counts)];
  return low === high ? t('papersCount', { count: low }) : t('factRange', { from: String(low), to: t('papersCount', { count: high }) });
};

type Case = ProcedureView['cases'][number];
export type PaperGroup = { readonly case?: Case; readonly papers: Case['papers'] };

/** Papers asked for in every case once, then what each case adds. */
export const paperGroups = ({ cases }: Reading): readonly PaperGroup[] => {
  const [first, ...rest] = cases;
  if (first === undefined) return [];
  if (rest.length === 0) return [{ papers: first.papers }];
  const inEvery = first.papers.filter((paper) => rest.every(({ papers }) => papers.some((other) => other.id === paper.id && other.required === paper.required)));
  const common = new Set(inEvery.map(({ id }) => id));
  const added = cases.map((one) => ({ case: one, papers: one.papers.filter(({ id }) => !common.has(id)) }));
  return [{ papers: inEvery }, ...added].filter(({ papers }) => papers.length > 0);
};

/** Numbers the distinct notes of all cases and channels in the order they appear. */
export const numberedNotes = (procedure: Reading, language: Language): ReadonlyMap<string, number> => {
  const notes = readings(procedure).flatMap(({ note }) => note === undefined ? [] : [note[language]]);
  return new Map([...new Set(notes)].map((note, index) => [note, index + 1]));
};
