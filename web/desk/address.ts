import type { Queue, QueueRow } from '../../shared/contracts/dossier.ts';

export type DueFilter = 'all' | 'overdue' | 'today' | 'soon';

/** Everything that decides what the desk shows; it lives in the address, so that a view can be reloaded, sent and gone back to. */
export type DeskAddress = {
  readonly agency?: string | undefined;
  readonly queue?: Queue | undefined;
  readonly dossier?: string | undefined;
  readonly search: string;
  readonly due: DueFilter;
  readonly channel?: QueueRow['channel'] | undefined;
};

const queueSlugs = { 'to-accept': 'cho-tiep-nhan', 'to-take': 'cho-nhan-xu-ly', processing: 'dang-xu-ly', paused: 'tam-dung', 'to-hand-over': 'cho-tra-ket-qua' } as const satisfies Record<Queue, string>;
const dueSlugs = { all: '', overdue: 'qua-han', today: 'hom-nay', soon: 'sap-den' } as const satisfies Record<DueFilter, string>;
const channelSlugs = { direct: 'truc-tiep', online: 'truc-tuyen', post: 'buu-chinh' } as const satisfies Record<QueueRow['channel'], string>;

export const queues = Object.keys(queueSlugs) as Queue[];

const keyOf = <K extends string>(slugs: Record<K, string>, slug: string | null): K | undefined =>
  (Object.keys(slugs) as K[]).find((key) => slug !== null && slug !== '' && slugs[key] === slug);

/** What an address asks for; anything it does not understand is left out. */
export const readAddress = (query: string): DeskAddress => {
  const asked = new URLSearchParams(query);
  return {
    agency: asked.get('co-quan') ?? undefined,
    queue: keyOf(queueSlugs, asked.get('hang')),
    dossier: asked.get('ho-so') ?? undefined,
    search: (asked.get('tim') ?? '').slice(0, 100),
    due: keyOf(dueSlugs, asked.get('han')) ?? 'all',
    channel: keyOf(channelSlugs, asked.get('kenh')),
  };
};

/** The query of an address, `''` when nothing is asked. */
export const writeAddress = ({ agency, queue, dossier, search, due, channel }: DeskAddress): string => {
  const parts: [string, string | undefined][] = [
    ['co-quan', agency], ['hang', queue === undefined ? undefined : queueSlugs[queue]], ['ho-so', dossier],
    ['tim', search], ['han', dueSlugs[due]], ['kenh', channel === undefined ? undefined : channelSlugs[channel]],
  ];
  const query = new URLSearchParams(parts.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]]))).toString();
  return query === '' ? '' : `?${query}`;
};
