import { Button } from '../../components/button.tsx';
import { PageShell } from '../../components/page-shell.tsx';
import { addresses, inLanguage, signInPath } from '../../format/addresses.ts';
import { homeText } from '../../messages/home.ts';
import { searchText } from '../../messages/search.ts';
import { signInFailedText } from '../../messages/sign-in-failed.ts';
import { renderDocument } from './document.tsx';
import type { PageContext } from './procedure.tsx';

/** What an unknown address shows. */
export const renderNotFoundPage = ({ lang, assets }: PageContext): string => {
  const t = homeText(lang);
  return renderDocument(
    <PageShell language={lang} path={addresses.home}>
      <div class="measure">
        <h1>{t('notFoundTitle')}</h1>
        <p class="lead">{t('notFoundText')}</p>
        <p class="button-row"><Button href={inLanguage(addresses.home, lang)}>{t('notFoundHome')}</Button><Button kind="secondary" href={inLanguage(addresses.procedures, lang)}>{searchText(lang)('searchAll')}</Button></p>
      </div>
    </PageShell>,
    { lang, path: addresses.home, title: t('notFoundTitle'), description: t('notFoundText'), assets, unlisted: true, hasTwin: false },
  );
};

/** Where a sign-in that failed ends; the script says why, from `?ly-do=`. */
export const renderSignInFailedPage = ({ lang, assets }: PageContext): string => {
  const t = signInFailedText(lang);
  return renderDocument(
    <PageShell language={lang} path={addresses.signInFailed}>
      <div class="measure">
        <h1>{t('failedTitle')}</h1>
        <p class="lead" id="ly-do">{t('failedRefused')}</p>
        <p>{t('failedKept')}</p>
        <p>{t('failedNoPost')}</p>
        <p class="button-row">
          <Button href={signInPath(inLanguage(addresses.mine, lang))}>{t('failedAgain')}</Button>
          <Button kind="secondary" href={signInPath(addresses.desk, 'province')}>{t('failedDesk')}</Button>
        </p>
      </div>
    </PageShell>,
    { lang, path: addresses.signInFailed, title: t('failedTitle'), description: t('failedRefused'), assets, unlisted: true },
  );
};
