import { useState } from 'preact/hooks';
import type { Queue } from '../../shared/contracts/dossier.ts';
import { channels } from '../../shared/kernel/dossier-status.ts';
import { Button } from '../components/button.tsx';
import { DateField } from '../components/date-field.tsx';
import { SelectField, TextField } from '../components/field.tsx';
import { useLanguage } from '../components/language.ts';
import { fullDate, isDate } from '../format/typed-date.ts';
import { filterOf, noFilter } from './address.ts';
import type { DeskAddress, ListFilter } from './address.ts';
import { Dialog } from './dialog.tsx';
import { useTexts } from './messages.ts';
import { useDeskOfficers, useProcedureNames } from './reference-data.ts';

type FilterDialogProps = { readonly agency: string; readonly queue: Queue; readonly address: DeskAddress; readonly onClose: () => void; readonly onChosen: (filter: ListFilter) => void };

const codeIn = (typed: string): string | undefined => /[1-3]\.\d{6}/.exec(typed)?.[0];
const dayIn = (typed: string | undefined): string | undefined => (typed === undefined || typed === '' ? undefined : fullDate(typed));
const isWrongDay = (typed: string | undefined): boolean => typed !== undefined && typed !== '' && !isDate(fullDate(typed));

/** Chooses what the list is narrowed to; nothing changes before it is applied. */
export const FilterDialog = ({ agency, queue, address, onClose, onChosen }: FilterDialogProps) => {
  const t = useTexts();
  const language = useLanguage();
  const officers = useDeskOfficers(agency);
  const procedures = useProcedureNames();
  const [filter, setFilter] = useState<ListFilter>(() => filterOf(address));
  const [procedure, setProcedure] = useState(address.procedure ?? '');
  const [checked, setChecked] = useState(false);
  const set = (change: Partial<ListFilter>): void => { setFilter({ ...filter, ...change }); };
  const wrong = { procedure: procedure.trim() !== '' && codeIn(procedure) === undefined, dueFrom: isWrongDay(filter.dueFrom), dueTo: isWrongDay(filter.dueTo) };
  const send = (event: Event): void => {
    event.preventDefault();
    setChecked(true);
    const first = wrong.procedure ? 'loc-thu-tuc' : wrong.dueFrom ? 'loc-tu' : wrong.dueTo ? 'loc-den' : undefined;
    if (first !== undefined) { document.getElementById(first)?.focus(); return; }
    onChosen({ ...noFilter, ...filter, procedure: codeIn(procedure), dueFrom: dayIn(filter.dueFrom), dueTo: dayIn(filter.dueTo) });
  };
  const dueless = queue === 'to-accept' || queue === 'paused';
  const ofOne = queue === 'mine' || queue === 'to-accept' || queue === 'to-take';
  return (
    <Dialog title={t('filters')} onClose={onClose}>
      <form noValidate onSubmit={send}>
        <TextField id="loc-thu-tuc" label={t('filterProcedure')} hint={t('filterProcedureHint')} value={procedure} onValue={setProcedure} attributes={{ list: 'cac-thu-tuc', autocomplete: 'off' }} error={checked && wrong.procedure ? t('filterProcedureUnknown') : undefined} />
        <datalist id="cac-thu-tuc">{procedures.map(({ code, name }) => <option key={code} value={`${code} ${name[language]}`} />)}</datalist>
        <SelectField id="loc-kenh" label={t('channel')} placeholder={t('channelAll')} value={filter.channel ?? ''} onValue={(value) => { set({ channel: channels.find(({ key }) => key === value)?.key }); }}
          options={channels.map(({ key, name }) => ({ value: key, label: name[language] }))} />
        {!ofOne && <SelectField id="loc-can-bo" label={t('filterOfficer')} placeholder={t('filterOfficerAll')} value={filter.officer ?? ''} onValue={(value) => { set({ officer: value === '' ? undefined : value }); }}
          options={officers.map(({ officerId, name, processing }) => ({ value: officerId, label: t('officerOption', { name, count: processing }) }))} />}
        {!dueless && <DateField id="loc-tu" label={t('dueFrom')} value={filter.dueFrom ?? ''} onValue={(dueFrom) => { set({ dueFrom }); }} error={checked && wrong.dueFrom ? t('dueDayWrong') : undefined} />}
        {!dueless && <DateField id="loc-den" label={t('dueTo')} value={filter.dueTo ?? ''} onValue={(dueTo) => { set({ dueTo }); }} error={checked && wrong.dueTo ? t('dueDayWrong') : undefined} />}
        <div class="button-row"><Button type="submit">{t('applyFilters')}</Button><Button kind="quiet" onClick={onClose}>{t('cancel')}</Button></div>
      </form>
    </Dialog>
  );
};
