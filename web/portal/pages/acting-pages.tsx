import type { ComponentChildren } from 'preact';
import { PageShell } from '../../components/page-shell.tsx';
import { addresses } from '../../format/addresses.ts';
import { bookingAddress, hallAddress } from '../../format/booking-address.ts';
import { applyText } from '../../messages/apply.ts';
import { bookingText } from '../../messages/booking.ts';
import { frameText } from '../../messages/frame.ts';
import { hallText } from '../../messages/hall.ts';
import { mineText } from '../../messages/mine.ts';
import { trackText } from '../../messages/track.ts';
import { verifyText } from '../../messages/verify.ts';
import { CodeForm } from './code-form.tsx';
import { renderDocument } from './document.tsx';
import type { PageContext } from './procedure.tsx';

type ActingPage = { readonly path: string; readonly island: string; readonly title: string; readonly lead?: string; readonly description: string; readonly form?: ComponentChildren; readonly ownHeading?: boolean; readonly unlisted?: boolean; /** what makes it an app on a phone */ readonly manifest?: string; /** where a reader of feeds finds the same */ readonly feed?: string };

/** A page whose island does the work: heading and what it is for are there before the script, and without it. */
export const renderActingPage = (page: ActingPage, { lang, assets }: PageContext): string => renderDocument(
  <PageShell language={lang} path={page.path}>
    {page.ownHeading !== true && <h1>{page.title}</h1>}
    {page.lead !== undefined && <p class="lead measure" id="dan">{page.lead}</p>}
    {page.form}
    <div id={page.island}>{page.ownHeading === true && <h1>{page.title}</h1>}<noscript><p>{frameText(lang)('noScript')}</p></noscript></div>
  </PageShell>,
  { lang, path: page.path, title: page.title, description: page.description, assets, unlisted: page.unlisted === true, manifest: page.manifest, feed: page.feed },
);

export const renderTrackPage = (context: PageContext): string => {
  const t = trackText(context.lang);
  return renderActingPage({ path: addresses.track, island: 'tra-cuu', title: t('trackTitle'), lead: t('trackLead'), description: t('trackDescription'), form: <CodeForm button={t('trackButton')} /> }, context);
};

export const renderVerifyPage = (context: PageContext): string => {
  const t = verifyText(context.lang);
  return renderActingPage({ path: addresses.verify, island: 'kiem-chung', title: t('verifyTitle'), lead: t('verifyLead'), description: t('verifyDescription'), form: <CodeForm button={t('verifyButton')} /> }, context);
};

export const renderMinePage = (context: PageContext): string => {
  const t = mineText(context.lang);
  return renderActingPage({ path: addresses.mine, island: 'ho-so-cua-toi', title: t('mineTitle'), description: t('mineLead'), unlisted: true }, context);
};

export const renderApplyPage = (context: PageContext): string => {
  const t = applyText(context.lang);
  return renderActingPage({ path: addresses.apply, island: 'nop-ho-so', title: t('title'), description: t('description'), ownHeading: true, unlisted: true }, context);
};

export const renderBookingPage = (context: PageContext): string => {
  const t = bookingText(context.lang);
  return renderActingPage({ path: bookingAddress, island: 'dat-lich', title: t('title'), lead: t('lead'), description: t('description') }, context);
};

/** For a screen on the wall: no header, no footer, nothing to press. */
export const renderWaitingPage = ({ lang, assets }: PageContext): string => {
  const t = hallText(lang);
  return renderDocument(
    <>
      <a class="govuk-skip-link" href="#main">{frameText(lang)('skip')}</a>
      <main id="main" tabIndex={-1}><div id="man-hinh-cho" class="hall"><h1>{t('title')}</h1><noscript><p>{frameText(lang)('noScript')}</p></noscript></div></main>
    </>,
    { lang, path: hallAddress, title: t('title'), description: t('description'), assets, unlisted: true },
  );
};
