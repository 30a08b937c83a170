import { useState } from 'preact/hooks';
import { call } from '../client/client.ts';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/field.tsx';
import { useTexts } from './messages.ts';
import { Refusal, useRefusedAt } from './refusal.tsx';
import { useWrite } from './use-answer.ts';

type Person = { readonly username: string; readonly name: string; readonly email?: string | undefined };

/** Where the province writes to a person at work: seen and changed here, and shown nowhere else. */
export const WorkEmail = ({ person: { username, name, email = '' }, onChanged }: { readonly person: Person; readonly onChanged: () => void }) => {
  const t = useTexts();
  const [typed, setTyped] = useState<string>();
  const { busy, problem, write } = useWrite();
  const wrong = useRefusedAt(problem)('/body/email');
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const done = await write(() => call('setWorkEmail', { params: { username }, body: { email: (typed ?? '').trim() } }));
    if (done === undefined) return;
    setTyped(undefined);
    onChanged();
  };
  if (typed === undefined) {
    return <p class="small">{email === '' ? t('noWorkEmail') : email} <Button kind="quiet" small onClick={() => { setTyped(email); }}>{t('changeWorkEmail')}<span class="visually-hidden"> {name}</span></Button></p>;
  }
  return (
    <form noValidate onSubmit={(event) => { void save(event); }}>
      {wrong === undefined && <Refusal problem={problem} />}
      <TextField id={`thu-${username}`} label={t('workEmail')} hint={t('workEmailHint')} value={typed} onValue={setTyped} error={wrong} attributes={{ type: 'email', inputMode: 'email', autocomplete: 'off', spellcheck: false, maxLength: 254 }} />
      <div class="button-row"><Button type="submit" small disabled={busy}>{busy ? t('doing') : t('saveWorkEmail')}</Button><Button kind="quiet" small onClick={() => { setTyped(undefined); }}>{t('cancel')}</Button></div>
    </form>
  );
};
