import { signInHref, useSession } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { LanguageContext, pageLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { addresses, applyPath, inLanguage } from '../../format/addresses.ts';
import { momentText } from '../../format/dates.ts';
import { mineText } from '../../messages/mine.ts';
import { allDrafts } from '../apply/draft.ts';
import { MyDossier } from './my-dossier.tsx';
import { MyDossiers } from './my-dossiers.tsx';
import { drawOver, start } from './start.ts';

const language = pageLanguage();
const t = mineText(language);
const dossierId = new URLSearchParams(location.search).get('ho-so');

/** What was begun on this device waits here, signed in or not. */
const Drafts = () => {
  const drafts = allDrafts();
  if (drafts.length === 0) return null;
  return (
    <Panel tone="warm" id="lam-do" title={t('mineDrafts')}>
      <ul class="draft-list">
        {drafts.map((draft) => (
          <li key={draft.code}>
            <span><strong>{draft.procedureName}</strong>{draft.savedAt !== undefined && <span class="small"> {t('mineDraftSaved', { at: momentText(draft.savedAt, language) })}</span>}</span>
            <a href={inLanguage(applyPath(draft.code), language)}>{t('mineDraftGo')}<span class="visually-hidden">: {draft.procedureName}</span></a>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

const Mine = () => {
  const session = useSession();
  if (session.state === 'loading') return <Skeleton lines={6} />;
  if (session.state === 'failed') return <ProblemNotice problem={session.problem} onRetry={() => { location.reload(); }} />;
  if (session.session.kind === 'nobody') {
    return (
      <Panel title={t('mineSignIn')} id="dang-nhap">
        <p>{t('mineSignInText')}</p>
        <p class="button-row"><Button href={signInHref('national')}>{t('mineSignIn')}</Button><a href={inLanguage(addresses.track, language)}>{t('mineTrack')}</a></p>
      </Panel>
    );
  }
  if (session.session.kind === 'officer') return <Notice kind="warn"><p>{t('mineOfficer')}</p></Notice>;
  return dossierId === null ? <MyDossiers /> : <MyDossier dossierId={dossierId} />;
};

start({ asks: true });
drawOver('ho-so-cua-toi', <LanguageContext.Provider value={language}>{dossierId === null && <Drafts />}<Mine /></LanguageContext.Provider>);
