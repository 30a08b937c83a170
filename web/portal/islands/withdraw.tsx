import { useRef, useState } from 'preact/hooks';
import type { DossierView } from '../../../shared/contracts/dossier.ts';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import { call, newRequestKey } from '../../client/client.ts';
import { Button } from '../../components/button.tsx';
import { TextArea } from '../../components/field.tsx';
import { useLanguage } from '../../components/language.ts';
import { Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { ownActText } from '../../messages/own-act.ts';

const LONGEST = 2000;
export type OwnActProps = { readonly dossier: DossierView; readonly onChanged: (dossier: DossierView) => void; readonly onStale: () => void };

/** Withdrawing ends the dossier for good: what that means is said, and a second button does it. */
export const Withdraw = ({ dossier, onChanged, onStale }: OwnActProps) => {
  const t = ownActText(useLanguage());
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemBody>();
  // the same decision on the same revision keeps its key: a lost answer never makes a second act
  const key = useRef({ of: '', key: '' });
  const tooLong = reason.length > LONGEST ? t('tooLong') : undefined;
  const withdraw = async () => {
    if (busy || tooLong !== undefined) return;
    const of = JSON.stringify([dossier.revision, reason]);
    if (key.current.of !== of) key.current = { of, key: newRequestKey() };
    setBusy(true);
    setProblem(undefined);
    const answer = await call('withdrawDossier', { params: { dossierId: dossier.dossierId }, body: { revision: dossier.revision, reason }, key: key.current.key });
    setBusy(false);
    if (answer.ok) { onChanged(answer.body); return; }
    setProblem(answer.problem);
    if (answer.problem.status === 409) onStale();
  };
  if (!asked) return <p class="button-row no-print"><Button kind="secondary" onClick={() => { setAsked(true); }}>{t('withdraw')}</Button></p>;
  return (
    <Panel tone="warm" id="rut-ho-so" title={t('withdrawTitle')}>
      <p>{t('withdrawText')}</p>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <TextArea id="ly-do-rut" label={t('withdrawReason')} optional rows={3} value={reason} onValue={setReason} error={tooLong} />
      <p class="button-row">
        <Button kind="danger" disabled={busy} onClick={() => { void withdraw(); }}>{busy ? t('doing') : t('withdrawConfirm')}</Button>
        <Button kind="quiet" disabled={busy} onClick={() => { setAsked(false); setProblem(undefined); }}>{t('notNow')}</Button>
      </p>
    </Panel>
  );
};
