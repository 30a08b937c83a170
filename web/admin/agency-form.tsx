import { useState } from 'preact/hooks';
import type { Agency } from '../../shared/contracts/agency.ts';
import { dayBefore } from '../../shared/kernel/agency-tree.ts';
import { call } from '../client/client.ts';
import { Button } from '../components/button.tsx';
import { DateField } from '../components/date-field.tsx';
import { SelectField, TextField } from '../components/field.tsx';
import { useLanguage } from '../components/language.ts';
import { fullDate, isDate } from '../format/typed-date.ts';
import { useTexts } from './messages.ts';
import { Refusal } from './refusal.tsx';
import { useWrite } from './use-answer.ts';

type Typed = Record<'code' | 'name' | 'nameEn' | 'level' | 'parent' | 'from' | 'decision' | 'source' | 'aliasSystem' | 'aliasValue' | 'aliasDecision' | 'aliasFrom' | 'aliasTo' | 'closeOn' | 'successor', string>;
const levels = { province: 'levelProvince', department: 'levelDepartment', district: 'levelDistrict', commune: 'levelCommune' } as const;
const systems = { 'old-code': 'aliasOldCode', 'new-code': 'aliasNewCode', gso: 'aliasGso' } as const;
const dates = ['from', 'aliasFrom', 'aliasTo', 'closeOn'] as const;

const typedOf = (agency: Agency | undefined): Typed => ({
  code: agency?.code ?? '', name: agency?.name ?? '', nameEn: agency?.nameEn ?? '', level: agency?.level ?? 'commune', parent: agency?.parent ?? '', from: '', decision: '', source: agency?.source ?? '',
  aliasSystem: '', aliasValue: '', aliasDecision: '', aliasFrom: '', aliasTo: '', closeOn: agency?.validTo ?? '', successor: '',
});
const given = <K extends string>(key: K, value: string): Partial<Record<K, string>> => (value.trim() === '' ? {} : { [key]: value.trim() } as Record<K, string>);

/** The agency as it was typed. With a day the former facts stay until the day before; without one the record is corrected. */
const agencyOf = (typed: Typed, before: Agency | undefined): Agency => {
  const day = (key: (typeof dates)[number]): string => (typed[key] === '' ? '' : fullDate(typed[key]));
  const facts = { name: typed.name.trim(), ...given('nameEn', typed.nameEn), level: typed.level as Agency['level'], ...given('parent', typed.parent), source: typed.source.trim(), ...given('validTo', day('closeOn')) };
  const alias = typed.aliasSystem === '' ? [] : [{ system: typed.aliasSystem as Agency['aliases'][number]['system'], value: typed.aliasValue.trim(), ...given('decision', typed.aliasDecision), ...given('validFrom', day('aliasFrom')), ...given('validTo', day('aliasTo')) }];
  const successor = typed.successor.trim() === '' ? [] : [{ code: typed.successor.trim(), from: nextDay(day('closeOn')), ...given('decision', typed.decision) }];
  const from = day('from');
  const { code: _, codeStatus: _status, aliases: _aliases, earlier = [], successors = [], ...former } = before ?? { code: '', codeStatus: 'assumed', aliases: [] };
  const changedFrom = before !== undefined && from !== '' && from !== before.validFrom;
  const began = from === '' ? before?.validFrom ?? '' : from;
  const decision = typed.decision.trim() === '' && !changedFrom ? before?.decision ?? '' : typed.decision;
  const past = changedFrom ? [...earlier, { ...former, validTo: dayBefore(from) } as NonNullable<Agency['earlier']>[number]] : earlier;
  const heirs = [...successors.filter(({ code }) => code !== typed.successor.trim()), ...successor];
  return {
    code: typed.code.trim(), codeStatus: before?.codeStatus ?? 'assumed', ...facts, ...given('validFrom', began), ...given('decision', decision), aliases: [...before?.aliases ?? [], ...alias],
    ...(past.length === 0 ? {} : { earlier: past }), ...(heirs.length === 0 ? {} : { successors: heirs }),
  };
};
const nextDay = (day: string): string => (isDate(day) ? new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10) : day);

/** Which field of the form a refused member of the agency belongs to. */
const fieldOf = (pointer: string): string => {
  const path = pointer.replace(/^\/body\/agencies\/0\/?/, '');
  if (path.startsWith('successors')) return 'successor';
  if (path.startsWith('aliases')) return 'aliasValue';
  if (path.startsWith('earlier') || path === 'validFrom') return 'from';
  return path === 'validTo' ? 'closeOn' : path;
};

