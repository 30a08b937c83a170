import { useState } from 'preact/hooks';
import type { Agency } from '../../../shared/contracts/agency.ts';
import type { ProcedureView } from '../../../shared/contracts/procedure.ts';
import { SelectField } from '../../components/field.tsx';
import { useLanguage } from '../../components/language.ts';
import { Radios } from '../../components/radios.tsx';
import { feeText, termText } from '../../format/catalogue-text.ts';
import { momentText } from '../../format/dates.ts';
import { applyText } from '../../messages/apply.ts';
import { receiversOf } from '../pages/receivers.ts';
import type { Draft } from './draft.ts';
import { onlineCases } from './form-pages.ts';
import type { UpdateDraft } from './use-draft.ts';
import { usePromisedAt } from './use-promise.ts';

type CasePageProps = { readonly procedure: ProcedureView; readonly agencies: readonly Agency[]; readonly draft: Draft; readonly update: UpdateDraft; readonly errors: ReadonlyMap<string, string> };

/** District first, then its communes: 75 names in one list help nobody. */
const AgencyChoice = ({ procedure, agencies, draft, update, errors }: CasePageProps) => {
  const language = useLanguage();
  const t = applyText(language);
  const receivers = receiversOf(procedure, agencies);
  const nameOf = (agency: Agency): string => (language === 'en' ? agency.nameEn : undefined) ?? agency.name;
  const [parent, setParent] = useState(receivers.find(({ code }) => code === draft.agency)?.parent ?? '');
  const choose = (agency: string) => { update((before) => ({ ...before, agency })); };
  const [only] = receivers;
  if (receivers.length === 1 && only !== undefined) return <p class="agency-only">{t('agencyOnly', { agency: nameOf(only) })}</p>;
  const byDistrict = procedure.receivedBy.kind === 'level' && procedure.receivedBy.level === 'commune';
  const offered = byDistrict ? receivers.filter((agency) => agency.parent === parent) : receivers;
  const error = errors.get('agency');
  return (
    <>
      {byDistrict && (
        <SelectField id="district" label={t('district')} value={parent} onValue={(value) => { setParent(value); choose(''); }} placeholder={t('districtChoose')} error={parent === '' ? error : undefined}
          options={agencies.filter(({ level }) => level === 'district').map((agency) => ({ value: agency.code, label: nameOf(agency) }))} />
      )}
      {(!byDistrict || parent !== '') && (
        <SelectField id="agency" label={byDistrict ? t('agencyCommune') : t('agency')} value={draft.agency} onValue={choose} placeholder={t('agencyChoose')} error={error}
          options={offered.map((agency) => ({ value: agency.code, label: nameOf(agency) }))} />
      )}
    </>
  );
};

/** Which case, and who receives it. Cost and time stand beside each case. */
export const CasePage = (props: CasePageProps) => {
  const { procedure, draft, update, errors } = props;
  const language = useLanguage();
  const t = applyText(language);
  const cases = onlineCases(procedure);
  const due = usePromisedAt(procedure.code, draft.caseId, draft.agency);
  const hintOf = (one: (typeof cases)[number]): string => {
    const online = one.channels.find(({ channel }) => channel === 'online');
    return online === undefined ? '' : t('caseHint', { fee: online.fee.kind === 'by-reference' ? t('caseFeeWording') : feeText(online.fee, language), term: online.term === undefined ? t('caseNoTerm') : termText(online.term, language) });
  };
  return (
    <>
      {cases.length > 1 && (
        <Radios id="case" legend={t('caseLegend')} value={draft.caseId} error={errors.get('case')} onValue={(caseId) => { update((before) => ({ ...before, caseId })); }}
          options={cases.map((one) => ({ value: one.id, label: one.name[language], hint: hintOf(one) }))} />
      )}
      <AgencyChoice {...props} />
      <p class="promise-line" role="status">{due === undefined ? '' : t('promise', { due: momentText(due, language) })}</p>
    </>
  );
};
