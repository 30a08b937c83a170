import { signInHref, signOut, useSession } from '../../client/session.ts';
import { Button } from '../../components/button.tsx';
import { useCommon, useLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { applyText } from '../../messages/apply.ts';

/** Leads to the national identity and back to this very step; what was typed stays in the draft. */
export const SignInPrompt = ({ expired = false }: { readonly expired?: boolean }) => {
  const t = applyText(useLanguage());
  const words = useCommon();
  const state = useSession();
  if (state.state === 'known' && state.session.kind === 'officer') {
    return <Notice kind="warn" title={t('officerTitle')}><p>{t('officerText')}</p><Button kind="secondary" small onClick={() => { void signOut(); }}>{words('signOut')}</Button></Notice>;
  }
  return (
    <Panel tone="warm" id="dang-nhap" title={t('signInTitle')}>
      <p>{expired ? t('signInAgain') : t('signInText')}</p>
      <p><Button href={signInHref('national')}>{t('signInButton')}</Button></p>
    </Panel>
  );
};
