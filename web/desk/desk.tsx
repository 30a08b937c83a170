import { useCallback, useMemo, useState } from 'preact/hooks';
import type { DeskAct, DeskDossierView, Queue } from '../../shared/contracts/dossier.ts';
import { Notice } from '../components/notice.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { timeText } from '../format/dates.ts';
import { doneText } from './acts.ts';
import { filterOf, isNarrowed } from './address.ts';
import type { DeskAddress } from './address.ts';
import { BulkBar } from './bulk-bar.tsx';
import { DossierList } from './dossier-list.tsx';
import { DossierPane } from './dossier-pane.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FormsDoor } from './forms-door.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { useTexts } from './messages.ts';
import { Palette } from './palette.tsx';
import type { Command } from './palette.tsx';
import { DeskProblem } from './desk-problem.tsx';
import { emptyTexts, queueName, queuesFor, tasksFor } from './queue-names.ts';
import { QueueNav } from './queue-nav.tsx';
import type { DeskPost } from './roles.ts';
import { matching } from './rows.ts';
import { Said, useSaying } from './saying.tsx';
import { Task } from './tasks.tsx';
import { useShortcuts } from './shortcuts.ts';
import type { Shortcut } from './shortcuts.ts';
import type { Go } from './use-address.ts';
import { bulkActOf, useBulk } from './use-bulk.ts';
import { useDossier } from './use-dossier.ts';
import { useQueue } from './use-queue.ts';
import { useWarnings, WarningsPanel } from './warnings-panel.tsx';

export type Overlay = 'palette' | 'help' | undefined;
type DeskProps = { readonly post: DeskPost; readonly address: DeskAddress; readonly go: Go; readonly overlay: Overlay; readonly setOverlay: (overlay: Overlay) => void };

/** Where a role begins its day. */
const firstQueue = ({ roles }: DeskPost): Queue => (roles.includes('one-stop-clerk') || !roles.includes('case-officer') ? 'to-accept' : 'to-take');

const Empty = ({ queue, filtering }: { readonly queue: Queue; readonly filtering: boolean }) => {
  const t = useTexts();
  const [title, text] = emptyTexts(queue, t);
  return <div class="empty"><p class="empty-title">{filtering ? t('emptyFiltered') : title}</p>{!filtering && <p class="small">{text}</p>}</div>;
};

