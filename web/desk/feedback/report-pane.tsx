import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskFeedbackView, FeedbackAct } from '../../../shared/contracts/feedback-shapes.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { useLanguage } from '../../components/language.ts';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Tag } from '../../components/tag.tsx';
import { timeText } from '../../format/dates.ts';
import { DeskProblem } from '../desk-problem.tsx';
import { Menu } from '../menu.tsx';
import { useActing } from '../use-acting.ts';
import { actName, carryOutFeedback, happened, isOrdinary, ordered } from './acts.ts';
import type { FeedbackDecision } from './acts.ts';
import { ActDialog } from './dialogs.tsx';
import { Media } from './media-section.tsx';
import { Neighbourhood } from './neighbourhood.tsx';
import { Answer, History, Matter, Parts, Suggested, Summary, Updates } from './report-sections.tsx';
import { StateTag } from './state-tag.tsx';
import { useFeedbackTexts } from './texts.ts';
import type { useReport } from './use-report.ts';
import { useNearby } from './use-nearby.ts';

type PaneProps = { readonly report: ReturnType<typeof useReport>; readonly onDone: (act: FeedbackAct, view: DeskFeedbackView) => void; readonly onOpen: (feedbackId: string) => void; readonly onClose: () => void };

/** What other people did while the report lay open. */
const Changes = ({ changes }: { readonly changes: readonly DeskFeedbackView['history'][number][] }) => {
  const t = useFeedbackTexts();
  if (changes.length === 0) return null;
  return <Notice kind="warn" title={t('changedTitle')} live><ul>{changes.map(({ seq, act, name, at }) => <li key={seq}>{t('changedLine', { what: happened(act, t), who: name, time: timeText(at) })}</li>)}</ul></Notice>;
};

const Head = ({ view, onClose }: { readonly view: DeskFeedbackView; readonly onClose: () => void }) => {
  const t = useFeedbackTexts();
  const language = useLanguage();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => { title.current?.focus(); }, [view.feedbackId]);
  return (
    <div class="pane-head">
      <button type="button" class="pane-back" onClick={onClose}><span aria-hidden="true">←</span> {t('backToList')}</button>
      <button type="button" class="icon-button pane-close" aria-label={t('closeReport')} onClick={onClose}><Icon name="cross" size={20} /></button>
      <p class="pane-who"><span class="code">{view.trackingCode}</span> <StateTag state={view.state} />{view.urgency === 'emergency' && <Tag tone="danger">{t('emergency')}</Tag>}{view.card !== undefined && <Tag tone={view.card === 'red' ? 'danger' : 'warn'}>{t(view.card === 'red' ? 'cardRed' : 'cardYellow')}</Tag>}</p>
      <h2 ref={title} tabIndex={-1}>{view.category?.name[language] ?? t('noCategory')}</h2>
    </div>
  );
};

const ends: readonly FeedbackAct[] = ['refuse', 'hand-back', 'send-back', 'return-answer'];
type Bar = { readonly view: DeskFeedbackView; readonly doing: FeedbackAct | undefined; readonly onAct: (act: FeedbackAct) => void };

/** The one thing to do now as a button, the rest in a menu. What is not allowed is not there. */
const ActBar = ({ view, doing, onAct }: Bar) => {
  const t = useFeedbackTexts();
  const acts = ordered(view.allowed);
  const primary = acts.find(isOrdinary);
  // two acts beside the one are at hand; more would be a wall of buttons
  const [second, ...others] = acts.filter((act) => act !== primary);
  return (
    <div class="act-bar" role="group" aria-label={t('actions')}>
      {primary === undefined && second === undefined && <p class="small act-none">{t('nothingToDo')}</p>}
      {primary !== undefined && <Button data-primary disabled={doing !== undefined} onClick={() => { onAct(primary); }}>{doing === primary ? t('doing') : actName(primary, t)}</Button>}
      {second !== undefined && <Button kind="secondary" disabled={doing !== undefined} onClick={() => { onAct(second); }}>{actName(second, t)}</Button>}
      {others.length > 0 && <Menu name={t('otherActions')}>{others.map((act) => <li key={act}><button type="button" class={ends.includes(act) ? 'menu-danger' : undefined} onClick={() => { onAct(act); }}>{actName(act, t)}</button></li>)}</Menu>}
    </div>
  );
};

/** The report itself: what was sent, what can be done now, and everything said on the way. */
export const ReportPane = ({ report: { view, problem, changes, read, acted }, onDone, onOpen, onClose }: PaneProps) => {
  const [dialog, setDialog] = useState<{ readonly act: FeedbackAct; readonly into?: string }>();
  const { doing, failure, carry, forget, justActed } = useActing<DeskFeedbackView, FeedbackDecision>({ carryOut: carryOutFeedback, read, onDone: (act, after) => { acted(after); onDone(act, after); } });
  const sorts = view !== undefined && ['accept', 'route', 'change', 'merge'].some((act) => view.allowed.includes(act as FeedbackAct));
  const nearby = useNearby(sorts ? view.feedbackId : undefined);
  if (view === undefined) return <div class="pane">{problem === undefined ? <Skeleton lines={8} /> : <DeskProblem problem={problem} onRetry={() => { void read(); }} />}</div>;
  const begin = (act: FeedbackAct): void => {
    forget();
    if (act !== 'take' && act !== 'approve') setDialog({ act });
    else if (!justActed()) void carry(view, { act });
  };
  const close = (): void => { setDialog(undefined); forget(); };
  const trouble = <>{failure !== undefined && <DeskProblem problem={failure.problem} />}<Changes changes={changes} /></>;
  return (
    <article class="pane" aria-busy={doing !== undefined}>
      <Head view={view} onClose={onClose} />
      <div class="pane-acts">
        <ActBar view={view} doing={doing} onAct={begin} />
        {dialog === undefined && trouble}
        {problem !== undefined && dialog === undefined && <DeskProblem problem={problem} onRetry={() => { void read(); }} />}
      </div>
      <div class="pane-body">
        <Matter view={view} weighing={sorts} />
        <Media view={view} onChecked={sorts ? acted : undefined} />
        {sorts && <Suggested view={view} />}
        <Summary view={view} />
        <Neighbourhood view={view} nearby={nearby} onOpen={onOpen} onMerge={view.allowed.includes('merge') ? (into) => { forget(); setDialog({ act: 'merge', into }); } : undefined} />
        <Parts view={view} onOpen={onOpen} />
        <Answer view={view} />
        <Updates view={view} />
        <History view={view} />
      </div>
      {dialog !== undefined && <ActDialog key={dialog.act} act={dialog.act} into={dialog.into} nearby={nearby.items} onChecked={acted} view={view} busy={doing !== undefined} trouble={trouble} onClose={close} onDecide={(decision) => carry(view, decision)} />}
    </article>
  );
};
