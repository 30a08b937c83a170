import { useRef, useState } from 'preact/hooks';
import type { Role } from '../../shared/contracts/access.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { call, newRequestKey } from '../client/client.ts';
import { Button } from '../components/button.tsx';
import { DateField } from '../components/date-field.tsx';
import { SelectField, TextArea, TextField } from '../components/field.tsx';
import { fullDate, isDate } from '../format/typed-date.ts';
import { useAgencyNames } from '../desk/reference-data.ts';
import { allRoles, useRoleName } from '../desk/roles.ts';
import { useTexts } from './messages.ts';
import { FoldedForm, useFilling } from './folded-form.tsx';
import { useAnswer } from './use-answer.ts';
import type { OwnPost } from './delegations-page.tsx';

const today = localDate(new Date());
const empty = { holder: '', post: '', delegate: '', from: today, to: '', reason: '' };
const keyOf = ({ agency, role }: OwnPost): string => `${agency} ${role}`;
const postOf = (key: string): { agency: string; role: Role } => { const [agency = '', role = ''] = key.split(' '); return { agency, role: role as Role }; };

/** Posts to choose from: one's own; of a named holder, what an administrator reads of that person. */
const usePosts = (own: readonly OwnPost[], holder: string): readonly OwnPost[] => {
  const asked = holder.trim();
  const { body } = useAnswer(`posts ${asked}`, asked === '' ? undefined : () => call('getPerson', { params: { username: asked } }));
  return asked === '' ? own : (body?.posts ?? []).filter(({ to }) => to === undefined || to >= today);
};

export const DelegateForm = ({ own, administers, onChanged }: { readonly own: readonly OwnPost[]; readonly administers: boolean; readonly onChanged: () => void }) => {
  const t = useTexts();
  const roleName = useRoleName();
  const agencyName = useAgencyNames();
  const [typed, setTyped] = useState(empty);
  const key = useRef(newRequestKey());
  const filling = useFilling();
  const { busy, refusedAt, error } = filling;
  const posts = usePosts(own, typed.holder);
  const { agency, role } = postOf(typed.post);
  const staff = useAnswer(`staff ${agency}`, agency === '' ? undefined : () => call('listStaff', { params: { agencyCode: agency } }));
  const set = (part: Partial<typeof empty>): void => { setTyped({ ...typed, ...part }); filling.typing(); key.current = newRequestKey(); };
  const [from, to] = [fullDate(typed.from), fullDate(typed.to)];
  const faults = {
    post: typed.post === '' ? t('missing') : undefined, delegate: typed.delegate === '' ? t('missing') : undefined,
    from: isDate(from) ? undefined : t('dateWrong'), to: isDate(to) ? undefined : t('dateWrong'), reason: typed.reason.trim() === '' ? t('missing') : undefined,
  };
  const send = (): Promise<void> => {
    const holder = typed.holder.trim();
    const ask = () => call('createDelegation', { body: { ...(holder === '' ? {} : { holder }), delegate: typed.delegate, agency, role, from, to, reason: typed.reason.trim() }, key: key.current });
    return filling.send({ faults, ask, sent: () => { setTyped(empty); onChanged(); } });
  };
  return (
    <FoldedForm title={t('delegate')} filling={filling} onSend={send}>
      {administers && <TextField id="nguoi-uy-quyen" label={t('holder')} hint={t('holderHint')} optional value={typed.holder} onValue={(holder) => { set({ holder, post: '', delegate: '' }); }} error={refusedAt('/body/holder')} attributes={{ autocomplete: 'off', spellcheck: false }} />}
      <SelectField id="vi-tri-uy-quyen" label={t('post')} placeholder={t('choosePost')} value={typed.post} onValue={(post) => { set({ post, delegate: '' }); }} error={error(faults.post) ?? refusedAt('/body/role', '/body/agency')}
        options={posts.toSorted((a, b) => allRoles.indexOf(a.role) - allRoles.indexOf(b.role)).map((post) => ({ value: keyOf(post), label: `${roleName(post.role)}, ${agencyName(post.agency)}` }))} />
      <SelectField id="nguoi-lam-thay" label={t('toWhom')} placeholder={t('chooseWhom')} value={typed.delegate} onValue={(delegate) => { set({ delegate }); }} error={error(faults.delegate) ?? refusedAt('/body/delegate')}
        options={(staff.body?.items ?? []).map(({ username, name }) => ({ value: username, label: `${name} (${username})` }))} />
      <DateField id="uy-quyen-tu" label={t('heldFrom')} value={typed.from} onValue={(next) => { set({ from: next }); }} error={error(faults.from) ?? refusedAt('/body/from')} />
      <DateField id="uy-quyen-den" label={t('heldTo')} value={typed.to} onValue={(next) => { set({ to: next }); }} error={error(faults.to) ?? refusedAt('/body/to')} />
      <TextArea id="ly-do-uy-quyen" label={t('reason')} rows={2} value={typed.reason} onValue={(reason) => { set({ reason }); }} error={error(faults.reason) ?? refusedAt('/body/reason')} />
      <Button type="submit" disabled={busy}>{busy ? t('doing') : t('delegateConfirm')}</Button>
    </FoldedForm>
  );
};
