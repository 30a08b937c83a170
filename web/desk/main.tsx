import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { chosenLanguage, keepLanguage } from '../client/chosen-language.ts';
import { alsoKnow } from '../client/client.ts';
import { officerRoutes } from '../client/officer-routes.gen.ts';
import { useSession } from '../client/session.ts';
import { LanguageContext } from '../components/language.ts';
import { asksForCatalogue, CatalogueDoor, keeperRoles } from './catalogue/door.tsx';
import { BoardDoor } from './board-door.tsx';
import { Desk } from './desk.tsx';
import type { Overlay } from './desk.tsx';
import { Entrance } from './entrance.tsx';
import { deskTexts } from './messages.ts';
import { deskPosts } from './roles.ts';
import { TopBar } from './top-bar.tsx';
import { useAddress } from './use-address.ts';
import './desk.scss';

alsoKnow(officerRoutes);

const App = () => {
  const [language, setLanguage] = useState(chosenLanguage);
  const [address, go] = useAddress();
  const [overlay, setOverlay] = useState<Overlay>();
  const session = useSession();
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${deskTexts(language)('desk')} – Hậu Giang`;
  }, [language]);
  const officer = session.state === 'known' && session.session.kind === 'officer' ? session.session : undefined;
  const name = session.state === 'known' && session.session.kind !== 'nobody' ? session.session.name : undefined;
  const posts = deskPosts(officer?.posts ?? [], new Date());
  const keeps = keeperRoles(officer?.posts ?? [], new Date());
  const post = posts.find(({ agency }) => agency === address.agency) ?? posts[0];
  const atDesk = post === undefined ? {} : { onPalette: () => { setOverlay('palette'); }, onHelp: () => { setOverlay('help'); } };
  return (
    <LanguageContext.Provider value={language}>
      <TopBar name={name} posts={posts} agency={post?.agency} catalogue={keeps.length > 0} {...atDesk}
        onAgency={(agency) => { go({ agency, dossier: undefined }); }} onLanguage={(next) => { keepLanguage(next); setLanguage(next); }} />
      {keeps.length > 0 && (post === undefined || asksForCatalogue()) ? <CatalogueDoor roles={keeps} /> : post === undefined ? <Entrance session={session} /> : address.board === true && post.roles.includes('leader') ? <BoardDoor post={post} address={address} go={go} /> : <Desk post={post} address={address} go={go} overlay={overlay} setOverlay={setOverlay} />}
    </LanguageContext.Provider>
  );
};

const root = document.getElementById('app');
if (root !== null) render(<App />, root);
