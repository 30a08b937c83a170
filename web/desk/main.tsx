import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { chosenLanguage, keepLanguage } from '../client/chosen-language.ts';
import { alsoKnow } from '../client/client.ts';
import { officerRoutes } from '../client/officer-routes.gen.ts';
import { reloadSession, useSession } from '../client/session.ts';
import { LanguageContext } from '../components/language.ts';
import { asksForCatalogue, CatalogueDoor, keeperRoles } from './catalogue/door.tsx';
import { BoardDoor } from './board-door.tsx';
import { Desk } from './desk.tsx';
import type { Overlay } from './desk.tsx';
import { Entrance } from './entrance.tsx';
import { deskTexts } from './messages.ts';
import { asksForReports, FeedbackDoor, reportsHref } from './feedback/door.tsx';
import { rememberOfficer, withoutNetwork } from './feedback/field/kept-session.ts';
import { deskPosts, reportPosts } from './roles.ts';
import { TopBar } from './top-bar.tsx';
import { useAddress } from './use-address.ts';
import './desk.scss';

alsoKnow(officerRoutes);

const App = () => {
  const [language, setLanguage] = useState(chosenLanguage);
  const [address, go] = useAddress();
  const [overlay, setOverlay] = useState<Overlay>();
  const asked = useSession();
  const session = withoutNetwork(asked, location.search, new Date());
  useEffect(() => {
    rememberOfficer(asked, location.search, new Date());
    if (asked.state !== 'failed') return undefined;
    const again = (): void => { void reloadSession(); };
    addEventListener('online', again);
    return () => { removeEventListener('online', again); };
  }, [asked]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${deskTexts(language)('desk')} – Hậu Giang`;
  }, [language]);
  const officer = session.state === 'known' && session.session.kind === 'officer' ? session.session : undefined;
  const name = session.state === 'known' && session.session.kind !== 'nobody' ? session.session.name : undefined;
  const dossierPosts = deskPosts(officer?.posts ?? [], new Date());
  const withReports = reportPosts(officer?.posts ?? [], new Date());
  const keeps = keeperRoles(officer?.posts ?? [], new Date());
  // who works on reports alone has no other desk
  const reports = withReports.length > 0 && (asksForReports() || (dossierPosts.length === 0 && keeps.length === 0));
  const posts = reports ? withReports : dossierPosts;
  const post = posts.find(({ agency }) => agency === address.agency) ?? posts[0];
  const atDesk = post === undefined || reports ? {} : { onPalette: () => { setOverlay('palette'); }, onHelp: () => { setOverlay('help'); } };
  return (
    <LanguageContext.Provider value={language}>
      <TopBar name={name} posts={posts} agency={post?.agency} catalogue={keeps.length > 0} {...atDesk}
        other={reports ? dossierPosts.length > 0 ? 'dossiers' : undefined : withReports.length > 0 ? 'reports' : undefined}
        onAgency={(agency) => { if (reports) location.assign(reportsHref(agency)); else go({ agency, dossier: undefined }); }} onLanguage={(next) => { keepLanguage(next); setLanguage(next); }} />
      {reports && post !== undefined ? <FeedbackDoor post={post} /> : keeps.length > 0 && (post === undefined || asksForCatalogue()) ? <CatalogueDoor roles={keeps} /> : post === undefined ? <Entrance session={session} /> : address.board === true && post.roles.includes('leader') ? <BoardDoor post={post} address={address} go={go} /> : <Desk post={post} address={address} go={go} overlay={overlay} setOverlay={setOverlay} />}
    </LanguageContext.Provider>
  );
};

const root = document.getElementById('app');
if (root !== null) render(<App />, root);
