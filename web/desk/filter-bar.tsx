import { channels } from '../../shared/kernel/dossier-status.ts';
import { Icon } from '../components/icon.tsx';
import { useLanguage } from '../components/language.ts';
import type { DeskAddress, DueFilter } from './address.ts';
import { useTexts } from './messages.ts';
import { isFiltering } from './rows.ts';
import type { Go } from './use-address.ts';

const dues = [['all', 'dueAll'], ['overdue', 'dueOverdue'], ['today', 'dueToday'], ['soon', 'dueSoon']] as const satisfies readonly (readonly [DueFilter, string])[];

/** Filters of the list; each lives in the address. Typing replaces the entry of the browser's history, choosing adds one. */
export const FilterBar = ({ address, go, withDue }: { readonly address: DeskAddress; readonly go: Go; /** queues before acceptance have no due dates */ readonly withDue: boolean }) => {
  const t = useTexts();
  const language = useLanguage();
  return (
    <div class="filters" role="search" aria-label={t('filters')}>
      <label class="filter-search">
        <span class="visually-hidden">{t('search')}</span>
        <Icon name="search" size={18} />
        <input id="tim-trong-hang" type="search" value={address.search} placeholder={t('searchHint')} onInput={(event) => { go({ search: event.currentTarget.value }, 'replace'); }} />
      </label>
      {withDue && (
        <label class="filter"><span class="visually-hidden">{t('due')}</span>
          <select value={address.due} class={address.due === 'all' ? undefined : 'filter-on'} onChange={(event) => { go({ due: event.currentTarget.value as DueFilter }); }}>
            {dues.map(([value, key]) => <option key={value} value={value}>{t(key)}</option>)}
          </select>
        </label>
      )}
      <label class="filter"><span class="visually-hidden">{t('channel')}</span>
        <select value={address.channel ?? ''} class={address.channel === undefined ? undefined : 'filter-on'} onChange={(event) => { go({ channel: channels.find(({ key }) => key === event.currentTarget.value)?.key }); }}>
          <option value="">{t('channelAll')}</option>
          {channels.map(({ key, name }) => <option key={key} value={key}>{name[language]}</option>)}
        </select>
      </label>
      {isFiltering(address) && <button type="button" class="filter-clear" onClick={() => { go({ search: '', due: 'all', channel: undefined }); }}>{t('clearFilters')}</button>}
    </div>
  );
};
