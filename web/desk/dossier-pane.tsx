import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DeskAct, DeskDossierView } from '../../shared/contracts/dossier.ts';
import { Icon } from '../components/icon.tsx';
import { useLanguage } from '../components/language.ts';
import { Notice } from '../components/notice.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { momentText, timeText } from '../format/dates.ts';
import { AcceptDialog } from './accept-dialog.tsx';
import { ActBar } from './act-bar.tsx';
import { carryOut, happened } from './acts.ts';
import { Answers, Applicant, Documents, Papers, Reason, Summary } from './dossier-sections.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { CounterPaymentDialog } from './counter-payment-dialog.tsx';
import { ExtendDialog } from './extend-dialog.tsx';
import { FinishDialog } from './finish-dialog.tsx';
import { useTexts } from './messages.ts';
import { DeskProblem } from './desk-problem.tsx';
import { PaymentDialog } from './payment-dialog.tsx';
import { Payments } from './payment-section.tsx';
import { History, Progress, useWho } from './progress-section.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { RecomputeDialog } from './recompute-dialog.tsx';
import { Steps } from './steps-section.tsx';
import { SupplementDialog } from './supplement-dialog.tsx';
import { Supplements } from './supplement-section.tsx';
import { TransferDialog } from './transfer-dialog.tsx';
import { useActing } from './use-acting.ts';
import type { useDossier } from './use-dossier.ts';

type PaneProps = { readonly dossier: ReturnType<typeof useDossier>; readonly onDone: (act: DeskAct, view: DeskDossierView) => void; readonly onSay: (text: string) => void; readonly onClose: () => void };

/** What other people did while the dossier lay open. */
const Changes = ({ changes }: { readonly changes: readonly DeskDossierView['history'][number][] }) => {
  const t = useTexts();
  const who = useWho();
  if (changes.length === 0) return null;
  return (
    <Notice kind="warn" title={t('changedTitle')} live>
      <ul>{changes.map((entry) => <li key={entry.seq}>{t('changedLine', { what: happened(entry.act, t), who: who(entry), time: timeText(entry.at) })}</li>)}</ul>
    </Notice>
  );
};

const Head = ({ view, onClose }: { readonly view: DeskDossierView; readonly onClose: () => void }) => {
  const t = useTexts();
  const language = useLanguage();
  const title = useRef<HTMLHeadingElement>(null);
  // at once, or the focus would be taken from what a key has chosen meanwhile
  useLayoutEffect(() => { title.current?.focus(); }, [view.dossierId]);
  return (
    <div class="pane-head">
      <button type="button" class="pane-back" onClick={onClose}><span aria-hidden="true">←</span> {t('backToList')}</button>
      <button type="button" class="icon-button pane-close" aria-label={t('closeDossier')} onClick={onClose}><Icon name="cross" size={20} /></button>
      <p class="pane-who">{view.applicant.name} <StatusTag status={view.state.business} /></p>
      <h2 ref={title} tabIndex={-1}>{view.procedure.name[language]}</h2>
    </div>
  );
};

/** Acts that need nothing but the decision; the others open a dialog. */
type Plain = 'accept' | 'take' | 'hand-over' | 'resume' | 'hand-on' | 'receive';
const isPlain = (act: DeskAct): act is Plain => (['accept', 'take', 'hand-over', 'resume', 'hand-on', 'receive'] as readonly DeskAct[]).includes(act);

/** The dossier itself: what it is, what can be done now, and everything in it. */
export const DossierPane = ({ dossier: { view, problem, changes, read, acted }, onDone, onSay, onClose }: PaneProps) => {
  const t = useTexts();
  const [dialog, setDialog] = useState<DeskAct>();
  const { doing, failure, carry, forget, justActed } = useActing({ carryOut, read, onDone: (act, after) => { acted(after); onDone(act, after); } });
  if (view === undefined) return <div class="pane">{problem === undefined ? <Skeleton lines={8} /> : <DeskProblem problem={problem} onRetry={() => { void read(); }} />}</div>;
  const begin = (act: DeskAct): void => {
    forget();
    // accepting needs a number where another side issues it
    if (!isPlain(act) || (act === 'accept' && view.numberIssuedBy !== undefined)) setDialog(act);
    else if (!justActed()) void carry(view, { act });
  };
  const close = (): void => { setDialog(undefined); forget(); };
  const trouble = <>{failure !== undefined && <DeskProblem problem={failure.problem} />}<Changes changes={changes} /></>;
  const owed = view.payments.at(-1);
  const late = view.supplements.find(({ overdue }) => overdue);
  const overdueReason = late?.answerBy === undefined ? '' : t('stopOverdue', { round: late.round, time: momentText(late.answerBy, 'vi') });
  const common = { view, busy: doing !== undefined, trouble, onClose: close };
  return (
    <article class="pane" aria-busy={doing !== undefined}>
      <Head view={view} onClose={onClose} />
      <div class="pane-acts">
        <ActBar view={view} doing={doing} onAct={begin} onSay={onSay} />
        {dialog === undefined && trouble}
        {problem !== undefined && dialog === undefined && <DeskProblem problem={problem} onRetry={() => { void read(); }} />}
      </div>
      <div class="pane-body">
        <Summary view={view} />
        <Reason view={view} />
        <Documents view={view} />
        <Payments view={view} />
        <Supplements view={view} />
        <Progress view={view} />
        <Steps view={view} />
        <Applicant view={view} />
        <Answers view={view} />
        <Papers view={view} />
        <History view={view} />
      </div>
      {dialog === 'accept' && <AcceptDialog {...common} onAccept={(number) => carry(view, { act: 'accept', number })} />}
      {(dialog === 'refuse' || dialog === 'stop' || dialog === 'exempt-payment' || dialog === 'send-back') && <ReasonDialog key={dialog} act={dialog} {...common} proposed={dialog === 'stop' ? overdueReason : ''} onReason={(reason) => carry(view, { act: dialog, reason })} />}
      {dialog === 'request-supplement' && <SupplementDialog {...common} onAsk={(asking) => carry(view, { act: 'request-supplement', ...asking })} />}
      {dialog === 'request-payment' && <PaymentDialog {...common} onAsk={(asking) => carry(view, { act: 'request-payment', ...asking })} />}
      {dialog === 'record-payment' && owed !== undefined && <CounterPaymentDialog {...common} owed={owed} onRecord={(paid) => carry(view, { act: 'record-payment', ...paid })} />}
      {dialog === 'transfer' && <TransferDialog {...common} onTransfer={(passing) => carry(view, { act: 'transfer', ...passing })} />}
      {dialog === 'recompute' && <RecomputeDialog {...common} onRecompute={(promise) => carry(view, { act: 'recompute', ...promise })} />}
      {dialog === 'correct-result' && <CorrectDialog {...common} onCorrect={(correction) => carry(view, { act: 'correct-result', ...correction })} />}
      {dialog === 'extend' && <ExtendDialog {...common} onExtend={(later) => carry(view, { act: 'extend', ...later })} />}
      {dialog === 'finish' && <FinishDialog {...common} onFinish={(resultUploadId) => carry(view, { act: 'finish', resultUploadId })} />}
    </article>
  );
};
