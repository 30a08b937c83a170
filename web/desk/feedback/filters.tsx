import { useLanguage } from '../../components/language.ts';
import type { GoIn } from '../use-address.ts';
import type { FeedbackAddress } from './address.ts';
import { useAreas } from './areas.ts';
import { useReference } from './reference.ts';
import { useFeedbackTexts } from './texts.ts';

/** What narrows the list; it lives in the address. */
export const Filters = ({ address, go }: { readonly address: FeedbackAddress; readonly go: GoIn<FeedbackAddress> }) => {
  const t = useFeedbackTexts();
  const language = useLanguage();
  const { items } = useReference();
  const areas = useAreas();
  const choice = (id: string, label: string, all: string, more: { value: string | undefined; options: readonly { code: string; name: { vi: string; en: string } }[]; onValue: (value: string | undefined) => void }) => (
    <label class="report-filter"><span class="visually-hidden">{label}</span>
      <select id={id} value={more.value ?? ''} onChange={(event) => { more.onValue(event.currentTarget.value === '' ? undefined : event.currentTarget.value); }}>
        <option value="">{all}</option>
        {more.options.map(({ code, name }) => <option key={code} value={code}>{name[language]}</option>)}
      </select>
    </label>
  );
  return (
    <div class="filters" role="search" aria-label={t('filters')}>
      {choice('loc-loai', t('category'), t('everyCategory'), { value: address.category, options: items, onValue: (category) => { go({ category }); } })}
      {choice('loc-dia-ban', t('area'), t('everyArea'), { value: address.area, options: areas, onValue: (area) => { go({ area }); } })}
      {(address.category !== undefined || address.area !== undefined) && <button type="button" class="filter-clear" onClick={() => { go({ category: undefined, area: undefined }); }}>{t('clearFilters')}</button>}
    </div>
  );
};
