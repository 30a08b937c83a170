import type { ComponentChildren } from 'preact';
import { addresses, inLanguage, signInPath, statisticsPath } from '../format/addresses.ts';
import { bookingAddress } from '../format/booking-address.ts';
import { feedbackAddresses } from '../format/feedback-addresses.ts';
import { frameText } from '../messages/frame.ts';
import type { Language } from '../messages/translator.ts';
import { LanguageContext, useCommon, useLanguage } from './language.ts';
import { Wordmark } from './wordmark.tsx';

/** The other language of this very page. */
export const LanguageSwitch = ({ path }: { readonly path: string }) => {
  const t = frameText(useLanguage());
  const other: Language = useLanguage() === 'vi' ? 'en' : 'vi';
  return <a class="language-switch" href={inLanguage(path, other)} lang={other} hreflang={other} data-language-switch>{t('switchLanguage')}</a>;
};

/** Sign-in link; the page script replaces it with the name and a way out when there is a session. */
export const SessionCorner = () => {
  const t = useCommon();
  const language = useLanguage();
  return <div class="session-corner" data-session><a href={signInPath(inLanguage(addresses.mine, language))}>{t('signIn')}</a></div>;
};

/** `path` is the Vietnamese address of the page. */
export const Header = ({ path }: { readonly path: string }) => {
  const t = frameText(useLanguage());
  const language = useLanguage();
  const items = [[addresses.procedures, t('menuProcedures')], [addresses.track, t('menuTrack')], [addresses.mine, t('menuMine')], [statisticsPath(), t('menuStatistics')]] as const;
  return (
    <header class="site-header">
      <div class="site-header-row wrap">
        <Wordmark province={useCommon()('province')} service={t('siteName')} href={inLanguage(addresses.home, language)} />
        <nav class="site-nav" aria-label={t('mainNavigation')}>
          <ul>{items.map(([address, label]) => <li key={address}><a href={inLanguage(address, language)} aria-current={path === address ? 'page' : path.startsWith(address) ? 'true' : undefined}>{label}</a></li>)}</ul>
        </nav>
        <div class="site-corner"><LanguageSwitch path={path} /><SessionCorner /></div>
      </div>
      <div class="river" aria-hidden="true" />
    </header>
  );
};

export const Footer = () => {
  const t = frameText(useLanguage());
  const language = useLanguage();
  return (
    <footer class="site-footer">
      <div class="river" aria-hidden="true" />
      <div class="wrap site-footer-row">
        <div><p><strong>{t('footerAbout')}</strong></p><p class="small">{t('footerPromise')}</p></div>
        <nav aria-label={t('footerLinks')}>
          <ul>
            <li><a href={inLanguage(feedbackAddresses.track, language)}>{t('footerFeedback')}</a></li>
            <li><a href={inLanguage(bookingAddress, language)}>{t('footerBooking')}</a></li>
            <li><a href={inLanguage(addresses.verify, language)}>{t('footerVerify')}</a></li>
            <li><a href={addresses.operations}>{t('footerOperations')}</a></li>
            <li><a href={addresses.desk}>{t('footerDesk')}</a></li>
            <li><a href="/api/openapi.json">{t('footerApi')}</a></li>
          </ul>
        </nav>
      </div>
    </footer>
  );
};

/** A page of the portal: skip link, header, main, footer. `wide` leaves the main area's width to the page. */
export const PageShell = ({ language, path, wide = false, children }: { readonly language: Language; readonly path: string; readonly wide?: boolean; readonly children: ComponentChildren }) => {
  return (
    <LanguageContext.Provider value={language}>
      <Skip />
      <Header path={path} />
      <main id="main" class={wide ? 'main-wide' : 'wrap main'} tabIndex={-1}>{children}</main>
      <Footer />
    </LanguageContext.Provider>
  );
};

const Skip = () => <a class="govuk-skip-link" href="#main">{frameText(useLanguage())('skip')}</a>;
