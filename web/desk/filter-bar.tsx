import { useState } from 'preact/hooks';
import type { Queue } from '../../shared/contracts/dossier.ts';
import { channels } from '../../shared/kernel/dossier-status.ts';
import { Icon } from '../components/icon.tsx';
import { useLanguage } from '../components/language.ts';
import { shortDayText } from '../format/dates.ts';
import { isNarrowed, noFilter } from './address.ts';
import type { DeskAddress, ListFilter } from './address.ts';
import { FilterDialog } from './filter-dialog.tsx';
import { useTexts } from './messages.ts';
import { useDeskOfficers, useProcedureNames } from './reference-data.ts';
import type { Go } from './use-address.ts';

type FilterBarProps = { readonly agency: string; readonly queue: Queue; readonly address: DeskAddress; readonly go: Go };

/** What narrows the list now, each with the way to drop it. */
const Chips = ({ agency, address, go }: Omit<FilterBarProps, 'queue'>) => {
  const t = useTexts();
  const language = useLanguage();
  const officers = useDeskOfficers(address.officer === undefined ? undefined : agency);
  const procedures = useProcedureNames(address.procedure !== undefined);
  const { procedure, channel, officer, dueFrom, dueTo } = address;
  const chips: readonly (readonly [keyof ListFilter, string | undefined])[] = [
    ['procedure', procedure === undefined ? undefined : procedures.find(({ code }) => code === procedure)?.name[language] ?? procedure], ['channel', channels.find(({ key }) => key === channel)?.name[language]],
    ['officer', officer === undefined ? undefined : officers.find(({ officerId }) => officerId === officer)?.name ?? officer],
    ['dueFrom', dueFrom === undefined ? undefined : t('chipFrom', { day: shortDayText(dueFrom, language) })], ['dueTo', dueTo === undefined ? undefined : t('chipTo', { day: shortDayText(dueTo, language) })],
  ];
  return (
    <>
      {chips.map(([key, name]) => name !== undefined && (
        <button key={key} type="button" class="chip" aria-label={t('dropFilter', { name })} onClick={() => { go({ [key]: undefined }); }}>{name}<Icon name="cross" size={16} /></button>
      ))}
    </>
  );
};

/** Search and filters of the list; each lives in the address. Typing replaces the entry of the browser's history, choosing adds one. */
export const FilterBar = ({ agency, queue, address, go }: FilterBarProps) => {
  const t = useTexts();
  const [choosing, setChoosing] = useState(false);
  const chosen = [address.procedure, address.channel, address.officer, address.dueFrom, address.dueTo].filter((value) => value !== undefined).length;
  return (
    <div class="filters" role="search" aria-label={t('filters')}>
      <label class="filter-search">
        <span class="visually-hidden">{t('search')}</span>
        <Icon name="search" size={18} />
        <input id="tim-trong-hang" type="search" value={address.search} placeholder={t('searchHint')} onInput={(event) => { go({ search: event.currentTarget.value }, 'replace'); }} />
      </label>
      <button type="button" class={`filter-open${chosen > 0 ? ' filter-on' : ''}`} aria-haspopup="dialog" onClick={() => { setChoosing(true); }}>{t('moreFilters', { count: chosen })}</button>
      <Chips agency={agency} address={address} go={go} />
      {(isNarrowed(address) || address.search !== '') && <button type="button" class="filter-clear" onClick={() => { go({ search: '', ...noFilter }); }}>{t('clearFilters')}</button>}
      {choosing && <FilterDialog agency={agency} queue={queue} address={address} onClose={() => { setChoosing(false); }} onChosen={(filter) => { setChoosing(false); go(filter); }} />}
    </div>
  );
};
