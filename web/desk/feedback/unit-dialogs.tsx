import { useEffect, useState } from 'preact/hooks';
import { compareNames } from '../../../shared/kernel/vietnamese-text.ts';
import { call } from '../../client/client.ts';
import type { Answer } from '../../client/contract-types.ts';
import { DateField } from '../../components/date-field.tsx';
import { TextArea } from '../../components/field.tsx';
import { Radios } from '../../components/radios.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { fullDate, isDate } from '../../format/typed-date.ts';
import { ActForm, useFields } from '../act-form.tsx';
import type { ActProps } from './dialogs.tsx';
import { MediaField } from './media-field.tsx';
import { nameOf, namelessIn, useStaff } from './staff.ts';
import { useMediaFiles } from './use-media-files.ts';
import { useFeedbackTexts } from './texts.ts';

const words = {
  'hand-back': { title: 'actHandBack', hint: 'handBackHint' }, extend: { title: 'actExtend', hint: 'extendHint' }, 'send-back': { title: 'actSendBack', hint: 'sendBackHint' }, 'return-answer': { title: 'actReturn', hint: 'returnHint' },
} as const;

/** An act that needs its reason; what is typed stays until it is done. */
export const ReasonDialog = ({ act, onDecide, ...common }: ActProps & { readonly act: keyof typeof words }) => {
  const t = useFeedbackTexts();
  const { fields: { reason }, checked, set, check, forget } = useFields(`phan-anh-${act}:${common.view.feedbackId}`, { reason: '' });
  const fault = reason.trim() === '' ? t('reasonMissing') : undefined;
  const send = async (): Promise<boolean> => {
    const done = await onDecide({ act, reason: reason.trim() });
    if (done) forget();
    return done;
  };
  return (
    <ActForm {...common} act={act} title={t(words[act].title)} confirm={t(words[act].title)} wrong={fault && 'ly-do'} onChecked={check} onSend={send}>
      <TextArea id="ly-do" label={t('reason')} hint={t(words[act].hint)} rows={4} value={reason} onValue={(text) => { set({ reason: text }); }} error={checked ? fault : undefined} />
    </ActForm>
  );
};

type Officers = Answer<'listFeedbackOfficers'>['items'];
/** Gives a report to somebody of the agency, with how much lies with each. */
export const AssignDialog = ({ onDecide, ...common }: ActProps) => {
  const { view } = common;
  const t = useFeedbackTexts();
  const [officers, setOfficers] = useState<Officers>();
  const [officerId, setOfficer] = useState('');
  const [checked, setChecked] = useState(false);
  const agencyCode = view.agency?.code;
  useEffect(() => {
    if (agencyCode !== undefined) void call('listFeedbackOfficers', { params: { agencyCode } }).then((answer) => { setOfficers(answer.ok ? answer.body.items : []); });
  }, [agencyCode]);
  const asked = namelessIn((officers ?? []).map((officer) => ({ officer, agency: view.agency })));
  const staff = useStaff(asked);
  const named = officers === undefined || (asked !== undefined && staff === undefined) ? undefined
    : officers.map((each) => ({ ...each, name: nameOf(each, staff) ?? t('nameless') })).toSorted((a, b) => compareNames(a.name, b.name));
  const fault = officerId === '' ? t('officerMissing') : undefined;
  return (
    <ActForm {...common} act="assign" title={t('actAssign')} confirm={t('actAssign')} wrong={fault && 'can-bo'} ready={named !== undefined && named.length > 0} onChecked={() => { setChecked(true); }} onSend={() => onDecide({ act: 'assign', officerId })}>
      {named === undefined ? <Skeleton lines={3} /> : named.length === 0 ? <p>{t('noOfficers')}</p> : (
        <Radios id="can-bo" legend={t('officer')} value={officerId} onValue={setOfficer} error={checked ? fault : undefined} options={named.map((each) => ({ value: each.officerId, label: each.name, hint: t('working', { count: each.working }) }))} />
      )}
    </ActForm>
  );
};

/** How far it is: words, photos, and the day it shall be done by. */
export const ProgressDialog = ({ onDecide, ...common }: ActProps) => {
  const t = useFeedbackTexts();
  const name = `phan-anh-tien-do:${common.view.feedbackId}`;
  const { fields: { text, day }, checked, set, check, forget } = useFields(name, { text: '', day: '' });
  const files = useMediaFiles(name);
  const faults = { text: text.trim() === '' ? t('textMissing') : undefined, day: day !== '' && !isDate(fullDate(day)) ? t('dayWrong') : undefined };
  const send = async (): Promise<boolean> => {
    // by the end of the working day that is named
    const done = await onDecide({ act: 'report-progress', text: text.trim(), media: files.ready, ...(day === '' ? {} : { doneBy: new Date(`${fullDate(day)}T17:00:00+07:00`).toISOString() }) });
    if (done) { forget(); files.forget(); }
    return done;
  };
  return (
    <ActForm {...common} act="report-progress" title={t('actProgress')} confirm={t('actProgress')} wrong={faults.text === undefined ? faults.day && 'xong-truoc' : 'tien-do-viet'} ready={!files.sending} onChecked={check} onSend={send}>
      <TextArea id="tien-do-viet" label={t('progressText')} hint={t('progressHint')} rows={4} value={text} onValue={(typed) => { set({ text: typed }); }} error={checked ? faults.text : undefined} />
      <DateField id="xong-truoc" label={t('newDay')} hint={t('newDayHint')} optional value={day} onValue={(typed) => { set({ day: typed }); }} error={checked ? faults.day : undefined} />
      <MediaField id="anh-tien-do" files={files} />
    </ActForm>
  );
};

/** The answer, with photos of how it is now. */
export const AnswerDialog = ({ onDecide, ...common }: ActProps) => {
  const t = useFeedbackTexts();
  const name = `phan-anh-tra-loi:${common.view.feedbackId}`;
  const { fields: { text }, checked, set, check, forget } = useFields(name, { text: '' });
  const files = useMediaFiles(name);
  const fault = text.trim() === '' ? t('answerMissing') : undefined;
  const send = async (): Promise<boolean> => {
    const done = await onDecide({ act: 'answer', text: text.trim(), media: files.ready });
    if (done) { forget(); files.forget(); }
    return done;
  };
  return (
    <ActForm {...common} act="answer" title={t('actAnswer')} confirm={t('sendAnswer')} wrong={fault && 'tra-loi-viet'} ready={!files.sending} onChecked={check} onSend={send}>
      <TextArea id="tra-loi-viet" label={t('answer')} hint={t('answerHint')} rows={6} value={text} onValue={(typed) => { set({ text: typed }); }} error={checked ? fault : undefined} />
      <MediaField id="anh-ket-qua" files={files} />
    </ActForm>
  );
};
