import type { Agency } from '../../../shared/contracts/agency.ts';
import type { Paper, ProcedureView } from '../../../shared/contracts/procedure.ts';
import { feeLines, feeText, termText } from '../../format/catalogue-text.ts';
import { lateText } from '../../format/late-text.ts';
import { useCommon, useLanguage } from '../../components/language.ts';
import { procedureText } from '../../messages/procedure.ts';
import { numberedNotes, paperGroups } from './procedure-facts.ts';
import { AssumedMark, CaseChannelMatrix, channelOrder } from './procedure-matrix.tsx';
import { receiversOf } from './receivers.ts';

type SectionProps = { readonly procedure: ProcedureView };
const useText = () => procedureText(useLanguage());

/** What the State portal published, word for word, beside our reading. */
const Wording = ({ children }: { readonly children: string | null }) => {
  const t = useText();
  return (
    <figure class="wording">
      <figcaption>{t('wording')}</figcaption>
      {children === null ? <p class="small">{t('wordingSilent')}</p> : <blockquote lang="vi">{children}</blockquote>}
    </figure>
  );
};

/** Who may apply and under what conditions, where the national record says so. */
export const WhoSection = ({ procedure: { applicants, conditions } }: SectionProps) => {
  const t = useText();
  const groups = (applicants?.groups ?? []).map(({ name, code }) => name || code).filter(Boolean);
  if (groups.length === 0 && !applicants?.text && !conditions) return null;
  return (
    <section aria-labelledby="ai-lam">
      <h2 id="ai-lam">{t('who')}</h2>
      {groups.length > 0 && <ul lang="vi">{groups.map((name) => <li key={name}>{name}</li>)}</ul>}
      {applicants?.text !== undefined && <p class="as-written" lang="vi">{applicants.text}</p>}
      {conditions !== undefined && <><h3>{t('conditions')}</h3><p class="as-written" lang="vi">{conditions}</p></>}
    </section>
  );
};

