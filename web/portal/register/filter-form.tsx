import { areaNames } from '../../client/area-names.gen.ts';
import type { Answer } from '../../client/contract-types.ts';
import { Button } from '../../components/button.tsx';
import { useLanguage } from '../../components/language.ts';
import { registerText } from '../../messages/register.ts';
import { type Filters, noFilters, searchOf } from './filters.ts';

export type Categories = Answer<'listFeedbackCategories'>['items'];
type FilterFormProps = { readonly filters: Filters; readonly categories: Categories; readonly days?: boolean; readonly onFilters: (filters: Filters) => void };

/** Every change applies at once and lands in the address. */
export const FilterForm = ({ filters, categories, days = false, onFilters }: FilterFormProps) => {
  const language = useLanguage();
  const t = registerText(language);
  const set = (change: Partial<Filters>): void => { onFilters({ ...filters, ...change }); };
  const choices = [
    { id: 'loai', name: 'category', label: t('category'), any: t('anyCategory'), options: categories.map(({ code, name }) => [code, name[language]] as const) },
    { id: 'dia-ban', name: 'area', label: t('area'), any: t('anyArea'), options: areaNames.map(([code, vi, en]) => [code, language === 'vi' ? vi : en] as const) },
    { id: 'trang-thai', name: 'state', label: t('state'), any: t('anyState'), options: [['open', t('open')], ['closed', t('closed')]] as const },
  ] as const;
  return (
    <form class="register-filters" aria-label={t('filters')} onSubmit={(event) => { event.preventDefault(); }}>
      {choices.map(({ id, name, label, any, options }) => (
        <div key={id}>
          <label class="govuk-label" for={id}>{label}</label>
          <select id={id} class="govuk-select" value={filters[name]} onChange={(event) => { set({ [name]: event.currentTarget.value }); }}>
            <option value="">{any}</option>
            {options.map(([value, text]) => <option key={value} value={value}>{text}</option>)}
          </select>
        </div>
      ))}
      {days && (['from', 'to'] as const).map((name) => (
        <div key={name}>
          <label class="govuk-label" for={name}>{t(name)}</label>
          <input id={name} class="govuk-input" type="date" value={filters[name]} onChange={(event) => { set({ [name]: event.currentTarget.value }); }} />
        </div>
      ))}
      {searchOf(filters) !== '' && <Button kind="quiet" small onClick={() => { onFilters(noFilters); }}>{t('clear')}</Button>}
    </form>
  );
};
