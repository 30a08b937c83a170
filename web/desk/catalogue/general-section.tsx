import { listAt, textAt, valueAt } from './content.ts';
import { BothAt, CheckAt, DateAt, SelectAt, TextAt, useCatalogueText, useEditing } from './editing.tsx';

/** Name, level, day of effect, who receives it, and whether it is given up. */
export const GeneralSection = () => {
  const t = useCatalogueText();
  const { content, set, locked = false } = useEditing();
  const levels = (['province', 'district', 'commune'] as const).map((value) => ({ value, label: t(value) }));
  const receiver = textAt(content, '/receivedBy/kind') === 'agencies' ? 'agencies' : textAt(content, '/receivedBy/level');
  const agencies = listAt(content, '/receivedBy/agencies').join(', ');
  const receivedBy = (value: string): void => { set('/receivedBy', value === 'agencies' ? { kind: 'agencies', agencies: [], reading: 'stated' } : { kind: 'level', level: value }); };
  return (
    <>
      <BothAt at="/name" label={t('name')} />
      <BothAt at="/field" label={t('field')} />
      <SelectAt at="/level" label={t('level')} options={levels} />
      <DateAt at="/effectiveFrom" label={t('effectiveFrom')} hint={t('effectiveFromHint')} />
      <CheckAt at="/acceptsOnline" label={t('acceptsOnline')} />
      <div class="choice-of">
        <label class="govuk-label govuk-label--s" for="o-receivedBy">{t('receivedBy')}</label>
        <select class="govuk-select" id="o-receivedBy" disabled={locked} value={receiver} onChange={(event) => { receivedBy(event.currentTarget.value); }}>
          <option value="commune">{t('everyCommune')}</option><option value="district">{t('everyDistrict')}</option><option value="agencies">{t('namedAgencies')}</option>
        </select>
      </div>
      {receiver === 'agencies' && (
        <>
          <div class="govuk-form-group">
            <label class="govuk-label govuk-label--s" for="o-receivedBy-agencies">{t('agencyCodes')}</label>
            <input class="govuk-input" id="o-receivedBy-agencies" disabled={locked} value={agencies} onChange={(event) => { set('/receivedBy/agencies', event.currentTarget.value.split(/[\s,;]+/).filter(Boolean)); }} />
          </div>
          <SelectAt at="/receivedBy/reading" label={t('reading')} options={[{ value: 'stated', label: t('stated') }, { value: 'assumed', label: t('assumed') }]} />
        </>
      )}
      <SelectAt at="/status" label={t('status')} options={[{ value: 'open', label: t('open') }, { value: 'closed', label: t('closed') }]} />
      {valueAt(content, '/status') === 'closed' && <TextAt at="/successor" label={t('successor')} hint={t('successorHint')} optional />}
    </>
  );
};
