import type { DossierStatusCode } from '../../shared/kernel/dossier-status.ts';
import type { Localised } from '../../shared/kernel/localised.ts';

/** What officers do to a dossier, in the words of the use cases. */
export type DeskActName = 'accept' | 'refuse' | 'take' | 'finish' | 'hand-over';
type ActName = 'submit' | DeskActName;

/** Where a dossier waits for the next officer of its agency. */
export type QueueName = 'to-accept' | 'to-take' | 'processing' | 'to-hand-over';

export type Transition = {
  readonly act: ActName;
  /** legal prior statuses; none: the dossier begins here */
  readonly from: readonly DossierStatusCode[];
  readonly to: DossierStatusCode;
  readonly by: 'citizen' | 'one-stop-clerk' | 'case-officer';
  readonly name: Localised;
};

/**
 * Every way a dossier moves, as data. The write condition, what the desk offers, and the diagram in the README
 * all come from these rows: a new act is a new row, and a use case of the same name.
 */
export const transitions = [
  { act: 'submit', from: [], to: 1, by: 'citizen', name: { vi: 'Nộp hồ sơ', en: 'File' } },
  { act: 'accept', from: [1], to: 2, by: 'one-stop-clerk', name: { vi: 'Tiếp nhận', en: 'Accept' } },
  { act: 'refuse', from: [1], to: 3, by: 'one-stop-clerk', name: { vi: 'Từ chối tiếp nhận', en: 'Refuse' } },
  { act: 'take', from: [2], to: 4, by: 'case-officer', name: { vi: 'Nhận xử lý', en: 'Take' } },
  { act: 'finish', from: [4], to: 9, by: 'case-officer', name: { vi: 'Hoàn thành xử lý', en: 'Finish' } },
  { act: 'hand-over', from: [9], to: 10, by: 'one-stop-clerk', name: { vi: 'Trả kết quả', en: 'Hand over' } },
] as const satisfies readonly Transition[];

/** The queue a dossier of a status waits in; statuses that wait for nobody of the agency have none. */
const queueByStatus: Partial<Record<DossierStatusCode, QueueName>> = { 1: 'to-accept', 2: 'to-take', 4: 'processing', 9: 'to-hand-over' };

export const queueOf = (status: DossierStatusCode): QueueName | undefined => queueByStatus[status];
export const queueNames: readonly QueueName[] = ['to-accept', 'to-take', 'processing', 'to-hand-over'];

const rows: readonly Transition[] = transitions;

export const transitionOf = (act: ActName): Transition => {
  const found = rows.find((row) => row.act === act);
  if (found === undefined) throw new TypeError(`no transition for ${act}`);
  return found;
};

/** What may be done to a dossier of a status by someone holding these roles in its agency. */
export const allowedActs = (status: DossierStatusCode, roles: readonly string[]): DeskActName[] =>
  rows.flatMap((row) => (row.act !== 'submit' && row.from.includes(status) && roles.includes(row.by) ? [row.act] : []));
