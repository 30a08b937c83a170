import { useEffect, useRef } from 'preact/hooks';
import type { FeedbackQueue } from '../../../shared/contracts/feedback-desk.ts';
import { follow } from '../follow.ts';
import type { GoIn } from '../use-address.ts';
import { writeFeedbackAddress } from './address.ts';
import type { FeedbackAddress, FeedbackTask } from './address.ts';
import { queueName, taskName } from './queues.ts';
import { useFeedbackTexts } from './texts.ts';
import type { Counts } from './use-reports.ts';

type NavProps = { readonly queues: readonly FeedbackQueue[]; readonly tasks: readonly FeedbackTask[]; readonly address: FeedbackAddress; readonly queue: FeedbackQueue | undefined; readonly task: FeedbackTask | undefined; readonly counts: Counts; readonly go: GoIn<FeedbackAddress> };

/** The queues that are this officer's work, with their counts. */
export const ReportNav = ({ queues, tasks, address, queue, task, counts, go }: NavProps) => {
  const t = useFeedbackTexts();
  const bar = useRef<HTMLUListElement>(null);
  // on a phone the queues are one line that scrolls, and grows when counts and letters come
  useEffect(() => {
    const list = bar.current;
    if (list === null) return undefined;
    const watch = new ResizeObserver(() => { list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' }); });
    watch.observe(list);
    return () => { watch.disconnect(); };
  }, [queue, task]);
  const line = (key: string, to: Pick<FeedbackAddress, 'queue' | 'task'>, { name, here, count }: { name: string; here: boolean; count?: number | undefined }) => (
    <li key={key}>
      <a class={to.task === undefined ? undefined : 'nav-task'} href={`${location.pathname}${writeFeedbackAddress({ ...address, report: undefined, ...to })}`} aria-current={here ? 'page' : undefined} onClick={follow(() => { go({ report: undefined, ...to }); })}>
        <span>{name}</span>{count !== undefined && <> <span class="count">{count}</span></>}
      </a>
    </li>
  );
  return (
    <nav class="queue-nav" aria-label={t('queues')}>
      <ul ref={bar}>
        {queues.map((each) => line(each, { queue: each, task: undefined }, { name: queueName(each, t), here: each === queue, count: counts[each] }))}
        {tasks.map((each) => line(each, { queue: undefined, task: each }, { name: taskName(each, t), here: each === task }))}
      </ul>
    </nav>
  );
};
