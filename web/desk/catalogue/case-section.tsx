import type { Term } from '../../../shared/kernel/working-time/term.ts';
import { useLanguage } from '../../components/language.ts';
import { termText } from '../../format/catalogue-text.ts';
import { lateText } from '../../format/late-text.ts';
import { freshId, listAt, textAt, valueAt } from './content.ts';
import { BothAt, CheckAt, ListAt, OthersAt, SelectAt, TextAt, useCatalogueText, useEditing } from './editing.tsx';

/** A term in words as soon as it is one. */
const inWords = (value: unknown, language: 'vi' | 'en'): string | undefined => {
  const parts = listAt(value, '/parts');
  const whole = parts.length > 0 && parts.every((part) => typeof valueAt(part, '/amount') === 'number' && textAt(part, '/unit') !== '');
  return whole ? [termText(value as Term, language), lateText(value as Term, language)].filter(Boolean).join('. ') : undefined;
};

const TermFields = ({ at }: { readonly at: string }) => {
  const t = useCatalogueText();
  const language = useLanguage();
  const { content, set, locked = false } = useEditing();
  const term = valueAt(content, at);
  const units = (['WORKING_DAY', 'DAY', 'HOUR', 'MONTH'] as const).map((value) => ({ value, label: t(value) }));
  const places = (['commune', 'district', 'province'] as const).map((value) => ({ value, label: t(value) }));
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{t('term')}</legend>
      <label class="tick" for={`in-words${at}`}><input id={`in-words${at}`} type="checkbox" disabled={locked} checked={term === undefined} onChange={(event) => { set(at, event.currentTarget.checked ? undefined : { parts: [{ amount: 1, unit: 'WORKING_DAY' }] }); }} />{t('termNone')}</label>
      {term !== undefined && (
        <>
          <p class="in-words" role="status">{inWords(term, language) ?? t('termUnclear')}</p>
          <ListAt at={`${at}/parts`} label={t('part')} most={6} least={1} open title={(_, index) => t('partNumber', { number: index + 1 })} fresh={() => ({ amount: 1, unit: 'WORKING_DAY' })}>
            {(part) => (
              <div class="in-row">
                <TextAt at={`${part}/amount`} label={t('amount')} numeric />
                <SelectAt at={`${part}/unit`} label={t('unit')} options={units} />
                <SelectAt at={`${part}/at`} label={t('place')} options={places} placeholder={t('anyPlace')} />
              </div>
            )}
          </ListAt>
          <div class="in-row">
            <TextAt at={`${at}/cutOff`} label={t('cutOff')} optional time />
            <TextAt at={`${at}/lateEndsAt`} label={t('lateEndsAt')} optional time />
          </div>
        </>
      )}
    </fieldset>
  );
};

const FeeFields = ({ at }: { readonly at: string }) => {
  const t = useCatalogueText();
  const { content, set } = useEditing();
  const kind = textAt(content, `${at}/kind`);
  const begin = (next: string): void => { set(at, next === 'amount' ? { kind: next, vnd: 0 } : next === 'by-reference' ? { kind: next, text: '' } : next === 'items' ? { kind: next, items: [{ unit: 'Đồng', text: '' }] } : { kind: next }); };
  return (
    <>
      <SelectAt at={`${at}/kind`} label={t('fee')} onChosen={begin} options={(['free', 'amount', 'items', 'by-reference', 'not-stated'] as const).map((value) => ({ value, label: t(value === 'amount' ? 'fixedAmount' : value) }))} />
      {kind === 'amount' && <><TextAt at={`${at}/vnd`} label={t('vnd')} numeric /><BothAt at={`${at}/per`} label={t('per')} optional /></>}
      {kind === 'items' && (
        <ListAt at={`${at}/items`} label={t('feeItem')} most={20} least={1} title={(item, index) => [textAt(item, '/text'), textAt(item, '/vnd')].filter(Boolean).join(': ') || `${t('feeItem')} ${index + 1}`} fresh={() => ({ unit: 'Đồng', text: '' })}>
          {(item) => <><div class="in-row"><TextAt at={`${item}/vnd`} label={t('vnd')} numeric optional /><TextAt at={`${item}/unit`} label={t('feeUnit')} /><TextAt at={`${item}/code`} label={t('feeCode')} optional /></div><TextAt at={`${item}/text`} label={t('feeItemText')} /><OthersAt at={`${item}/others`} /></>}
        </ListAt>
      )}
      {kind === 'by-reference' && <TextAt at={`${at}/text`} label={t('feeWords')} rows={3} />}
    </>
  );
};

