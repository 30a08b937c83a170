import { useState } from 'preact/hooks';
import type { ExercisedPost, Role } from '../../shared/contracts/access.ts';
import type { DelegationView } from '../../shared/contracts/directory.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { call } from '../client/client.ts';
import { Button } from '../components/button.tsx';
import { useLanguage } from '../components/language.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { shortDayText } from '../format/dates.ts';
import { useAgencyNames } from '../desk/reference-data.ts';
import { useRoleName } from '../desk/roles.ts';
import { DelegateForm } from './delegate-form.tsx';
import { useTexts } from './messages.ts';
import { Refusal } from './refusal.tsx';
import { useAnswer, useWrite } from './use-answer.ts';

export type OwnPost = { readonly agency: string; readonly role: Role };

type State = 'delegationRevoked' | 'delegationEnded' | 'delegationComing' | 'delegationNow';
const stateOf = ({ from, to, revokedAt }: DelegationView, today: string): State =>
  (revokedAt !== undefined ? 'delegationRevoked' : to < today ? 'delegationEnded' : from > today ? 'delegationComing' : 'delegationNow');

const Line = ({ one, onChanged }: { readonly one: DelegationView; readonly onChanged: () => void }) => {
  const t = useTexts();
  const language = useLanguage();
  const roleName = useRoleName();
  const agencyName = useAgencyNames();
  const { busy, problem, write } = useWrite();
  const state = stateOf(one, localDate(new Date()));
  const revoke = async (): Promise<void> => { if (await write(() => call('revokeDelegation', { params: { delegationId: one.delegationId } })) !== undefined) onChanged(); };
  return (
    <li class={`admin-card${state === 'delegationNow' ? ' admin-card-now' : ''}`}>
      <p><strong>{t('inPlace', { delegate: one.delegate.name, holder: one.holder.name })}</strong> <span class="admin-state">{t(state)}</span></p>
      <p>{roleName(one.role)}, {agencyName(one.agency)}</p>
      <p class="small">{t('since', { from: shortDayText(one.from, language), to: shortDayText(one.to, language) })}. {one.reason}</p>
      <Refusal problem={problem} />
      {(state === 'delegationNow' || state === 'delegationComing') && <Button kind="secondary" small disabled={busy} onClick={() => { void revoke(); }}>{busy ? t('doing') : t('revoke')}<span class="visually-hidden"> {t('inPlace', { delegate: one.delegate.name, holder: one.holder.name })}</span></Button>}
    </li>
  );
};

/** Delegations given and taken; an administrator sees everybody's. */
export const DelegationsPage = ({ posts, administers }: { readonly posts: readonly ExercisedPost[]; readonly administers: boolean }) => {
  const t = useTexts();
  const [scope, setScope] = useState<'own' | 'all'>(administers ? 'all' : 'own');
  const { body, problem, again } = useAnswer(`delegations ${scope}`, () => call('listDelegations', { query: { scope } }));
  const own = posts.filter(({ actingFor }) => actingFor === undefined).map(({ agency, role }) => ({ agency, role }));
  return (
    <div class="admin-narrow">
      <h1>{t('delegationsTitle')}</h1>
      <p>{t('delegationsText')}</p>
      <DelegateForm own={own} administers={administers} onChanged={again} />
      {administers && (
        <div class="button-row" role="group" aria-label={t('delegationsTitle')}>
          {(['all', 'own'] as const).map((each) => <Button key={each} kind={each === scope ? 'secondary' : 'quiet'} small aria-pressed={each === scope} onClick={() => { setScope(each); }}>{t(each === 'all' ? 'everybodys' : 'mineOnly')}</Button>)}
        </div>
      )}
      {problem !== undefined && <ProblemNotice problem={problem} onRetry={again} />}
      {body === undefined && problem === undefined && <Skeleton lines={5} />}
      {body?.items.length === 0 && <div class="empty"><p class="empty-title">{t('noDelegations')}</p><p class="small">{t('noDelegationsText')}</p></div>}
      {body !== undefined && body.items.length > 0 && <ul class="admin-plain">{body.items.map((one) => <Line key={`${one.delegationId} ${one.revokedAt ?? ''}`} one={one} onChanged={again} />)}</ul>}
    </div>
  );
};
