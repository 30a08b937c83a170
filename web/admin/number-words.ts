import type { NumberSource } from '../../shared/contracts/numbering.ts';
import type { CounterScope } from '../../shared/kernel/number-pattern.ts';
import { useAgencyNames, useProcedureNames } from '../desk/reference-data.ts';
import { useLanguage } from '../components/language.ts';
import { useTexts } from './messages.ts';

export const counterNames = {
  'agency-day': 'counterAgencyDay', 'agency-month': 'counterAgencyMonth', 'agency-year': 'counterAgencyYear', agency: 'counterAgency',
  day: 'counterDay', month: 'counterMonth', year: 'counterYear', service: 'counterService', 'service-day': 'counterServiceDay',
} as const satisfies Record<CounterScope, string>;

/** Rules of numbers in words. */
export const useNumberWords = () => {
  const t = useTexts();
  const language = useLanguage();
  const agencyName = useAgencyNames();
  const procedures = useProcedureNames();
  const procedureName = (code: string): string => { const found = procedures.find((one) => one.code === code); return found === undefined ? code : `${code} ${found.name[language]}`; };
  return {
    procedures: procedures.map(({ code }) => ({ value: code, label: procedureName(code) })),
    about: ({ agency, procedure }: { readonly agency?: string | undefined; readonly procedure?: string | undefined }): string =>
      t('about', { agency: agency === undefined ? t('everyAgency') : agencyName(agency), procedure: procedure === undefined ? t('everyProcedure') : procedureName(procedure) }),
    how: (number: NumberSource): string => (number.kind === 'drawn' ? t('countedBy', { counter: t(counterNames[number.counter]) }) : t('issuedBy', { by: number.by })),
  };
};
