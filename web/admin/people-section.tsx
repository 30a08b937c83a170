import { useState } from 'preact/hooks';
import type { Post, Role } from '../../shared/contracts/access.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { dayBefore } from '../../shared/kernel/agency-tree.ts';
import { call } from '../client/client.ts';
import { Button } from '../components/button.tsx';
import { DateField } from '../components/date-field.tsx';
import { SelectField, TextField } from '../components/field.tsx';
import { useLanguage } from '../components/language.ts';
import { Notice } from '../components/notice.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { shortDayText } from '../format/dates.ts';
import { fullDate, isDate } from '../format/typed-date.ts';
import { allRoles, useRoleName } from '../desk/roles.ts';
import { useTexts } from './messages.ts';
import { FoldedForm, useFilling } from './folded-form.tsx';
import { Refusal } from './refusal.tsx';
import { useAnswer, useWrite } from './use-answer.ts';
import { WorkEmail } from './work-email.tsx';

type Person = { readonly username: string; readonly name: string; readonly posts: readonly Post[]; readonly email?: string | undefined };

const isOver = ({ to }: Post, today: string): boolean => to !== undefined && to < today;
/** Gone from today on: one that had not begun falls away. */
const without = (posts: readonly Post[], gone: Post, today: string): Post[] =>
  posts.flatMap((post) => (post === gone ? (post.from < today ? [{ ...post, to: dayBefore(today) }] : []) : [post]));

const PostLine = ({ person, post, onChanged }: { readonly person: Person; readonly post: Post; readonly onChanged: () => void }) => {
  const t = useTexts();
  const language = useLanguage();
  const roleName = useRoleName();
  const [asking, setAsking] = useState(false);
  const { busy, problem, write } = useWrite();
  const today = localDate(new Date());
  const revoke = async (): Promise<void> => {
    const done = await write(() => call('appointPerson', { params: { username: person.username }, body: { name: person.name, posts: without(person.posts, post, today) } }));
    if (done !== undefined) onChanged();
  };
  return (
    <li>
      <p>{roleName(post.role)}, {t('from', { day: shortDayText(post.from, language) })}{post.to === undefined ? '' : `, ${t('until', { day: shortDayText(post.to, language) })}`}{isOver(post, today) ? ` (${t('ended')})` : ''} {!isOver(post, today) && !asking && <Button kind="quiet" small onClick={() => { setAsking(true); }}>{t('revoke')}<span class="visually-hidden"> {roleName(post.role)}, {person.name}</span></Button>}</p>
      {asking && (
        <Notice kind="warn" title={t('revokeSure', { role: roleName(post.role), name: person.name })} live>
          <div class="button-row"><Button kind="danger" small disabled={busy} onClick={() => { void revoke(); }}>{busy ? t('doing') : t('revokeYes')}</Button><Button kind="quiet" small onClick={() => { setAsking(false); }}>{t('cancel')}</Button></div>
        </Notice>
      )}
      <Refusal problem={problem} />
    </li>
  );
};

const empty = { username: '', name: '', role: '', from: localDate(new Date()), to: '' };

