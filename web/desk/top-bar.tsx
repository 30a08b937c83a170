import { signOut } from '../client/session.ts';
import { Icon } from '../components/icon.tsx';
import { useCommon, useLanguage } from '../components/language.ts';
import { Wordmark } from '../components/wordmark.tsx';
import { addresses } from '../format/addresses.ts';
import type { Language } from '../messages/translator.ts';
import { reportsHref } from './feedback/door.tsx';
import { useTexts } from './messages.ts';
import { useAgencyNames } from './reference-data.ts';
import { useRoleName } from './roles.ts';
import type { DeskPost } from './roles.ts';

type TopBarProps = {
  readonly name: string | undefined; readonly posts: readonly DeskPost[]; readonly agency: string | undefined;
  readonly onAgency: (agency: string) => void; readonly onLanguage: (language: Language) => void; readonly onPalette?: () => void; readonly onHelp?: () => void;
  /** whoever keeps the catalogue finds it from every page of the desk */
  readonly catalogue: boolean;
  /** the desk this officer has beside the one that is shown */
  readonly other: 'reports' | 'dossiers' | undefined;
};

const AgencyCorner = ({ posts, agency, onAgency }: Pick<TopBarProps, 'posts' | 'agency' | 'onAgency'>) => {
  const t = useTexts();
  const agencyName = useAgencyNames();
  const roleName = useRoleName();
  const here = posts.find((post) => post.agency === agency);
  if (here === undefined) return null;
  if (posts.length === 1) return <p class="top-agency"><strong>{agencyName(here.agency)}</strong><span>{here.roles.map(roleName).join(', ')}</span></p>;
  return (
    <label class="top-agency"><span class="visually-hidden">{t('switchAgency')}</span>
      <select value={here.agency} onChange={(event) => { onAgency(event.currentTarget.value); }}>
        {posts.map((post) => <option key={post.agency} value={post.agency}>{agencyName(post.agency)} ({post.roles.map(roleName).join(', ')})</option>)}
      </select>
    </label>
  );
};

/** One line on top: where we are, for which agency, and the ways out. */
export const TopBar = ({ name, posts, agency, onAgency, onLanguage, onPalette, onHelp, catalogue, other: otherDesk }: TopBarProps) => {
  const t = useTexts();
  const common = useCommon();
  const other: Language = useLanguage() === 'vi' ? 'en' : 'vi';
  return (
    <header class="top">
      <Wordmark province={common('province')} service={t('title')} href={addresses.desk} />
      <AgencyCorner posts={posts} agency={agency} onAgency={onAgency} />
      <div class="top-tools">
        {onPalette !== undefined && <button type="button" class="top-palette" onClick={onPalette}><Icon name="search" size={18} /><span>{t('palette')}</span><kbd aria-hidden="true">{t('paletteHint')}</kbd></button>}
        {onHelp !== undefined && <button type="button" class="top-button top-help" onClick={onHelp} aria-label={t('help')}><kbd aria-hidden="true">?</kbd></button>}
        {otherDesk !== undefined && <a class="top-button" href={otherDesk === 'reports' ? reportsHref() : addresses.desk}>{t(otherDesk)}</a>}
        {catalogue && <a class="top-button" href={`${addresses.desk}?danh-muc=`}>{t('catalogue')}</a>}
        {posts.length > 0 && <a class="top-button top-help" href={`${addresses.directory}?trang=uy-quyen`}>{t('delegate')}</a>}
        <button type="button" class="top-button" lang={other} onClick={() => { onLanguage(other); }}>{t('language')}</button>
        {name !== undefined && <span class="top-name"><Icon name="person" size={18} />{name}</span>}
        {name !== undefined && <button type="button" class="top-button" onClick={() => { void signOut(); }}>{common('signOut')}</button>}
      </div>
    </header>
  );
};
