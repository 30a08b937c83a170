import { useState } from 'preact/hooks';
import { alsoKnow } from '../../client/client.ts';
import { feedbackRoutes } from '../../client/feedback-routes.gen.ts';
import { Button } from '../../components/button.tsx';
import { LanguageContext, pageLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { inLanguage } from '../../format/addresses.ts';
import { feedbackAddresses, feedbackPath } from '../../format/feedback-addresses.ts';
import { reportText } from '../../messages/report.ts';
import { DRAFT, type Draft, emptyDraft, post, takeBack, type Waiting } from '../report/draft.ts';
import { keep } from '../../client/keep.ts';
import { OutboxList } from '../report/outbox-list.tsx';
import { ReportForm } from '../report/report-form.tsx';
import { SendingState } from '../report/sending-state.tsx';
import { useOutbox } from '../report/use-outbox.ts';
import { useReportDraft } from '../report/use-report-draft.ts';
import { drawOver, start } from './start.ts';

const language = pageLanguage();
const t = reportText(language);

const Joined = ({ code, onSend, onDrop }: { readonly code: string; readonly onSend: () => void; readonly onDrop: () => void }) => (
  <>
    <Notice kind="ok" title={t('joined')} live><p>{t('joinedText', { code })}</p></Notice>
    <p class="button-row"><Button href={inLanguage(feedbackPath(code), language)}>{t('sentFollow')}</Button><Button kind="secondary" onClick={onSend}>{t('joinedSend')}</Button><Button kind="quiet" onClick={onDrop}>{t('joinedDrop')}</Button></p>
  </>
);

const Report = () => {
  const { draft, change, put, savedAt, failed } = useReportDraft();
  const outbox = useOutbox();
  const [shown, setShown] = useState<string>();
  const [joined, setJoined] = useState<string>();
  const another = (): void => { setShown(undefined); scrollTo(0, 0); };
  const send = async (written: Draft): Promise<void> => {
    const { id } = await post(await keep(), written, new Date());
    put(emptyDraft);
    setShown(id);
    await outbox.push();
  };
  const mend = async (waiting: Waiting): Promise<void> => {
    put(await takeBack(await keep(), waiting, new Date()));
    another();
    await outbox.refresh();
  };
  const drop = async (): Promise<void> => {
    await (await keep()).change({}, [DRAFT]);
    put(emptyDraft);
    setJoined(undefined);
  };
  if (draft === undefined) return <Skeleton lines={10} />;
  return (
    <>
      {shown !== undefined ? <SendingState id={shown} outbox={outbox} onMend={(one) => { void mend(one); }} onAnother={another} />
        : joined !== undefined ? <Joined code={joined} onSend={() => { setJoined(undefined); }} onDrop={() => { void drop(); }} />
        : <ReportForm draft={draft} change={change} savedAt={savedAt} failed={failed} onSend={() => { void send(draft); }} onJoined={setJoined} />}
      <OutboxList outbox={outbox} except={shown} onMend={(one) => { void mend(one); }} />
    </>
  );
};

alsoKnow(feedbackRoutes);
start({ asks: true });
drawOver('gui-phan-anh', <LanguageContext.Provider value={language}><Report /></LanguageContext.Provider>);
void navigator.serviceWorker?.register(inLanguage(`${feedbackAddresses.track}cong-nhan.js`, language)).catch(() => undefined);
