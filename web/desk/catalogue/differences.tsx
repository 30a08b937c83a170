import type { ProcedureEdition } from '../../../shared/contracts/procedure.ts';
import { useLanguage } from '../../components/language.ts';
import { shortDayText } from '../../format/dates.ts';
import { differenceText, procedureDifferences } from '../../format/procedure-diff.ts';
import { isDate } from '../../format/typed-date.ts';
import { spelled, type Content } from './content.ts';
import { useCatalogueText } from './editing.tsx';

/** A day of effect as people write it; half a date as it was typed. */
const day = (value: unknown, language: 'vi' | 'en'): string => (typeof value !== 'string' ? '' : isDate(value) ? shortDayText(value, language) : value);

/** What changed from one content to another, in words. A half-written draft may not be readable yet: then it says so. */
export const Differences = ({ before, after, sameDay = true }: { readonly before: Content | undefined; readonly after: Content; readonly sameDay?: boolean }) => {
  const t = useCatalogueText();
  const language = useLanguage();
  if (before === undefined) return <p>{t('diffFirst')}</p>;
  let lines: string[];
  try {
    lines = procedureDifferences(before as unknown as ProcedureEdition, after as unknown as ProcedureEdition, language).map((one) => differenceText(one, language));
  } catch {
    return <p>{t('diffUnreadable')}</p>;
  }
  const dates = sameDay || before['effectiveFrom'] === after['effectiveFrom'] ? [] : [`${t('effectiveFrom')}: ${day(before['effectiveFrom'], language)} → ${day(after['effectiveFrom'], language)}`];
  const all = [...dates, ...lines];
  if (all.length === 0) return <p>{spelled(before) === spelled(after) ? t('diffNone') : t('diffSmall')}</p>;
  return <ul class="changes">{all.map((line, index) => <li key={index}>{line}</li>)}</ul>;
};
