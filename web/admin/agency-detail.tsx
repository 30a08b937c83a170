import type { Agency } from '../../shared/contracts/agency.ts';
import { versionsOf } from '../../shared/kernel/agency-tree.ts';
import { call } from '../client/client.ts';
import { Button } from '../components/button.tsx';
import { useLanguage } from '../components/language.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { shortDayText } from '../format/dates.ts';
import { Facts } from '../desk/facts.tsx';
import type { Go } from './address.ts';
import { AgencyForm } from './agency-form.tsx';
import { useTexts } from './messages.ts';
import { OwnCalendar } from './own-calendar.tsx';
import { PeopleSection } from './people-section.tsx';
import { useAnswer } from './use-answer.ts';

type Names = ReadonlyMap<string, string>;

export const useDates = () => {
  const t = useTexts();
  const language = useLanguage();
  return ({ validFrom, validTo }: { validFrom?: string | undefined; validTo?: string | undefined }): string =>
    t('since', { from: validFrom === undefined ? t('always') : shortDayText(validFrom, language), to: validTo === undefined ? t('untilNow') : shortDayText(validTo, language) });
};

const aliasNames = { 'old-code': 'aliasOldCode', 'new-code': 'aliasNewCode', gso: 'aliasGso' } as const;

const History = ({ agency, names }: { readonly agency: Agency; readonly names: Names }) => {
  const t = useTexts();
  const dates = useDates();
  return (
    <section class="admin-section" aria-labelledby="lich-su">
      <h3 id="lich-su">{t('history')}</h3>
      <ol class="admin-versions">
        {versionsOf(agency).toReversed().map((version) => (
          <li key={version.validFrom ?? ''}>
            <p><strong>{version.name}</strong>, {dates(version)}</p>
            <Facts facts={[
              { label: t('parent'), value: version.parent === undefined ? undefined : `${names.get(version.parent) ?? version.parent} (${version.parent})` },
              { label: t('decision'), value: (version as Agency).decision }, { label: t('source'), value: (version as Agency).source },
            ]} />
          </li>
        ))}
      </ol>
    </section>
  );
};

/** One agency: its codes, its history, who succeeds whom, its people and its own calendar. */
export const AgencyDetail = ({ code, names, go, onChanged }: { readonly code: string; readonly names: Names; readonly go: Go; readonly onChanged: () => void }) => {
  const t = useTexts();
  const language = useLanguage();
  const { body, problem, again } = useAnswer(code, () => call('getAgency', { params: { agency: code } }));
  if (problem !== undefined) return <ProblemNotice problem={problem} onRetry={again} />;
  if (body === undefined) return <Skeleton lines={8} />;
  const { agency, predecessors } = body;
  const other = (one: { code: string; from: string }) => <li key={one.code}><Button kind="quiet" small onClick={() => { go({ agency: one.code }); }}>{names.get(one.code) ?? one.code}</Button> <span class="small">{t('from', { day: shortDayText(one.from, language) })}</span></li>;
  return (
    <>
      <Button kind="quiet" small class="admin-back" onClick={() => { go({ agency: undefined }); }}>{t('backToTree')}</Button>
      <h2>{agency.name}</h2>
      <Facts facts={[
        { label: t('code'), value: <span class="code">{agency.code}{agency.codeStatus === 'assumed' ? ` (${t('assumed')})` : ''}</span> },
        { label: t('aliases'), value: agency.aliases.length === 0 ? undefined : agency.aliases.map(({ system, value, decision }) => `${value} (${t(aliasNames[system])}${decision === undefined ? '' : `, ${decision}`})`).join('; ') },
        { label: t('successors'), value: agency.successors === undefined ? undefined : <ul class="admin-plain">{agency.successors.map(other)}</ul> },
        { label: t('predecessors'), value: predecessors.length === 0 ? undefined : <ul class="admin-plain">{predecessors.map(other)}</ul> },
      ]} />
      <History agency={agency} names={names} />
      <AgencyForm key={JSON.stringify(agency)} agency={agency} onChanged={() => { again(); onChanged(); }} />
      <PeopleSection agency={agency.code} />
      <OwnCalendar agency={agency.code} />
    </>
  );
};
