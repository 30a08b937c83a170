import type { Queue, QueueRow } from '../../shared/contracts/dossier.ts';

/** What narrows a queue on the server; `officer` is an officer's id, days are days of Việt Nam, both included. */
export type ListFilter = {
  readonly procedure?: string | undefined;
  readonly channel?: QueueRow['channel'] | undefined;
  readonly officer?: string | undefined;
  readonly dueFrom?: string | undefined;
  readonly dueTo?: string | undefined;
};

/** Parts of the desk beside its lists. */
export type DeskTask = 'counter' | 'passed-on';

/** Everything that decides what the desk shows; it lives in the address, so that a view can be reloaded, sent and gone back to. */
export type DeskAddress = ListFilter & {
  readonly agency?: string | undefined;
  readonly queue?: Queue | undefined;
  readonly dossier?: string | undefined;
  readonly task?: DeskTask | undefined;
  /** the leader's board instead of a queue */
  readonly board?: boolean | undefined;
  readonly search: string;
};

const queueSlugs = {
  'to-accept': 'cho-tiep-nhan', 'to-take': 'cho-nhan-xu-ly', mine: 'cua-toi', processing: 'dang-xu-ly',
  'due-soon': 'sap-den-han', overdue: 'qua-han', paused: 'tam-dung', 'to-hand-over': 'cho-tra-ket-qua',
} as const satisfies Record<Queue, string>;
const taskSlugs = { counter: 'nop-tai-quay', 'passed-on': 'da-chuyen-di' } as const satisfies Record<DeskTask, string>;
const channelSlugs = { direct: 'truc-tiep', online: 'truc-tuyen', post: 'buu-chinh' } as const satisfies Record<QueueRow['channel'], string>;

export const queues = Object.keys(queueSlugs) as Queue[];

const keyOf = <K extends string>(slugs: Record<K, string>, slug: string | null): K | undefined =>
  (Object.keys(slugs) as K[]).find((key) => slug !== null && slug !== '' && slugs[key] === slug);

const matching = (text: string | null, shape: RegExp): string | undefined => (text !== null && shape.test(text) ? text : undefined);
const day = /^\d{4}-\d{2}-\d{2}$/;

/** What an address asks for (`?…#…`); anything it does not understand is left out. What is typed stands behind `#`: it never leaves the browser. */
export const readAddress = (text: string): DeskAddress => {
  const [query = '', fragment = ''] = text.split('#', 2);
  const asked = new URLSearchParams(query);
  return {
    agency: asked.get('co-quan') ?? undefined,
    queue: keyOf(queueSlugs, asked.get('hang')),
    dossier: asked.get('ho-so') ?? undefined,
    task: keyOf(taskSlugs, asked.get('viec')),
    board: asked.get('xem') === 'bang' ? true : undefined,
    search: (new URLSearchParams(fragment).get('tim') ?? '').slice(0, 100),
    procedure: matching(asked.get('thu-tuc'), /^[1-3]\.\d{6}$/),
    channel: keyOf(channelSlugs, asked.get('kenh')),
    officer: matching(asked.get('can-bo'), /^[\w.:-]{1,100}$/),
    dueFrom: matching(asked.get('han-tu'), day), dueTo: matching(asked.get('han-den'), day),
  };
};

/** The query and fragment of an address, `''` when nothing is asked. */
export const writeAddress = ({ agency, queue, dossier, task, board, search, procedure, channel, officer, dueFrom, dueTo }: DeskAddress): string => {
  const parts: [string, string | undefined][] = [
    ['co-quan', agency], ['hang', queue === undefined ? undefined : queueSlugs[queue]], ['ho-so', dossier], ['viec', task === undefined ? undefined : taskSlugs[task]], ['xem', board === true ? 'bang' : undefined],
    ['thu-tuc', procedure], ['kenh', channel === undefined ? undefined : channelSlugs[channel]], ['can-bo', officer], ['han-tu', dueFrom], ['han-den', dueTo],
  ];
  const query = new URLSearchParams(parts.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]]))).toString();
  return `${query === '' ? '' : `?${query}`}${search === '' ? '' : `#${new URLSearchParams({ tim: search }).toString()}`}`;
};

export const noFilter = { procedure: undefined, channel: undefined, officer: undefined, dueFrom: undefined, dueTo: undefined } as const satisfies ListFilter;
export const filterOf = ({ procedure, channel, officer, dueFrom, dueTo }: ListFilter): ListFilter => ({ procedure, channel, officer, dueFrom, dueTo });
export const isNarrowed = (address: ListFilter): boolean => Object.values(filterOf(address)).some((value) => value !== undefined);
