import { useState } from 'preact/hooks';
import type { Agency } from '../../shared/contracts/agency.ts';
import { call } from '../client/client.ts';
import { Button } from '../components/button.tsx';
import { useLanguage } from '../components/language.ts';
import { Notice } from '../components/notice.tsx';
import { useTexts } from './messages.ts';
import { Refusal } from './refusal.tsx';
import { useWrite } from './use-answer.ts';

const listIn = (text: string): readonly Agency[] | undefined => {
  try {
    const parsed = JSON.parse(text) as unknown;
    return Array.isArray(parsed) && parsed.length > 0 ? parsed as Agency[] : undefined;
  } catch {
    return undefined;
  }
};
const shown = (agency: Agency | undefined, pointer: string): string => `${typeof agency?.code === 'string' ? agency.code : pointer} ${pointer.replace(/^\/body\/agencies\/\d+\/?/, '')}`.trim();

/** A list of agencies from a file: first what it would change, or a line for every fault; then, when it is wanted, written whole. */
export const AgenciesImport = ({ onChanged }: { readonly onChanged: () => void }) => {
  const t = useTexts();
  const language = useLanguage();
  const [agencies, setAgencies] = useState<readonly Agency[]>();
  const [unreadable, setUnreadable] = useState(false);
  const [would, setWould] = useState<{ readonly registered: number; readonly unchanged: number }>();
  const [done, setDone] = useState<{ readonly registered: number; readonly unchanged: number }>();
  const { busy, problem, write } = useWrite();
  const send = (list: readonly Agency[], preview: 'yes' | 'no') => write(() => call('registerAgencies', { query: { preview }, body: { agencies: [...list] } }));
  const look = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const list = listIn(await file.text());
    setAgencies(list); setUnreadable(list === undefined); setWould(undefined); setDone(undefined);
    if (list !== undefined) setWould(await send(list, 'yes'));
  };
  const take = async (): Promise<void> => {
    const written = await send(agencies ?? [], 'no');
    if (written === undefined) return;
    setWould(undefined); setDone(written);
    onChanged();
  };
  const errors = problem?.errors ?? [];
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{t('importAgencies')}</span></summary>
      <div class="govuk-details__text">
        <p>{t('importAgenciesText')}</p>
        <label class="file-pick" for="tep-co-quan">{t('importAgenciesFile')} <input id="tep-co-quan" type="file" accept="application/json,.json" disabled={busy} onChange={(event) => { void look(event.currentTarget.files?.[0]); event.currentTarget.value = ''; }} /></label>
        {unreadable && <Notice kind="danger" title={t('importUnreadable')} live />}
        {errors.length === 0 ? <Refusal problem={problem} /> : (
          <Notice kind="danger" title={t('refused')} live>
            <ul>{errors.map(({ pointer, code, [language]: sentence }) => <li key={`${pointer} ${code}`}>{t('importLine', { code: shown(agencies?.[Number(/agencies\/(\d+)/.exec(pointer)?.[1])], pointer), sentence })}</li>)}</ul>
          </Notice>
        )}
        {would !== undefined && <><p role="status">{t('importWould', would)}</p>{would.registered > 0 && <Button disabled={busy} onClick={() => { void take(); }}>{busy ? t('doing') : t('agencySave')}</Button>}</>}
        {done !== undefined && <p role="status">{t('importDone', done)}</p>}
      </div>
    </details>
  );
};
