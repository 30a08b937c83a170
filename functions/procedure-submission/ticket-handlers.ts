import { ActOnTicket, CallNext, GetDeskDay, GetWaitingBoard, IssueTicket } from '../../shared/contracts/ticket.ts';
import { on } from '../../shared/runtime/http.ts';
import { reply } from '../../shared/runtime/reply.ts';
import { officerOf } from '../../shared/runtime/callers.ts';
import { deskDay, waitingBoard } from './desk-day.ts';
import { actOnTicket, callNext, issueTicket, type TicketDeps } from './serve-tickets.ts';
import { ticketView } from './ticket.ts';

/** What answers the routes of numbers drawn at a desk. */
export const ticketHandlers = (deps: TicketDeps) => {
  const [day, issue, next, act, board] = [deskDay(deps), issueTicket(deps), callNext(deps), actOnTicket(deps), waitingBoard(deps)];
  return [
    on(GetDeskDay, ({ params, query, actor, now }) => day(params.agencyCode, query.day, officerOf(actor), now)),
    on(IssueTicket, async ({ params, body, actor, requestKey, cause }) => ticketView(await issue({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)))),
    on(CallNext, async ({ params, actor, requestKey, cause }) => ticketView(await next({ ...params, asked: { requestKey, cause } }, officerOf(actor)))),
    on(ActOnTicket, async ({ params, body, actor, requestKey, cause }) => ticketView(await act({ ...params, ...body, asked: { requestKey, cause } }, officerOf(actor)))),
    on(GetWaitingBoard, async ({ params, now }) => reply({ body: await board(params.agencyCode, now), headers: { 'cache-control': 'public, max-age=3' } })),
  ];
};