const channelNames = ['direct', 'online', 'post'] as const;

const ChannelFields = ({ at }: { readonly at: string }) => {
  const t = useCatalogueText();
  return (
    <>
      <SelectAt at={`${at}/channel`} label={t('channel')} options={channelNames.map((value) => ({ value, label: t(value) }))} />
      <TermFields at={`${at}/term`} />
      <FeeFields at={`${at}/fee`} />
      <SelectAt at={`${at}/feeDue`} label={t('feeDue')} placeholder={t('feeDueOpen')} options={(['on-receipt', 'on-supplement', 'on-return'] as const).map((value) => ({ value, label: t(value) }))} />
      <SelectAt at={`${at}/reading`} label={t('reading')} options={[{ value: 'stated', label: t('stated') }, { value: 'assumed', label: t('assumed') }]} />
      <BothAt at={`${at}/note`} label={t('note')} rows={2} optional />
      <TextAt at={`${at}/wording`} label={t('wordingOfTerm')} optional />
      <OthersAt at={`${at}/others`} />
    </>
  );
};

/** The cases of a procedure, each with its channels and papers. */
export const CaseSection = () => {
  const t = useCatalogueText();
  const language = useLanguage();
  const { content } = useEditing();
  const named = (item: unknown, otherwise: string): string => textAt(item, `/name/${language}`) || otherwise;
  const channelTitle = (item: unknown): string => {
    const channel = channelNames.find((name) => name === textAt(item, '/channel'));
    return [channel === undefined ? t('channel') : t(channel), inWords(valueAt(item, '/term'), language)].filter(Boolean).join(': ');
  };
  const freshChannel = (list: readonly unknown[]): unknown => ({ channel: channelNames.find((name) => !list.some((row) => textAt(row, '/channel') === name)) ?? 'post', term: { parts: [{ amount: 1, unit: 'WORKING_DAY' }] }, fee: { kind: 'free' }, reading: 'stated' });
  return (
    <ListAt at="/cases" label={t('case')} most={30} least={1} title={(item, index) => named(item, t('caseNumber', { number: index + 1 }))}
      fresh={(list) => ({ ...(list.at(-1) as object | undefined), id: freshId(list, 'truong-hop'), name: { vi: '', en: '' } })}>
      {(one) => (
        <>
          <BothAt at={`${one}/name`} label={t('caseName')} />
          <TextAt at={`${one}/id`} label={t('id')} hint={t('idHint')} />
          <h4>{t('channels')}</h4>
          <ListAt at={`${one}/channels`} label={t('channel')} most={3} least={1} title={channelTitle} fresh={freshChannel}>{(row) => <ChannelFields at={row} />}</ListAt>
          <h4>{t('papersCount', { count: listAt(content, `${one}/papers`).length })}</h4>
          <ListAt at={`${one}/papers`} label={t('paper')} most={70} title={(item, index) => textAt(item, '/name').slice(0, 120) || t('paperNumber', { number: index + 1 })} fresh={(list) => ({ id: freshId(list, 'giay-to'), name: '', required: true })}>
            {(paper) => <><TextAt at={`${paper}/name`} label={t('paperName')} rows={2} /><CheckAt at={`${paper}/required`} label={t('required')} /><BothAt at={`${paper}/note`} label={t('note')} optional /><div class="in-row"><TextAt at={`${paper}/form/name`} label={t('formName')} optional /><TextAt at={`${paper}/form/url`} label={t('formUrl')} optional /></div><div class="in-row"><TextAt at={`${paper}/code`} label={t('paperCode')} optional /><TextAt at={`${paper}/id`} label={t('id')} /></div><OthersAt at={`${paper}/others`} /></>}
          </ListAt>
        </>
      )}
    </ListAt>
  );
};