export const WhereSection = ({ procedure, agencies }: SectionProps & { readonly agencies: readonly Agency[] }) => {
  const t = useText();
  const language = useLanguage();
  const words = useCommon();
  const receivers = receiversOf(procedure, agencies);
  const { receivedBy } = procedure;
  const channels = channelOrder.filter((channel) => procedure.cases.some((one) => one.channels.some((reading) => reading.channel === channel)));
  const names = receivers.map((agency) => <li key={agency.code}>{language === 'en' ? agency.nameEn ?? agency.name : agency.name}</li>);
  return (
    <section aria-labelledby="noi-nop">
      <h2 id="noi-nop">{t('where')}</h2>
      {receivedBy.kind === 'level'
        ? <p>{receivedBy.level === 'commune' ? t('whereCommune', { count: receivers.length }) : t('whereDistrict', { count: receivers.length })}</p>
        : <><p>{t('whereAgencies')}</p><ul>{names.length > 0 ? names : receivedBy.agencies.map((code) => <li key={code}>{code}</li>)}</ul></>}
      {receivedBy.kind === 'agencies' && receivedBy.reading === 'assumed' && <p class="small"><AssumedMark /> {t('whereAssumed')}</p>}
      {receivedBy.kind === 'level' && names.length > 0 && <details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">{t('whereList')}</span></summary><ul class="receivers">{names}</ul></details>}
      {procedure.executedBy?.some(({ name }) => name !== '') === true && <p>{t('executedBy')} <span lang="vi">{procedure.executedBy.map(({ name }) => name).filter(Boolean).join(', ')}</span>.</p>}
      <p>{t('whereChannels')} {channels.map((channel) => words(channel).toLowerCase()).join(', ')}.</p>
      <Wording>{procedure.published.agency}</Wording>
    </section>
  );
};

export const CostSection = ({ procedure }: SectionProps) => {
  const t = useText();
  const language = useLanguage();
  return (
    <section aria-labelledby="le-phi">
      <h2 id="le-phi">{t('cost')}</h2>
      <CaseChannelMatrix procedure={procedure} caption={t('costCaption')} notes={numberedNotes(procedure, language)} text={({ fee, feeDue = '' }) => `${JSON.stringify(fee)}${feeDue}`}
        value={({ fee, feeDue }) => <>{fee.kind === 'items'
        ? <ul>{feeLines(fee, language).map((line) => <li key={line}><strong class="value">{line}</strong></li>)}</ul>
        : <strong class="value">{fee.kind === 'by-reference' ? t('byReference') : feeText(fee, language)}</strong>}{feeDue !== undefined && <p class="small">{t(feeDue)}</p>}</>} />
      <Wording>{procedure.published.fee}</Wording>
    </section>
  );
};

export const WhenSection = ({ procedure }: SectionProps) => {
  const t = useText();
  const language = useLanguage();
  const notes = numberedNotes(procedure, language);
  const assumed = procedure.cases.some((one) => one.channels.some(({ reading }) => reading === 'assumed'));
  const choices = procedure.cases.flatMap((one) => {
    const channels = channelOrder.filter((channel) => one.channels.some((reading) => reading.channel === channel && reading.term !== undefined));
    return channels.length === 0 ? [] : [{ id: one.id, name: one.name[language], channels }];
  });
  return (
    <section aria-labelledby="thoi-han">
      <h2 id="thoi-han">{t('when')}</h2>
      <CaseChannelMatrix procedure={procedure} caption={t('whenCaption')} notes={notes} text={({ term, wording }) => `${JSON.stringify(term)}${wording ?? ''}`} value={({ term, wording = '' }) => (
        <>
          {term === undefined ? t('whenNone') : <strong class="value">{termText(term, language)}</strong>}
          {term?.cutOff !== undefined && <span class="small cut-off">{lateText(term, language)}</span>}
          {wording !== '' && <span class="small cut-off" lang="vi">{wording}</span>}
        </>
      )} />
      {choices.length > 0 && <div id="hen-tra" class="promise no-print" data-code={procedure.code} data-choices={JSON.stringify(choices)} />}
      {(assumed || notes.size > 0) && (
        <div class="notes small">
          <h3>{t('notes')}</h3>
          {assumed && <p>{t('assumedMeaning')}</p>}
          <ol>{[...notes].map(([note, number]) => <li key={number} id={`ghi-chu-${number}`}>{note}</li>)}</ol>
        </div>
      )}
      <Wording>{procedure.published.term}</Wording>
    </section>
  );
};

/** The form of a paper: a link where it has an address of the web. */
const PaperForm = ({ form }: Pick<Paper, 'form'>) => {
  const t = useText();
  const { name = '', url = '' } = form ?? {};
  if (/^https?:\/\//i.test(url)) return <> <a class="small" href={url} rel="noopener">{t('paperForm', { name })}</a></>;
  return name === '' ? null : <span class="small paper-note">{t('paperFormNamed', { name })}</span>;
};

export const PapersSection = ({ procedure }: SectionProps) => {
  const t = useText();
  const language = useLanguage();
  const groups = paperGroups(procedure);
  return (
    <section aria-labelledby="giay-to">
      <h2 id="giay-to">{t('papers')}</h2>
      {groups.length === 0 && <p>{t('papersNone')}</p>}
      {groups.map((group) => (
        <div key={group.cases.map(({ id }) => id).join(' ')}>
          {procedure.cases.length > 1 && <h3>{group.cases.length === 0 ? t('papersEvery') : t('papersCase', { name: group.cases.map(({ name }) => name[language]).join('; ') })}</h3>}
          <ul class="papers">
            {group.papers.map((paper) => (
              <li key={JSON.stringify(paper)}>
                <span lang="vi">{paper.name}</span> <span class={paper.required ? 'mark-required' : 'mark-optional'}>{t(paper.required ? 'paperRequired' : 'paperOptional')}</span>
                <PaperForm form={paper.form} />
                {paper.note !== undefined && <span class="small paper-note">{paper.note[language]}</span>}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {procedure.published.papers.length > 0 && <Wording>{procedure.published.papers.join('\n')}</Wording>}
    </section>
  );
};

export const HowSection = ({ procedure }: SectionProps) => {
  const t = useText();
  const result = procedure.results?.map(({ name }) => name).filter(Boolean).join('; ') ?? procedure.published.result ?? '';
  const steps = [
    [t('howPrepare'), t('howPrepareText')],
    procedure.acceptsOnline ? [t('howFile'), t('howFileText', { pages: procedure.form.length })] : [t('howFileDesk'), t('howFileDeskText')],
    [t('howCode'), t('howCodeText')],
    [t('howAccepted'), t('howAcceptedText')],
  ] as const;
  return (
    <section aria-labelledby="cach-lam">
      <h2 id="cach-lam">{t('how')}</h2>
      <ol class="steps">
        {steps.map(([title, text]) => <li key={title}><strong>{title}</strong><span>{text}</span></li>)}
        <li><strong>{t('howResult')}</strong>{result === '' ? <span>{t('howResultNone')}</span> : <span lang="vi">{result}</span>}</li>
      </ol>
      {procedure.proceeding !== undefined && (
        <details class="govuk-details">
          <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{t('proceeding')}</span></summary>
          {procedure.proceeding.map(({ name, steps: way }, index) => <div key={index} lang="vi">{name !== '' && <h3>{name}</h3>}<ol>{way.map(({ text }, at) => <li key={at} class="as-written">{text}</li>)}</ol></div>)}
        </details>
      )}
    </section>
  );
};

const marks = { C: 'markC', S: 'markS', M: 'markM' } as const;

export const LawSection = ({ procedure }: SectionProps) => {
  const t = useText();
  const { published, legalBasis } = procedure;
  return (
    <section aria-labelledby="can-cu" class="law">
      <h2 id="can-cu">{t('law')}</h2>
      {legalBasis.length === 0 ? <p>{t('lawNone')}</p> : (
        <ul>{legalBasis.map((basis) => <li key={basis.number + basis.title}><span lang="vi"><strong>{basis.number}</strong> {basis.title}</span> <span class="small">({t(marks[basis.mark])})</span></li>)}</ul>
      )}
      <h3>{t('source')}</h3>
      {published.jurisdiction !== null && <p>{t('sourceOf', { place: published.jurisdiction })} ({published.code}).{/toàn quốc/i.test(published.jurisdiction) ? '' : ` ${t('sourceOther')}`}</p>}
      {published.decision !== null && <p>{t('sourceDecision', { decision: published.decision })}.</p>}
      <p class="small source-page">{published.sourcePage}</p>
    </section>
  );
};
