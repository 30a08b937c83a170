import { feedbackAddresses } from '../../format/feedback-addresses.ts';
import { inLanguage } from '../../format/addresses.ts';
import { followText } from '../../messages/follow.ts';
import { reportText } from '../../messages/report.ts';
import { Button } from '../../components/button.tsx';
import { renderActingPage } from './acting-pages.tsx';
import { CodeForm } from './code-form.tsx';
import type { PageContext } from './procedure.tsx';

/** Installed, the pages of reports are an app of their own, in the language they were found in. */
const manifest = (context: PageContext): string => inLanguage(`${feedbackAddresses.track}ung-dung.webmanifest`, context.lang);

/** What it is, the way to the form, and a code to follow; with a code the page is that report's. */
export const renderFeedbackPage = (context: PageContext): string => {
  const t = followText(context.lang);
  const form = (
    <>
      <p class="button-row" id="loi-vao"><Button href={inLanguage(feedbackAddresses.report, context.lang)}>{t('report')}</Button></p>
      <CodeForm button={t('open')} />
    </>
  );
  return renderActingPage({ path: feedbackAddresses.track, island: 'phan-anh', title: t('title'), lead: t('lead'), description: t('description'), form, manifest: manifest(context) }, context);
};

export const renderReportPage = (context: PageContext): string => {
  const t = reportText(context.lang);
  return renderActingPage({ path: feedbackAddresses.report, island: 'gui-phan-anh', title: t('title'), lead: t('lead'), description: t('description'), manifest: manifest(context) }, context);
};
