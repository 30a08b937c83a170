import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ExercisedPost } from '../../shared/contracts/access.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { chosenLanguage, keepLanguage } from '../client/chosen-language.ts';
import { alsoKnow } from '../client/client.ts';
import { officerRoutes } from '../client/officer-routes.gen.ts';
import { signInHref, signOut, useSession } from '../client/session.ts';
import { Button } from '../components/button.tsx';
import { LanguageContext, useCommon } from '../components/language.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { Wordmark } from '../components/wordmark.tsx';
import { addresses } from '../format/addresses.ts';
import type { Language } from '../messages/translator.ts';
import { follow } from '../desk/follow.ts';
import { parts, useAddress, writeAddress, type AdminAddress, type AdminPart, type Go } from './address.ts';
import { AgenciesPage } from './agencies-page.tsx';
import { CalendarPage } from './calendar-page.tsx';
import { DelegationsPage } from './delegations-page.tsx';
import { adminTexts, useTexts } from './messages.ts';
import { NumberingPage } from './numbering-page.tsx';
import './admin.scss';

alsoKnow(officerRoutes);

const labels = { 'co-quan': 'agencies', 'uy-quyen': 'delegations', lich: 'calendar', 'ma-ho-so': 'numbering' } as const satisfies Record<AdminPart, string>;

const Top = ({ language, onLanguage, name }: { readonly language: Language; readonly onLanguage: (next: Language) => void; readonly name: string | undefined }) => {
  const t = useTexts();
  const common = useCommon();
  const other: Language = language === 'vi' ? 'en' : 'vi';
  return (
    <header class="top">
      <Wordmark province={common('province')} service={t('title')} href={addresses.directory} />
      <div class="top-tools">
        <a class="top-button" href={addresses.desk}>{t('toDesk')}</a>
        <button type="button" class="top-button" lang={other} onClick={() => { onLanguage(other); }}>{t('language')}</button>
        {name !== undefined && <button type="button" class="top-button" onClick={() => { void signOut(); }}>{common('signOut')}</button>}
      </div>
    </header>
  );
};

const Parts = ({ address, go, open }: { readonly address: AdminAddress; readonly go: Go; readonly open: readonly AdminPart[] }) => {
  const t = useTexts();
  return (
    <nav class="admin-parts" aria-label={t('pages')}>
      <ul>{open.map((part) => (
        <li key={part}><a href={writeAddress({ part }) || addresses.directory} aria-current={part === address.part ? 'page' : undefined} onClick={follow(() => { go({ part, agency: undefined }); })}>{t(labels[part])}</a></li>
      ))}</ul>
    </nav>
  );
};

/** Everybody who holds a post may delegate it; the rest is the administrator's. */
const Inside = ({ posts, address, go }: { readonly posts: readonly ExercisedPost[]; readonly address: AdminAddress; readonly go: Go }) => {
  const today = localDate(new Date());
  const administers = posts.some(({ role, from, to }) => role === 'directory-administrator' && from <= today && (to === undefined || today <= to));
  const open = administers ? parts : (['uy-quyen'] as const);
  const part = open.find((one) => one === address.part) ?? 'uy-quyen';
  return (
    <>
      <Parts address={{ ...address, part }} go={go} open={open} />
      <main id="main" class="admin" tabIndex={-1}>
        {part === 'co-quan' && <AgenciesPage address={address} go={go} />}
        {part === 'uy-quyen' && <DelegationsPage posts={posts} administers={administers} />}
        {part === 'lich' && <CalendarPage />}
        {part === 'ma-ho-so' && <NumberingPage />}
      </main>
    </>
  );
};

const Door = ({ signedIn }: { readonly signedIn: boolean }) => {
  const t = useTexts();
  const common = useCommon();
  return (
    <main id="main" class="admin">
      <h1>{signedIn ? t('onlyOfficers') : t('signInTitle')}</h1>
      <p>{t('signInText')}</p>
      {signedIn ? <Button kind="secondary" onClick={() => { void signOut(); }}>{common('signOut')}</Button> : <Button href={signInHref('province')}>{t('signInButton')}</Button>}
    </main>
  );
};

const App = () => {
  const [language, setLanguage] = useState(chosenLanguage);
  const [address, go] = useAddress();
  const session = useSession();
  useEffect(() => { document.documentElement.lang = language; document.title = `${adminTexts(language)('title')} – Hậu Giang`; }, [language]);
  const known = session.state === 'known' ? session.session : undefined;
  return (
    <LanguageContext.Provider value={language}>
      <Top language={language} name={known === undefined || known.kind === 'nobody' ? undefined : known.name} onLanguage={(next) => { keepLanguage(next); setLanguage(next); }} />
      {session.state === 'loading' && <main id="main" class="admin"><Skeleton lines={6} /></main>}
      {session.state === 'failed' && <main id="main" class="admin"><h1>{adminTexts(language)('title')}</h1><ProblemNotice problem={session.problem} /></main>}
      {known !== undefined && (known.kind === 'officer' ? <Inside posts={known.posts} address={address} go={go} /> : <Door signedIn={known.kind === 'citizen'} />)}
    </LanguageContext.Provider>
  );
};

const root = document.getElementById('app');
if (root !== null) render(<App />, root);
