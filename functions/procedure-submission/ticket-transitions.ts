import type { TicketAct } from '../../shared/contracts/ticket.ts';
import type { Localised } from '../../shared/kernel/localised.ts';

export type TicketState = 'waiting' | 'called' | 'serving' | 'done' | 'missed';
type Move = { readonly act: 'issue' | 'call' | TicketAct; readonly from: readonly TicketState[]; readonly to: TicketState; readonly by: string; readonly name: Localised };

export const ticketStates = {
  waiting: { vi: 'Đang chờ', en: 'Waiting' }, called: { vi: 'Đang gọi', en: 'Called' }, serving: { vi: 'Đang phục vụ', en: 'Being served' }, done: { vi: 'Đã xong', en: 'Done' }, missed: { vi: 'Không đến', en: 'Did not come' },
} as const satisfies Record<TicketState, Localised>;

/** Every way a number moves, as data: the write condition, what the desk offers and the diagram in the README come from these rows. */
export const ticketTransitions = [
  { act: 'issue', from: [], to: 'waiting', by: 'one-stop-clerk', name: { vi: 'Lấy số', en: 'Draw a number' } },
  { act: 'call', from: ['waiting'], to: 'called', by: 'one-stop-clerk', name: { vi: 'Gọi số', en: 'Call' } },
  { act: 'serve', from: ['called'], to: 'serving', by: 'one-stop-clerk', name: { vi: 'Bắt đầu phục vụ', en: 'Begin' } },
  { act: 'finish', from: ['serving'], to: 'done', by: 'one-stop-clerk', name: { vi: 'Xong', en: 'Finish' } },
  { act: 'miss', from: ['called'], to: 'missed', by: 'one-stop-clerk', name: { vi: 'Không đến', en: 'Nobody came' } },
  { act: 'put-back', from: ['called', 'missed'], to: 'waiting', by: 'one-stop-clerk', name: { vi: 'Cho chờ tiếp', en: 'Let wait again' } },
] as const satisfies readonly Move[];

const rows: readonly Move[] = ticketTransitions;
export const ticketAfter = (act: Move['act'], state: TicketState): TicketState | undefined => rows.find((row) => row.act === act && row.from.includes(state))?.to;
export const ticketActs = (state: TicketState): TicketAct[] => rows.flatMap(({ act, from }) => (act !== 'issue' && act !== 'call' && from.includes(state) ? [act] : []));
