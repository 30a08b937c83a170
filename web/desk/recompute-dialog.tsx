import { useEffect, useState } from 'preact/hooks';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import { call } from '../client/client.ts';
import type { Answer } from '../client/contract-types.ts';
import { SelectField, TextArea } from '../components/field.tsx';
import { useLanguage } from '../components/language.ts';
import { Notice } from '../components/notice.tsx';
import { momentText } from '../format/dates.ts';
import { ActForm, useFields } from './act-form.tsx';
import type { NewPromise } from './acts.ts';
import { DeskProblem } from './desk-problem.tsx';
import { Facts } from './facts.tsx';
import { useTexts } from './messages.ts';
import type { ActDialogProps } from './reason-dialog.tsx';

const LONGEST = 2000;

/** The old and the new date stand side by side before anything is promised. */
export const RecomputeDialog = ({ onRecompute, ...common }: ActDialogProps & { readonly onRecompute: (promise: NewPromise) => Promise<boolean> }) => {
  const { view } = common;
  const t = useTexts();
  const language = useLanguage();
  const { fields, checked, set, check, forget } = useFields<{ reason: string; by: NewPromise['by'] }>(`tinh-lai:${view.dossierId}`, { reason: '', by: 'calendar' });
  const { reason, by } = fields;
  const [preview, setPreview] = useState<Answer<'previewRecompute'>>();
  const [problem, setProblem] = useState<ProblemBody>();
  useEffect(() => {
    let wanted = true;
    setPreview(undefined);
    setProblem(undefined);
    void call('previewRecompute', { params: { dossierId: view.dossierId }, query: { by } }).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setPreview(answer.body); else setProblem(answer.problem);
    });
    return () => { wanted = false; };
  }, [view.dossierId, view.revision, by]);
  const reasonFault = reason.trim() === '' ? t('reasonMissing') : reason.length > LONGEST ? t('refuseTooLong') : undefined;
  const send = async (): Promise<boolean> => {
    if (preview?.changes !== true) return false;
    const done = await onRecompute({ reason: reason.trim(), by, dueAt: preview.dueAt });
    if (done) forget();
    return done;
  };
  const say = (due: string | undefined): string => (due === undefined ? t('recomputeNone') : momentText(due, language));
  return (
    <ActForm {...common} act="recompute" title={t('recompute')} confirm={t('recomputeConfirm')} ready={preview?.changes === true} wrong={reasonFault === undefined ? undefined : 'ly-do-tinh-lai'} onChecked={check} onSend={send}>
      <SelectField id="tinh-lai-theo" label={t('recomputeBy')} value={by} onValue={(value) => { set({ by: value === 'catalogue' ? 'catalogue' : 'calendar' }); }}
        options={[{ value: 'calendar', label: t('recomputeCalendar') }, { value: 'catalogue', label: t('recomputeCatalogue') }]} />
      <div aria-live="polite">
        {preview === undefined && problem === undefined && <p class="small">{t('recomputeWait')}</p>}
        {preview !== undefined && <Facts facts={[{ label: t('recomputeOld'), value: say(preview.previousDueAt) }, { label: t('recomputeNew'), value: <strong>{say(preview.dueAt)}</strong> }]} />}
        {preview?.changes === false && <Notice kind="info" title={t('recomputeSame')} />}
      </div>
      {problem !== undefined && <DeskProblem problem={problem} />}
      <TextArea id="ly-do-tinh-lai" label={t('reason')} hint={t('recomputeHint')} rows={4} value={reason} onValue={(text) => { set({ reason: text }); }} error={checked ? reasonFault : undefined} />
    </ActForm>
  );
};
