import type { Agency } from '../../../shared/contracts/agency.ts';
import type { ProcedureView } from '../../../shared/contracts/procedure.ts';
import { Button } from '../../components/button.tsx';
import { Icon, type IconName } from '../../components/icon.tsx';
import { useLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { PageShell } from '../../components/page-shell.tsx';
import { addresses, applyPath, inLanguage, procedurePath } from '../../format/addresses.ts';
import { bookingPath } from '../../format/booking-address.ts';
import { shortDayText } from '../../format/dates.ts';
import { procedureText } from '../../messages/procedure.ts';
import { differenceText, procedureDifferences } from '../../format/procedure-diff.ts';
import type { Language } from '../../messages/translator.ts';
import type { PageAssets } from './assets.ts';
import { renderDocument } from './document.tsx';
import { feeFact, papersFact, termFact } from './procedure-facts.ts';
import { CostSection, HowSection, LawSection, PapersSection, WhenSection, WhereSection, WhoSection } from './procedure-sections.tsx';
import { receiversOf } from './receivers.ts';

export type PageContext = { readonly lang: Language; readonly assets: PageAssets; readonly agencies?: readonly Agency[]; /** the version that waits, to say what will change */ readonly next?: ProcedureView };
type ProcedureProps = { readonly procedure: ProcedureView; readonly agencies: readonly Agency[] };
type PageProps = ProcedureProps & { readonly next?: ProcedureView | undefined };

export const levelWord = { province: 'levelProvince', district: 'levelDistrict', commune: 'levelCommune' } as const;
const takesOnline = (procedure: ProcedureView): boolean => procedure.acceptsOnline && procedure.status === 'open';

const Facts = ({ procedure, agencies }: ProcedureProps) => {
  const language = useLanguage();
  const t = procedureText(language);
  const { receivedBy } = procedure;
  const [receiver] = receiversOf(procedure, agencies);
  const where = receivedBy.kind === 'level' ? t('whereShort', { level: t(levelWord[receivedBy.level]) }) : (language === 'en' ? receiver?.nameEn : undefined) ?? receiver?.name ?? receivedBy.agencies.join(', ');
  const facts: readonly (readonly [IconName, string, string])[] = [
    ['place', t('factWhere'), where],
    ['money', t('factFee'), feeFact(procedure, language, t)],
    ['clock', t('factTerm'), termFact(procedure, language, t)],
    ['paper', t('factPapers'), papersFact(procedure, t)],
  ];
  return <dl class="facts">{facts.map(([icon, name, value]) => <div key={name}><dt><Icon name={icon} />{name}</dt><dd>{value}</dd></div>)}</dl>;
};

/** What to do now: file online, or where to go instead. Stays at hand on a phone. */
const ApplyCard = ({ procedure }: { readonly procedure: ProcedureView }) => {
  const language = useLanguage();
  const t = procedureText(language);
  return (
    <aside class="apply-card" aria-label={t('apply')}>
      {takesOnline(procedure)
        ? <Button href={inLanguage(applyPath(procedure.code), language)} class="apply-button">{t('apply')}<Icon name="arrow" size={20} /></Button>
        : <p class="apply-not"><Icon name="info" size={20} />{procedure.status === 'closed' ? t('closedText') : t('notOnline')}</p>}
      {procedure.status === 'open' && <p class="apply-book"><a href={inLanguage(bookingPath(procedure.code), language)}>{t('book')}</a></p>}
      <dl class="apply-facts small">
        <div><dt>{t('code')}</dt><dd>{procedure.code}</dd></div>
        <div><dt>{t('field')}</dt><dd>{procedure.field[language]}</dd></div>
        <div><dt>{t('effectiveFrom', { date: shortDayText(procedure.effectiveFrom, language) })}</dt><dd>{t('version', { version: procedure.version, date: shortDayText(procedure.publishedAt, language) })}</dd></div>
      </dl>
    </aside>
  );
};

/** The procedure that takes the place of this one. */
const Successor = ({ code }: { readonly code: string }) => {
  const language = useLanguage();
  const t = procedureText(language);
  return <p><a href={inLanguage(procedurePath(code), language)}>{t('successor', { code })}</a></p>;
};

/** What changes when the version that waits begins, and when. */
const Coming = ({ procedure, next }: { readonly procedure: ProcedureView; readonly next: ProcedureView }) => {
  const language = useLanguage();
  const t = procedureText(language);
  const date = shortDayText(next.effectiveFrom, language);
  const differences = next.status === 'closed' ? [] : procedureDifferences(procedure, next, language, 'public');
  return (
    <Notice title={next.status === 'closed' ? t('closingFrom', { date }) : t('changesFrom', { date })}>
      <p>{next.status === 'closed' ? t('closingText', { date }) : t('changesText', { date })}</p>
      {differences.length > 0 && <ul class="changes">{differences.map((one) => <li key={differenceText(one, language)}>{differenceText(one, language)}</li>)}</ul>}
      {next.successor !== undefined && <Successor code={next.successor} />}
    </Notice>
  );
};

/** The page of a procedure, as published and as the editor previews it. */
export const ProcedurePage = ({ procedure, agencies, next }: PageProps) => {
  const language = useLanguage();
  const t = procedureText(language);
  return (
    <>
      <ol class="crumbs">
        <li><a href={inLanguage(addresses.procedures, language)}>{t('list')}</a></li>
        <li>{procedure.field[language]}</li>
      </ol>
      <h1 class="measure">{procedure.name[language]}</h1>
      {procedure.status === 'closed' && <Notice kind="warn" title={t('closedTitle')}><p>{t('closedText')}</p>{procedure.successor !== undefined && <Successor code={procedure.successor} />}</Notice>}
      {next !== undefined && <Coming procedure={procedure} next={next} />}
      <Facts procedure={procedure} agencies={agencies} />
      <div class="with-aside">
        <div class="answers">
          {procedure.structure === 'wording-only' && <Notice title={t('wordingOnlyTitle')}><p>{t('wordingOnlyText')}</p></Notice>}
          <WhoSection procedure={procedure} />
          <WhereSection procedure={procedure} agencies={agencies} />
          <CostSection procedure={procedure} />
          <WhenSection procedure={procedure} />
          <PapersSection procedure={procedure} />
          <HowSection procedure={procedure} />
          <LawSection procedure={procedure} />
        </div>
        <ApplyCard procedure={procedure} />
      </div>
    </>
  );
};

/**
 * The public page of a published procedure, as a whole HTML document complete without a script. `agencies` are the
 * receiving agencies of the province (other ones are ignored); without them the page names the level only.
 */
export const renderProcedurePage = (procedure: ProcedureView, { lang, assets, agencies = [], next }: PageContext): string => {
  const t = procedureText(lang);
  const path = procedurePath(procedure.code);
  return renderDocument(
    <PageShell language={lang} path={path}><ProcedurePage procedure={procedure} agencies={agencies} next={next} /></PageShell>,
    { lang, path, title: procedure.name[lang], description: t('description', { name: procedure.name[lang] }), assets },
  );
};
