import { amountsOf, isFree } from '../../../shared/contracts/fee-amounts.ts';
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
  const texts = new Set(fees.map((fee) => fee.kind === 'by-reference' || (fee.kind === 'items' && amountsOf(fee).length !== fee.items.length) ? t('byReference') : feeText(fee, language)));
  if (texts.size === 1) return [...texts].join('');
  const amounts = fees.map((fee) => isFree(fee) ? 0 : amountsOf(fee).length === 1 ? amountsOf(fee)[0] ?? Number.NaN : Number.NaN);
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
/** `cases` that ask for these papers; empty when every case does. */
export type PaperGroup = { readonly cases: readonly Case[]; readonly papers: Case['papers'] };

/** Papers grouped by the cases that ask for them, so that none is listed twice: first those of every case. Required ones lead. */
export const paperGroups = ({ cases }: Reading): readonly PaperGroup[] => {
  // one paper asked for in the same words is one, wherever it is asked for
  const papers = new Map(cases.flatMap((one) => one.papers.map((paper) => [JSON.stringify(paper), paper] as const)));
  const askedBy = (id: string): readonly Case[] => cases.filter((one) => one.papers.some((paper) => JSON.stringify(paper) === id));
  const groups = Map.groupBy(papers.keys(), (id) => askedBy(id).map((one) => one.id).join(' '));
  return [...groups.values()]
    .map((ids): PaperGroup => {
      const asking = askedBy(ids[0] ?? '');
      return {
        cases: asking.length === cases.length ? [] : asking,
        papers: ids.flatMap((id) => papers.get(id) ?? []).toSorted((a, b) => Number(b.required) - Number(a.required)),
      };
    })
    .toSorted((a, b) => (a.cases.length === 0 ? -1 : b.cases.length === 0 ? 1 : b.cases.length - a.cases.length));
};

/** Numbers the distinct notes of all cases and channels in the order they appear. */
export const numberedNotes = (procedure: Reading, language: Language): ReadonlyMap<string, number> => {
  const notes = readings(procedure).flatMap(({ note }) => note === undefined ? [] : [note[language]]);
  return new Map([...new Set(notes)].map((note, index) => [note, index + 1]));
};
