import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import * as shapes from '../../components/icon-shapes.ts';
import { useLanguage } from '../../components/language.ts';
import { LineDrawing } from '../../components/line-drawing.tsx';
import { PageShell } from '../../components/page-shell.tsx';
import { feedbackAddresses } from '../../format/feedback-addresses.ts';
import { addresses, inLanguage, procedurePath, statisticsPath } from '../../format/addresses.ts';
import { homeText } from '../../messages/home.ts';
import { searchText } from '../../messages/search.ts';
import { renderDocument } from './document.tsx';
import type { PageContext } from './procedure.tsx';

/** What people come for: ten procedures of the catalogue, in the words people use. */
const common = [
  ['1.001193', 'commonBirth', shapes.birthShape],
  ['1.000894', 'commonMarriage', shapes.marriageShape],
  ['1.004222', 'commonResidence', shapes.homeShape],
  ['2.000815', 'commonCopy', shapes.sealShape],
  ['1.009073', 'commonExtract', shapes.copyShape],
  ['1.004873', 'commonSingle', shapes.personShape],
  ['2.000488', 'commonRecord', shapes.paperShape],
  ['1.013225', 'commonBuild', shapes.buildShape],
  ['1.012768', 'commonLand', shapes.landShape],
  ['1.000656', 'commonDeath', shapes.candleShape],
] as const satisfies readonly (readonly [code: string, label: string, shape: string])[];

const River = () => (
  <svg class="hero-river" viewBox="0 0 1440 110" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <path class="hero-line" d="M0 40c120 0 120 18 240 18s120-18 240-18 120 18 240 18 120-18 240-18 120 18 240 18 120-18 240-18" />
    <path class="hero-line" d="M0 56c120 0 120 16 240 16s120-16 240-16 120 16 240 16 120-16 240-16 120 16 240 16 120-16 240-16" />
    <path class="hero-bank" d="M0 80c120 0 120 16 240 16s120-16 240-16 120 16 240 16 120-16 240-16 120 16 240 16 120-16 240-16v30H0z" />
  </svg>
);

const HomePage = () => {
  const language = useLanguage();
  const t = homeText(language);
  const words = searchText(language);
  const at = (path: string) => inLanguage(path, language);
  return (
    <>
      <div class="hero">
        <div class="wrap">
          <h1>{t('heading')}</h1>
          <p class="lead">{t('lead')}</p>
          <div id="tim-kiem" class="home-search">
            <form role="search" action={at(addresses.procedures)}>
              <label for="tim">{words('searchLabel')}</label>
              <div class="search-row"><input id="tim" name="loc" type="search" placeholder={words('searchPlaceholder')} /><Button type="submit"><Icon name="search" size={22} /><span>{words('searchButton')}</span></Button></div>
            </form>
          </div>
        </div>
        <River />
      </div>
      <section class="wrap home-section" aria-labelledby="nhieu-nguoi-can">
        <h2 id="nhieu-nguoi-can">{t('commonTitle')}</h2>
        <ul class="common-list">
          {common.map(([code, key, shape]) => <li key={code}><a href={at(procedurePath(code))}><span class="common-icon"><LineDrawing shape={shape} /></span>{t(key)}</a></li>)}
        </ul>
        <p><a href={at(addresses.procedures)}>{words('searchAll')}</a></p>
      </section>
      <section class="wrap home-section" aria-labelledby="phan-anh-tieu-de">
        <div class="panel">
          <h2 id="phan-anh-tieu-de">{t('reportTitle')}</h2>
          <p>{t('reportText')}</p>
          <p class="button-row"><Button href={at(feedbackAddresses.report)}>{t('reportSend')}</Button> <a href={at(feedbackAddresses.map)}>{t('reportMap')}</a></p>
        </div>
      </section>
      <div class="wrap home-section home-pair">
        <section class="panel panel-brand" aria-labelledby="tra-cuu-tieu-de">
          <h2 id="tra-cuu-tieu-de">{t('trackTitle')}</h2>
          <form id="tra-cuu-nhanh" class="track-row" action={at(addresses.track)}>
            <div class="govuk-form-group">
              <label class="govuk-label govuk-label--s" for="ma">{t('trackLabel')}</label>
              <div class="govuk-hint" id="ma-hint">{t('trackHint')}</div>
              <input class="govuk-input" id="ma" name="ma" autocomplete="off" autocapitalize="characters" spellcheck={false} aria-describedby="ma-hint" required />
            </div>
            <Button type="submit">{t('trackButton')}</Button>
          </form>
          <p class="track-else">{t('trackElse')} <a href={at(addresses.mine)}>{t('trackMine')}</a></p>
        </section>
        <section class="panel panel-warm" aria-labelledby="giu-loi-hen-tieu-de">
          <h2 id="giu-loi-hen-tieu-de">{t('keptTitle')}</h2>
          <div id="giu-loi-hen"><p>{words('keptFailed')}</p></div>
          <p><a href={at(statisticsPath())}>{t('keptMore')}</a></p>
        </section>
      </div>
    </>
  );
};

/** The front page. Complete without a script: the search then leads to the whole list. */
export const renderHomePage = ({ lang, assets }: PageContext): string => {
  const t = homeText(lang);
  return renderDocument(<PageShell language={lang} path={addresses.home} wide><HomePage /></PageShell>, { lang, path: addresses.home, title: t('title'), description: t('description'), assets });
};
