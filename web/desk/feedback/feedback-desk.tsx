import { useMemo, useState } from 'preact/hooks';
import type { FeedbackQueue } from '../../../shared/contracts/feedback-desk.ts';
import type { DeskFeedbackView, FeedbackAct } from '../../../shared/contracts/feedback-shapes.ts';
import { alsoKnow } from '../../client/client.ts';
import { feedbackRoutes } from '../../client/feedback-routes.gen.ts';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { timeText } from '../../format/dates.ts';
import { DeskProblem } from '../desk-problem.tsx';
import { HelpDialog } from '../help-dialog.tsx';
import type { DeskPost } from '../roles.ts';
import { Said, useSaying } from '../saying.tsx';
import { useShortcuts } from '../shortcuts.ts';
import type { Shortcut } from '../shortcuts.ts';
import { useAddressIn } from '../use-address.ts';
import { happened } from './acts.ts';
import { readFeedbackAddress, writeFeedbackAddress } from './address.ts';
import type { FeedbackAddress } from './address.ts';
import { Filters } from './filters.tsx';
import { HotlineForm } from './hotline-form.tsx';
import { lazyPage } from './lazy-page.tsx';
import { emptyText, queueName, queuesOf, tasksOf } from './queues.ts';
import { ReportList } from './report-list.tsx';
import { ReportNav } from './report-nav.tsx';
import { ReportPane } from './report-pane.tsx';
import { useReference } from './reference.ts';
import { useFeedbackTexts } from './texts.ts';
import { useReport } from './use-report.ts';
import { useReports } from './use-reports.ts';

alsoKnow(feedbackRoutes);
const Field = lazyPage(() => import('./field/field.tsx'));
const Learning = lazyPage(() => import('./learning/learning-page.tsx'));
const Rules = lazyPage(() => import('./rules/rules-page.tsx'));
const spelling = { read: readFeedbackAddress, write: writeFeedbackAddress };

/** The page of whoever works on reports: queues, a list, the report that lies open. */
const FeedbackDesk = ({ post, doer }: { readonly post: DeskPost; readonly doer: string }) => {
  const t = useFeedbackTexts();
  const [address, go] = useAddressIn<FeedbackAddress>(spelling);
  const queues = queuesOf(post.roles);
  const tasks = tasksOf(post.roles, useReference().intakeAgency === post.agency);
  const task = tasks.find((each) => each === address.task) ?? (queues.length === 0 ? tasks[0] : undefined);
  const queue: FeedbackQueue = queues.find((each) => each === address.queue) ?? queues[0] ?? 'inbox';
  const list = useReports({ agency: post.agency, queue, category: address.category, area: address.area });
  const report = useReport(task === undefined ? address.report : undefined);
  const [cursor, setCursor] = useState<string>();
  const [said, say] = useSaying();
  const [help, setHelp] = useState(false);
  // the minute matters, not the second
  const now = useMemo(() => new Date(), [list.asOf, address]);
  const open = (feedbackId: string): void => { go({ report: feedbackId, task: undefined }); };
  const close = (): void => { go({ report: undefined }); setCursor(address.report); };
  const done = (act: FeedbackAct, view: DeskFeedbackView): void => {
    say(`${happened(act, t)}: ${view.trackingCode}`);
    list.moved(view.feedbackId);
  };
  const step = (by: 1 | -1): void => {
    const at = list.rows.findIndex(({ feedbackId }) => feedbackId === (cursor ?? address.report));
    setCursor(list.rows[at < 0 ? 0 : Math.min(list.rows.length - 1, Math.max(0, at + by))]?.feedbackId);
  };
  const run = (shortcut: Shortcut): void => {
    switch (shortcut) {
      case 'next': step(1); break;
      case 'previous': step(-1); break;
      case 'primary': document.querySelector<HTMLElement>('[data-primary]')?.focus(); break;
      case 'search': document.getElementById('loc-loai')?.focus(); break;
      case 'help': setHelp(true); break;
      case 'close': if (address.report !== undefined) close(); break;
      case 'palette': case 'select': break;
    }
  };
  useShortcuts(run);
  const paneIsOpen = task === undefined && address.report !== undefined;
  return (
    <div class={`desk${paneIsOpen ? ' desk-open' : ''}`}>
      <ReportNav queues={queues} tasks={tasks} address={address} queue={task === undefined ? queue : undefined} task={task} counts={list.counts} go={go} />
      {task === 'hotline' && <main id="main" class="task" tabIndex={-1}><HotlineForm key={post.agency} agency={post.agency} /></main>}
      {task === 'rules' && <main id="main" class="task" tabIndex={-1}><Rules key={post.agency} agency={post.agency} mayPublish={post.roles.includes('leader')} /></main>}
      {task === 'learning' && <main id="main" class="task" tabIndex={0}><Learning key={post.agency} agency={post.agency} /></main>}
      {task === 'field' && <main id="main" class="task" tabIndex={-1}><Field key={`${post.agency} ${doer}`} agency={post.agency} doer={doer} onOpen={open} /></main>}
      {task === undefined && <main id="main" class="list" tabIndex={-1}>
        <h1 class="list-title">{queueName(queue, t)}</h1>
        <Filters address={address} go={go} />
        <p class="list-state small" role="status">{list.asOf === undefined ? '' : t('shown', { count: list.rows.length, more: list.cursor !== undefined, time: timeText(list.asOf.toISOString()) })}</p>
        {list.problem !== undefined && (list.asOf === undefined || list.problem.status === 401 ? <DeskProblem problem={list.problem} onRetry={() => { void list.read(); }} /> : <Notice kind="warn" title={t('stale')} live />)}
        {list.loading && <Skeleton lines={10} />}
        {!list.loading && list.problem === undefined && list.rows.length === 0 && <div class="empty"><p class="empty-title">{emptyText(queue, t)}</p>{(address.category !== undefined || address.area !== undefined) && <p class="small">{t('emptyFiltered')}</p>}</div>}
        {list.rows.length > 0 && <ReportList rows={list.rows} address={address} now={now} cursor={cursor} onCursor={setCursor} onOpen={open} more={list.cursor === undefined ? undefined : list.more} />}
      </main>}
      {paneIsOpen && <section class="detail" aria-label={t('openReport')}><ReportPane key={address.report} report={report} onDone={done} onOpen={open} onClose={close} /></section>}
      <Said said={said} onClose={() => { say(undefined); }} />
      {help && <HelpDialog onClose={() => { setHelp(false); }} />}
    </div>
  );
};
export default FeedbackDesk;
