import { SelectField } from '../../components/field.tsx';
import { useLanguage } from '../../components/language.ts';
import { reportText } from '../../messages/report.ts';
import type { Draft } from './draft.ts';
import type { Advice, Categories } from './use-advice.ts';
import type { ChangeDraft } from './use-report-draft.ts';

type CategoryFieldProps = { readonly draft: Draft; readonly change: ChangeDraft; readonly categories: Categories; readonly advice: Advice | undefined; readonly error?: string | undefined };
const FEWEST_PERCENT = 10;

/** Suggested with how sure that is, changed by one tap, never needed: a dispatcher decides anyway. */
export const CategoryField = ({ draft, change, categories, advice, error }: CategoryFieldProps) => {
  const language = useLanguage();
  const t = reportText(language);
  const offered = categories.items.filter(({ retired }) => !retired);
  const nameOf = (code: string): string | undefined => offered.find((one) => one.code === code)?.name[language];
  const percent = (confidence: number): number => Math.round(confidence * 100);
  const first = advice === undefined ? undefined : nameOf(advice.category);
  const others = advice === undefined ? [] : [...(advice.abstained ? [advice] : []), ...advice.alternatives].filter(({ category, confidence }) => category !== draft.category && percent(confidence) >= FEWEST_PERCENT && nameOf(category) !== undefined).slice(0, 3);
  const choose = (category: string): void => { change({ category, byHand: true }); };
  return (
    <div class="category-field">
      <SelectField id="loai" label={t('category')} placeholder={t('categoryLater')} value={draft.category} error={error} onValue={choose} options={offered.map(({ code, name }) => ({ value: code, label: name[language] }))} />
      <div role="status">
        {advice !== undefined && first !== undefined && !advice.abstained && <p class="small">{t('categorySuggested', { name: first, share: percent(advice.confidence) })}</p>}
        {others.length > 0 && <p class="small">{t(advice?.abstained === true ? 'categoryUnsure' : 'categoryOthers')}</p>}
      </div>
      {others.length > 0 && <ul class="chips">{others.map(({ category, confidence }) => <li key={category}><button type="button" class="chip" onClick={() => { choose(category); }}>{nameOf(category)} <span class="small">{percent(confidence)} %</span></button></li>)}</ul>}
    </div>
  );
};
