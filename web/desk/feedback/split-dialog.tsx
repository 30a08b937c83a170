import { Button } from '../../components/button.tsx';
import { TextArea } from '../../components/field.tsx';
import { ActForm, useFields } from '../act-form.tsx';
import { AgencySelect } from './agency-select.tsx';
import type { ActProps } from './dialogs.tsx';
import { useFeedbackTexts } from './texts.ts';

type Task = { readonly agency: string; readonly text: string };
const most = 8;

/** Tasks for several agencies; the first leads and answers the whole. */
export const SplitDialog = ({ onDecide, ...common }: ActProps) => {
  const { view } = common;
  const t = useFeedbackTexts();
  const empty: Task = { agency: '', text: view.originalText };
  const { fields: { tasks }, checked, set, check, forget } = useFields<{ tasks: readonly Task[] }>(`phan-anh-chia:${view.feedbackId}`, { tasks: [empty, empty] });
  const change = (at: number, part: Partial<Task>): void => { set({ tasks: tasks.map((task, index) => (index === at ? { ...task, ...part } : task)) }); };
  const faults = tasks.map(({ agency, text }, index) => ({
    agency: agency === '' ? t('agencyMissing') : tasks.findIndex((task) => task.agency === agency) < index ? t('agencyTwice') : undefined, text: text.trim() === '' ? t('taskMissing') : undefined,
  }));
  const wrong = faults.flatMap(({ agency, text }, index) => (agency !== undefined ? [`co-quan-${index}`] : text !== undefined ? [`viec-${index}`] : []))[0];
  const send = async (): Promise<boolean> => {
    const done = await onDecide({ act: 'split', tasks: tasks.map(({ agency, text }) => ({ agency, text: text.trim() })) });
    if (done) forget();
    return done;
  };
  return (
    <ActForm {...common} act="split" title={t('actSplit')} confirm={t('actSplit')} wrong={wrong} onChecked={check} onSend={send}>
      <p class="small">{t('splitHint')}</p>
      {tasks.map(({ agency, text }, index) => (
        <fieldset key={index} class="counter-paper">
          <legend>{index === 0 ? t('taskLeads') : t('taskNumber', { number: index + 1 })}</legend>
          <AgencySelect id={`co-quan-${index}`} label={t('agency')} value={agency} onValue={(code) => { change(index, { agency: code }); }} first={[]} error={checked ? faults[index]?.agency : undefined} />
          <TextArea id={`viec-${index}`} label={t('taskText')} rows={3} value={text} onValue={(words) => { change(index, { text: words }); }} error={checked ? faults[index]?.text : undefined} />
          {tasks.length > 2 && <Button kind="quiet" small onClick={() => { set({ tasks: tasks.filter((_, each) => each !== index) }); }}>{t('dropTask', { number: index + 1 })}</Button>}
        </fieldset>
      ))}
      {tasks.length < most && <p><Button kind="secondary" small onClick={() => { set({ tasks: [...tasks, empty] }); }}>{t('addTask')}</Button></p>}
    </ActForm>
  );
};
