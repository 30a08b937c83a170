import { useEffect, useRef } from 'preact/hooks';
import type { Queue } from '../../shared/contracts/dossier.ts';
import { writeAddress } from './address.ts';
import type { DeskAddress, DeskTask } from './address.ts';
import { useTexts } from './messages.ts';
import { queueName } from './queue-names.ts';
import type { Counts } from './rows.ts';
import { follow } from './follow.ts';
import { useStepTexts } from './steps-texts.ts';
import type { Go } from './use-address.ts';

type NavProps = { readonly queues: readonly Queue[]; readonly address: DeskAddress; readonly queue: Queue | undefined; readonly counts: Counts; readonly go: Go;
  /** for leaders: the way to the board, where one is when no queue is shown */
  readonly withBoard?: boolean;
  /** what can be opened beside the lists, by name */
  readonly tasks?: readonly (readonly [DeskTask, string])[];
  /** opens the register of the agency */
  readonly onRegister?: (() => void) | undefined;
};

/** The queues of the agency with their counts. */
export const QueueNav = ({ queues, address, queue, counts, go, withBoard = false, tasks = [], onRegister }: NavProps) => {
  const t = useTexts();
  const steps = useStepTexts();
  const bar = useRef<HTMLElement>(null);
  // on a phone the queues are one line that scrolls
  useEffect(() => { bar.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' }); }, [queue, address.task]);
  return (
    <nav ref={bar} class="queue-nav" aria-label={t('queues')}>
      <ul>
        {withBoard && (
          <li>
            <a href={`${location.pathname}${writeAddress({ ...address, queue: undefined, dossier: undefined, task: undefined, board: true })}`} aria-current={queue === undefined ? 'page' : undefined} onClick={follow(() => { go({ queue: undefined, dossier: undefined, task: undefined, board: true }); })}><span>{t('board')}</span></a>
          </li>
        )}
        {queues.map((each) => (
          <li key={each}>
            <a href={`${location.pathname}${writeAddress({ ...address, queue: each, dossier: undefined, task: undefined, board: undefined })}`} aria-current={address.task === undefined && each === queue ? 'page' : undefined} onClick={follow(() => { go({ queue: each, dossier: undefined, task: undefined, board: undefined }); })}>
              <span>{queueName(each, t)}</span> <span class={`count${each === 'overdue' && (counts[each] ?? 0) > 0 ? ' count-late' : ''}`}>{counts[each] ?? '–'}</span>
            </a>
          </li>
        ))}
        {tasks.map(([task, name]) => (
          <li key={task}>
            <a class="nav-task" href={`${location.pathname}${writeAddress({ ...address, dossier: undefined, task, board: undefined })}`} aria-current={address.task === task ? 'page' : undefined} onClick={follow(() => { go({ dossier: undefined, task, board: undefined }); })}><span>{name}</span></a>
          </li>
        ))}
        {onRegister !== undefined && <li class="desk-register"><button type="button" onClick={onRegister}><span>{steps('register')}</span></button></li>}
      </ul>
    </nav>
  );
};