const GrantForm = ({ agency, people, onChanged }: { readonly agency: string; readonly people: readonly Person[]; readonly onChanged: () => void }) => {
  const t = useTexts();
  const roleName = useRoleName();
  const [typed, setTyped] = useState(empty);
  const filling = useFilling();
  const { busy, refusedAt, error } = filling;
  const [place, setPlace] = useState(0);
  const set = (part: Partial<typeof empty>): void => { setTyped({ ...typed, ...part }); filling.typing(); };
  const known = people.find(({ username }) => username === typed.username.trim());
  const name = known?.name ?? typed.name.trim();
  const [from, to] = [fullDate(typed.from), fullDate(typed.to)];
  const faults = {
    username: typed.username.trim() === '' ? t('missing') : undefined, name: name === '' ? t('missing') : undefined, role: typed.role === '' ? t('missing') : undefined,
    from: isDate(from) ? undefined : t('dateWrong'), to: typed.to === '' ? undefined : !isDate(to) ? t('dateWrong') : to < from ? t('datesReversed') : undefined,
  };
  const grant = (): Promise<void> => {
    const username = typed.username.trim();
    const ask = async () => {
      // somebody of another agency keeps the posts held there
      const before = await call('getPerson', { params: { username } });
      if (!before.ok && before.problem.code !== 'not-found') return before;
      const held = before.ok ? before.body : { name, posts: [] };
      setPlace(held.posts.length);
      return call('appointPerson', { params: { username }, body: { name: held.name, posts: [...held.posts, { agency, role: typed.role as Role, from, ...(typed.to === '' ? {} : { to }) }] } });
    };
    return filling.send({ faults, ask, sent: () => { setTyped(empty); onChanged(); } });
  };
  return (
    <FoldedForm title={t('grant')} filling={filling} onSend={grant}>
      <TextField id="cap-tai-khoan" label={t('username')} hint={t('usernameHint')} value={typed.username} onValue={(username) => { set({ username }); }} error={error(faults.username) ?? refusedAt('/params/username')} attributes={{ autocomplete: 'off', spellcheck: false }} />
      {known === undefined && <TextField id="cap-ho-ten" label={t('fullName')} value={typed.name} onValue={(next) => { set({ name: next }); }} error={error(faults.name) ?? refusedAt('/body/name')} attributes={{ autocomplete: 'off', maxLength: 120 }} />}
      <SelectField id="cap-vi-tri" label={t('role')} placeholder={t('chooseRole')} options={allRoles.map((role) => ({ value: role, label: roleName(role) }))} value={typed.role} onValue={(role) => { set({ role }); }} error={error(faults.role) ?? refusedAt(`/body/posts/${place}/role`, `/body/posts/${place}/agency`)} />
      <DateField id="cap-tu" label={t('heldFrom')} value={typed.from} onValue={(next) => { set({ from: next }); }} error={error(faults.from) ?? refusedAt(`/body/posts/${place}/from`)} />
      <DateField id="cap-den" label={t('heldTo')} optional value={typed.to} onValue={(next) => { set({ to: next }); }} error={error(faults.to) ?? refusedAt(`/body/posts/${place}/to`)} />
      <Button type="submit" disabled={busy}>{busy ? t('doing') : t('grant')}</Button>
    </FoldedForm>
  );
};

/** Who holds or held posts in an agency; posts are granted and revoked here. */
export const PeopleSection = ({ agency }: { readonly agency: string }) => {
  const t = useTexts();
  const { body, problem, again } = useAnswer(`people ${agency}`, () => call('listStaff', { params: { agencyCode: agency } }));
  return (
    <section class="admin-section" aria-labelledby="nguoi-va-vi-tri">
      <h3 id="nguoi-va-vi-tri">{t('people')}</h3>
      {problem !== undefined && <ProblemNotice problem={problem} onRetry={again} />}
      {body === undefined && problem === undefined && <Skeleton lines={3} />}
      {body?.items.length === 0 && <div class="empty"><p class="empty-title">{t('noPeople')}</p><p class="small">{t('noPeopleText')}</p></div>}
      {body !== undefined && body.items.length > 0 && (
        <ul class="admin-people">{body.items.map((person) => (
          <li key={person.username}>
            <p><strong>{person.name}</strong> <span class="small code">{person.username}</span></p>
            <WorkEmail person={person} onChanged={again} />
            <ul class="admin-plain">{person.posts.filter((post) => post.agency === agency).map((post) => <PostLine key={`${post.role} ${post.from}`} person={person} post={post} onChanged={again} />)}</ul>
          </li>
        ))}</ul>
      )}
      {body !== undefined && <GrantForm agency={agency} people={body.items} onChanged={again} />}
    </section>
  );
};
