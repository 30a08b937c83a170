import { TextArea } from '../../components/field.tsx';
import { useLanguage } from '../../components/language.ts';
import { Radios } from '../../components/radios.tsx';
import { ActForm, useFields } from '../act-form.tsx';
import { AgencySelect } from './agency-select.tsx';
import type { ActProps } from './dialogs.tsx';
import { useReference } from './reference.ts';
import { useFeedbackTexts } from './texts.ts';
import type { NearbyReport } from './use-nearby.ts';

/** Passes a report on: by the rules, or to an agency that is named. */
export const RouteDialog = ({ onDecide, ...common }: ActProps) => {
  const { view } = common;
  const t = useFeedbackTexts();
  const { fields: { agency, reason }, set, check, forget } = useFields(`phan-anh-chuyen:${view.feedbackId}`, { agency: '', reason: '' });
  const send = async (): Promise<boolean> => {
    const done = await onDecide({ act: 'route', reason: reason.trim(), ...(agency === '' ? {} : { agency }) });
    if (done) forget();
    return done;
  };
  return (
    <ActForm {...common} act="route" title={t('actRoute')} confirm={t('actRoute')} wrong={undefined} onChecked={check} onSend={send}>
      <AgencySelect id="co-quan-xu-ly" label={t('passTo')} value={agency} onValue={(code) => { set({ agency: code }); }} first={[{ value: '', label: t('byRules') }]} />
      <TextArea id="ghi-chu" label={t('noteToAgency')} rows={3} value={reason} onValue={(text) => { set({ reason: text }); }} />
    </ActForm>
  );
};

/** Joins a report with one of those near it; whoever sent it goes on being told. */
export const MergeDialog = ({ onDecide, nearby, into: begun, ...common }: ActProps & { readonly nearby: readonly NearbyReport[]; readonly into: string | undefined }) => {
  const { view } = common;
  const t = useFeedbackTexts();
  const { fields: { into }, checked, set, check, forget } = useFields(`phan-anh-gop:${view.feedbackId}:${begun ?? ''}`, { into: begun ?? '' });
  const chosen = nearby.some(({ feedbackId }) => feedbackId === into) ? into : '';
  const fault = chosen === '' ? t('mergeMissing') : undefined;
  const send = async (): Promise<boolean> => {
    const done = await onDecide({ act: 'merge', into: chosen });
    if (done) forget();
    return done;
  };
  return (
    <ActForm {...common} act="merge" title={t('actMerge')} confirm={t('actMerge')} wrong={fault && 'gop-vao'} ready={nearby.length > 0} onChecked={check} onSend={send}>
      {nearby.length === 0 ? <p>{t('nothingToMerge')}</p> : (
        <Radios id="gop-vao" legend={t('mergeWith')} hint={t('mergeHint')} value={chosen} onValue={(feedbackId) => { set({ into: feedbackId }); }} error={checked ? fault : undefined}
          options={nearby.map(({ feedbackId, excerpt, trackingCode, metres, likeness }) => ({ value: feedbackId, label: excerpt === '' ? trackingCode : excerpt, hint: `${trackingCode} · ${t('metres', { metres })} · ${t('likeness', { share: Math.round(likeness * 100) })}` }))} />
      )}
    </ActForm>
  );
};

/** Refuses with a reason of the list, and words to whoever sent it. */
export const RefuseDialog = ({ onDecide, ...common }: ActProps) => {
  const { view } = common;
  const t = useFeedbackTexts();
  const language = useLanguage();
  const { refusals, guidance } = useReference();
  const advice = guidance.find(({ kind }) => kind === view.suggestion?.outOfScope)?.advice[language];
  const { fields: { reason, words }, checked, set, check, forget } = useFields(`phan-anh-tu-choi:${view.feedbackId}`, { reason: advice === undefined ? '' : 'out-of-scope', words: advice ?? '' });
  const fault = reason === '' ? t('refusalMissing') : undefined;
  const send = async (): Promise<boolean> => {
    const done = await onDecide({ act: 'refuse', reason, words: words.trim() });
    if (done) forget();
    return done;
  };
  return (
    <ActForm {...common} act="refuse" title={t('actRefuse')} confirm={t('actRefuse')} wrong={fault && 'ly-do-tu-choi'} onChecked={check} onSend={send}>
      <Radios id="ly-do-tu-choi" legend={t('refusal')} hint={t('refusalHint')} value={reason} onValue={(code) => { set({ reason: code }); }} error={checked ? fault : undefined}
        options={refusals.filter(({ code }) => code !== 'duplicate').map(({ code, name }) => ({ value: code, label: name[language] }))} />
      <TextArea id="loi-nhan" label={t('refusalWords')} hint={t('refusalWordsHint')} rows={4} value={words} onValue={(text) => { set({ words: text }); }} />
    </ActForm>
  );
};