/** Registers an agency or changes one: its name, what is above it, another code of it, its end and its successor. What is refused stands at its field. */
export const AgencyForm = ({ agency, known, onChanged }: { readonly agency?: Agency; /** names of the agencies there are, by code: a new one is none of them */ readonly known?: ReadonlyMap<string, string>; readonly onChanged: (code: string) => void }) => {
  const t = useTexts();
  const language = useLanguage();
  const [typed, setTyped] = useState(() => typedOf(agency));
  const [checked, setChecked] = useState(false);
  const { busy, problem, write } = useWrite();
  const id = agency === undefined ? 'moi' : 'sua';
  const missing = (key: keyof Typed): string | undefined => (typed[key].trim() === '' ? t('missing') : undefined);
  const dated = (key: (typeof dates)[number]): string | undefined => (typed[key] === '' || isDate(fullDate(typed[key])) ? undefined : t('dateWrong'));
  const taken = known?.get(typed.code.trim());
  const faults: Partial<Record<keyof Typed, string | undefined>> = {
    code: taken === undefined ? missing('code') : t('codeTaken', { name: taken }), name: missing('name'), source: missing('source'), ...Object.fromEntries(dates.map((key) => [key, dated(key)])),
    ...(typed.aliasSystem === '' ? {} : { aliasValue: missing('aliasValue') }), ...(typed.successor.trim() === '' || typed.closeOn !== '' ? {} : { closeOn: t('missing') }),
  };
  const refused = (key: keyof Typed): string | undefined => problem?.errors?.find(({ pointer }) => fieldOf(pointer) === key)?.[language];
  const field = (key: keyof Typed) => ({ id: `${id}-${key}`, value: typed[key], onValue: (value: string) => { setTyped({ ...typed, [key]: value }); }, error: (checked ? faults[key] : undefined) ?? refused(key) });
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    setChecked(true);
    if (Object.values(faults).some((fault) => fault !== undefined)) return;
    const wanted = agencyOf(typed, agency);
    if ((await write(() => call('registerAgencies', { query: {}, body: { agencies: [wanted] } }))) !== undefined) onChanged(wanted.code);
  };
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{t(agency === undefined ? 'agencyNew' : 'agencyChange')}</span></summary>
      <form class="govuk-details__text" noValidate onSubmit={(event) => { void save(event); }}>
        <Refusal problem={problem} />
        {agency === undefined && <TextField {...field('code')} label={t('agencyCode')} attributes={{ autocomplete: 'off' }} />}
        <TextField {...field('name')} label={t('agencyName')} attributes={{ autocomplete: 'off', maxLength: 200 }} />
        <TextField {...field('nameEn')} label={t('agencyNameEn')} optional attributes={{ autocomplete: 'off', maxLength: 200 }} />
        <SelectField {...field('level')} label={t('agencyLevel')} options={Object.entries(levels).map(([value, label]) => ({ value, label: t(label) }))} />
        <TextField {...field('parent')} label={t('agencyParent')} optional attributes={{ autocomplete: 'off' }} />
        <DateField {...field('from')} label={t('changeFrom')} hint={t('changeFromHint')} optional />
        <TextField {...field('decision')} label={t('decision')} optional attributes={{ autocomplete: 'off' }} />
        <TextField {...field('source')} label={t('sourceOf')} attributes={{ autocomplete: 'off' }} />
        <SelectField {...field('aliasSystem')} label={t('aliasSystem')} placeholder={t('aliasNone')} options={Object.entries(systems).map(([value, label]) => ({ value, label: t(label) }))} />
        {typed.aliasSystem !== '' && (
          <>
            <TextField {...field('aliasValue')} label={t('aliasValue')} attributes={{ autocomplete: 'off' }} />
            <TextField {...field('aliasDecision')} label={t('aliasDecision')} optional attributes={{ autocomplete: 'off' }} />
            <DateField {...field('aliasFrom')} label={t('aliasFrom')} optional />
            <DateField {...field('aliasTo')} label={t('aliasTo')} optional />
          </>
        )}
        {agency !== undefined && <><DateField {...field('closeOn')} label={t('closeOn')} hint={t('closeHint')} optional /><TextField {...field('successor')} label={t('successorCode')} optional attributes={{ autocomplete: 'off' }} /></>}
        <Button type="submit" disabled={busy}>{busy ? t('doing') : t('agencySave')}</Button>
      </form>
    </details>
  );
};
