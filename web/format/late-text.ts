import type { Term } from '../../shared/kernel/working-time/term.ts';
import type { Language } from '../messages/translator.ts';
import { cutOffText } from './catalogue-text.ts';

/** What filing after the cut-off hour means, with the hour of its last day where the term names one. */
export const lateText = (term: Term, language: Language): string | undefined => {
  const late = cutOffText(term, language);
  if (late === undefined || term.lateEndsAt === undefined) return late;
  return language === 'vi' ? `${late}, trả kết quả lúc ${term.lateEndsAt}` : `${late}, result at ${term.lateEndsAt}`;
};
