import { useEffect, useRef } from 'preact/hooks';
import type { Queue } from '../../shared/contracts/dossier.ts';
import { writeAddress } from './address.ts';
import type { DeskAddress, DeskTask } from './address.ts';
import { useTexts } from './messages.ts';
import { queueName } from './queue-names.ts';
import type { Counts } from './rows.ts';
import { follow } from './follow.ts';
import type { Go } from './use-address.ts';

type NavProps = { readonly queues: readonly Queue[]; readonly address: DeskAddress; readonly queue: Queue; readonly counts: Counts; readonly go: Go; readonly tasks: readonly (readonly [DeskTask, string])[] };

/** The queues of the agency with their counts. */
export const QueueNav = ({ queues, address, queue, counts, go, tasks }: NavProps) => {
  const t = useTexts();
  const bar = useRef<HTMLElement>(null);
  // on a phone the queues are one line that scrolls
  useEffect(() => { bar.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' }); }, [queue, address.task]);
  return (
    <nav ref={bar} class="queue-nav" aria-label={t('queues')}>
      <ul>
        {queues.map((each) => (
          <li key={each}>
            <a href={`${location.pathname}${writeAddress({ ...address, queue: each, dossier: undefined, task: undefined })}`} aria-current={address.task === undefined && each === queue ? 'page' : undefined} onClick={follow(() => { go({ queue: each, dossier: undefined, task: undefined }); })}>
              <span>{queueName(each, t)}</span> <span class={`count${each === 'overdue' && (counts[each] ?? 0) > 0 ? ' count-late' : ''}`}>{counts[each] ?? '–'}</span>
            </a>
          </li>
        ))}
        {tasks.map(([task, name]) => (
          <li key={task}>
            <a class="nav-task" href={`${location.pathname}${writeAddress({ ...address, dossier: undefined, task })}`} aria-current={address.task === task ? 'page' : undefined} onClick={follow(() => { go({ dossier: undefined, task }); })}><span>{name}</span></a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