export const Desk = ({ post, address, go, overlay, setOverlay }: DeskProps) => {
  const t = useTexts();
  const queue = address.queue ?? firstQueue(post);
  const queues = queuesFor(post.roles);
  const tasks = tasksFor(post.roles, t);
  const task = tasks.find(([each]) => each === address.task)?.[0];
  const filtering = address.search !== '' || isNarrowed(address);
  const list = useQueue(post.agency, queue, { filter: filterOf(address), everything: address.search !== '' });
  const warnings = useWarnings(post.agency);
  const [register, setRegister] = useState(false);
  const dossier = useDossier(address.dossier);
  const [cursor, setCursor] = useState<string>();
  const [said, say] = useSaying();
  // the minute matters, not the second: rows say "3 minutes ago"
  const now = useMemo(() => new Date(), [list.asOf, address]);
  const rows = matching(list.rows, address.search);
  const bulkAct = bulkActOf(queue, post.roles);
  const bulk = useBulk(bulkAct === undefined ? [] : rows, list.read);
  const open = useCallback((dossierId: string) => { go({ dossier: dossierId, task: undefined }); }, [go]);
  const close = useCallback(() => { go({ dossier: undefined }); setCursor(address.dossier); }, [go, address.dossier]);
  const done = (act: DeskAct, view: DeskDossierView): void => {
    say(doneText(act, view, t));
    list.moved(view);
    void list.read();
    void warnings.read();
  };
  const step = (by: 1 | -1): void => {
    const at = rows.findIndex(({ dossierId }) => dossierId === (cursor ?? address.dossier));
    setCursor(rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]?.dossierId);
  };
  const run = (shortcut: Shortcut): void => {
    switch (shortcut) {
      case 'next': step(1); break;
      case 'previous': step(-1); break;
      case 'select': if (bulkAct !== undefined && cursor !== undefined) bulk.toggle(cursor); break;
      case 'primary': document.querySelector<HTMLElement>('[data-primary]')?.focus(); break;
      case 'search': document.getElementById('tim-trong-hang')?.focus(); break;
      case 'help': setOverlay('help'); break;
      case 'palette': setOverlay('palette'); break;
      case 'close': if (address.dossier !== undefined) close(); break;
    }
  };
  useShortcuts(run);
  const commands: Command[] = [
    ...queues.map((each) => ({ id: each, text: t('goTo', { name: queueName(each, t) }), run: () => { go({ queue: each, dossier: undefined, task: undefined }); } })),
    ...tasks.map(([each, name]) => ({ id: each, text: t('goTo', { name }), run: () => { go({ dossier: undefined, task: each }); } })),
    { id: 'help', text: t('help'), run: () => { setOverlay('help'); } },
    ...list.rows.map((row) => ({ id: row.dossierId, text: t('openDossier', { name: row.applicantName }), detail: `${row.procedure.name.vi}, ${row.number ?? row.trackingCode}`, run: () => { open(row.dossierId); } })),
  ];
  const asOf = list.asOf === undefined ? undefined : timeText(list.asOf.toISOString());
  return (
    <div class={`desk${address.dossier === undefined || task !== undefined ? '' : ' desk-open'}`}>
      <QueueNav queues={queues} tasks={tasks} address={address} queue={queue} counts={list.counts} go={go} withBoard={post.roles.includes('leader')} onRegister={() => { setRegister(true); }} />
      {task !== undefined && <main id="main" class="task" tabIndex={-1}><Task key={`${task} ${post.agency}`} task={task} agency={post.agency} roles={post.roles} onOpen={(dossierId) => { go({ task: undefined, dossier: dossierId }); }} onBack={() => { go({ task: undefined }); }} onFiled={() => { void list.read(); }} /></main>}
      {task === undefined && <main id="main" class="list" tabIndex={-1}>
        <h1 class="list-title">{queueName(queue, t)}</h1>
        <WarningsPanel items={warnings.items} onOpen={open} />
        <FilterBar agency={post.agency} queue={queue} address={address} go={go} />
        <p class="list-state small" role="status">{asOf === undefined ? '' : filtering ? t('matching', { count: rows.length, more: list.cursor !== undefined }) : t('shown', { loaded: list.rows.length, all: Math.max(list.counts[queue] ?? 0, list.rows.length) })}{asOf !== undefined && <span> · {t('updated', { time: asOf })}</span>}</p>
        {list.problem !== undefined && (asOf === undefined || list.problem.status === 401
          ? <DeskProblem problem={list.problem} onRetry={() => { void list.read(); }} />
          : <Notice kind="warn" title={t('stale')} live><p class="small">{t('staleText', { time: asOf })}</p></Notice>)}
        {bulkAct !== undefined && (rows.length > 0 || bulk.result !== undefined) && <BulkBar act={bulkAct} bulk={bulk} count={rows.length} onOpen={open} />}
        {list.loading && <Skeleton lines={10} />}
        {!list.loading && list.problem === undefined && rows.length === 0 && <Empty queue={queue} filtering={filtering} />}
        {rows.length > 0 && <DossierList rows={rows} address={address} now={now} cursor={cursor} onCursor={setCursor} onOpen={open} more={list.cursor === undefined ? undefined : list.more} bulk={bulkAct === undefined ? undefined : bulk} />}
      </main>}
      {task === undefined && address.dossier !== undefined && <section class="detail" aria-label={t('dossier')}><DossierPane key={address.dossier} dossier={dossier} onDone={done} onSay={say} onClose={close} /></section>}
      <Said said={said} onClose={() => { say(undefined); }} />
      {register && <FormsDoor agency={post.agency} onClose={() => { setRegister(false); }} />}
      {overlay === 'palette' && <Palette commands={commands} onClose={() => { setOverlay(undefined); }} />}
      {overlay === 'help' && <HelpDialog onClose={() => { setOverlay(undefined); }} />}
    </div>
  );
};
