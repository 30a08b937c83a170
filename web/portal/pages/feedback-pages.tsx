import { feedbackAddresses, feedPath } from '../../format/feedback-addresses.ts';
import { inLanguage } from '../../format/addresses.ts';
import { followText } from '../../messages/follow.ts';
import { newsText } from '../../messages/news.ts';
import { ownReportsText } from '../../messages/own-reports.ts';
import { registerMapText } from '../../messages/register-map.ts';
import { registerText } from '../../messages/register.ts';
import { reportText } from '../../messages/report.ts';
import { Button } from '../../components/button.tsx';
import { renderActingPage } from './acting-pages.tsx';
import { CodeForm } from './code-form.tsx';
import type { Language } from '../../messages/translator.ts';
import type { PageContext } from './procedure.tsx';

/** Installed, the pages of reports are an app of their own, in the language they were found in. */
const manifest = (context: PageContext): string => inLanguage(`${feedbackAddresses.track}ung-dung.webmanifest`, context.lang);

/** What it is, the way to the form, and a code to follow; with a code the page is that report's. */
export const renderFeedbackPage = (context: PageContext): string => {
  const t = followText(context.lang);
  const form = (
    <>
      <p class="button-row" id="loi-vao"><Button href={inLanguage(feedbackAddresses.report, context.lang)}>{t('report')}</Button> <Button kind="secondary" href={inLanguage(feedbackAddresses.map, context.lang)}>{t('map')}</Button> <Button kind="secondary" href={inLanguage(feedbackAddresses.list, context.lang)}>{t('list')}</Button></p>
      <CodeForm button={t('open')} />
      <p id="cua-toi"><a href={inLanguage(feedbackAddresses.mine, context.lang)}>{ownReportsText(context.lang)('title')}</a></p>
    </>
  );
  return renderActingPage({ path: feedbackAddresses.track, island: 'phan-anh', title: t('title'), lead: t('lead'), description: t('description'), form, manifest: manifest(context) }, context);
};

export const renderReportPage = (context: PageContext): string => {
  const t = reportText(context.lang);
  return renderActingPage({ path: feedbackAddresses.report, island: 'gui-phan-anh', title: t('title'), lead: t('lead'), description: t('description'), manifest: manifest(context) }, context);
};

type Twin = { readonly to: string; readonly label: string };
/** From the list to the map and back, with the same filter: the script adds it. */
const RegisterDoors = ({ lang, twin }: { readonly lang: Language; readonly twin: Twin }) => (
  <p class="button-row" id="loi-vao">
    <Button kind="secondary" href={inLanguage(twin.to, lang)} data-twin>{twin.label}</Button>
    <a href={inLanguage(feedbackAddresses.report, lang)}>{registerText(lang)('report')}</a>
  </p>
);

export const renderRegisterListPage = (context: PageContext): string => {
  const t = registerText(context.lang);
  const form = <RegisterDoors lang={context.lang} twin={{ to: feedbackAddresses.map, label: t('toMap') }} />;
  return renderActingPage({ path: feedbackAddresses.list, island: 'danh-sach-phan-anh', title: t('listTitle'), lead: t('listLead'), description: t('listDescription'), form, manifest: manifest(context), feed: feedPath('') }, context);
};

export const renderRegisterMapPage = (context: PageContext): string => {
  const t = registerMapText(context.lang);
  const form = <RegisterDoors lang={context.lang} twin={{ to: feedbackAddresses.list, label: t('toList') }} />;
  return renderActingPage({ path: feedbackAddresses.map, island: 'ban-do-phan-anh', title: t('mapTitle'), lead: t('mapLead'), description: t('mapDescription'), form, manifest: manifest(context) }, context);
};

export const renderOwnReportsPage = (context: PageContext): string => {
  const t = ownReportsText(context.lang);
  return renderActingPage({ path: feedbackAddresses.mine, island: 'phan-anh-cua-toi', title: t('title'), lead: t('lead'), description: t('description'), manifest: manifest(context), unlisted: true }, context);
};

export const renderNewsPage = (context: PageContext): string => {
  const t = newsText(context.lang);
  return renderActingPage({ path: feedbackAddresses.news, island: 'nhan-tin', title: t('title'), lead: t('lead'), description: t('description'), manifest: manifest(context) }, context);
};
