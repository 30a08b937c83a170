import { render } from 'preact';
import { useState } from 'preact/hooks';
import { signInHref, signOut, useSession } from '../../client/session.ts';
import { pageLanguage } from '../../components/language.ts';
import { common } from '../../messages/common.ts';

/** Name and way out, or the way in. */
const SessionCorner = () => {
  const t = common(pageLanguage());
  const state = useSession();
  const [leaving, setLeaving] = useState(false);
  if (state.state !== 'known' || state.session.kind === 'nobody') return <a href={signInHref('national')}>{t('signIn')}</a>;
  const leave = async () => { setLeaving(true); if ((await signOut()) !== undefined) setLeaving(false); };
  return (
    <>
      <span class="session-name"><span class="visually-hidden">{t('signedInAs', { name: '' })}</span>{state.session.name}</span>
      <button type="button" disabled={leaving} onClick={() => { void leave(); }}>{t('signOut')}</button>
    </>
  );
};

export const drawSessionCorner = (corner: Element): void => {
  corner.replaceChildren();
  render(<SessionCorner />, corner);
};
