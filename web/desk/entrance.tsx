import { reloadSession, signInHref, signOut } from '../client/session.ts';
import type { SessionState } from '../client/session.ts';
import { Button } from '../components/button.tsx';
import { useCommon } from '../components/language.ts';
import { Skeleton } from '../components/skeleton.tsx';
import { addresses } from '../format/addresses.ts';
import { useTexts } from './messages.ts';
import { DeskProblem } from './desk-problem.tsx';

/** What stands before the desk for whoever may not sit at it, with the way on. */
export const Entrance = ({ session }: { readonly session: SessionState }) => {
  const t = useTexts();
  const common = useCommon();
  const out = <Button kind="secondary" onClick={() => { void signOut(); }}>{common('signOut')}</Button>;
  if (session.state === 'loading') return <main id="main" class="entrance"><Skeleton lines={4} /></main>;
  if (session.state === 'failed') return <main id="main" class="entrance"><h1>{t('desk')}</h1><DeskProblem problem={session.problem} onRetry={() => { void reloadSession(); }} /></main>;
  const [title, text, way] = session.session.kind === 'nobody'
    ? [t('signInTitle'), t('signInText'), <Button href={signInHref('province')}>{t('signInButton')}</Button>] as const
    : session.session.kind === 'citizen'
      ? [t('citizenTitle'), t('citizenText'), <>{out}<Button kind="quiet" href={addresses.mine}>{t('toMyDossiers')}</Button></>] as const
      : [t('noPostTitle'), t('noPostText'), <>{out}<Button kind="quiet" href={addresses.directory}>{t('toDirectory')}</Button><Button kind="quiet" href={addresses.operations}>{t('toOperations')}</Button></>] as const;
  return <main id="main" class="entrance"><h1>{title}</h1><p>{text}</p><div class="button-row">{way}</div></main>;
};
