import { newId } from '../../../shared/kernel/ids.ts';
import type { DeskPlan } from '../../../shared/contracts/booking.ts';
import type { Route } from '../../../shared/contracts/route.ts';
import { actorContext, type Actor } from '../../../shared/runtime/actor.ts';
import type { Table } from '../../../shared/runtime/dynamo.ts';
import { httpApi } from '../../../shared/runtime/http.ts';
import type { HttpEvent } from '../../../shared/runtime/http-request.ts';
import { bookingHandlers } from '../../../functions/procedure-submission/booking-handlers.ts';
import { bookingRepository } from '../../../functions/procedure-submission/booking.repository.ts';
import { depsOn, siteOrigin, type Answered } from './desk.ts';
import { now } from './dossiers.ts';

export const field = { vi: 'Hộ tịch', en: 'Civil status' };
export const land = { vi: 'Đất đai', en: 'Land' };

/** One counter for everything and one for civil status; half of each for who comes without a booking. */
export const planFrom = (changes: Partial<DeskPlan> = {}): DeskPlan => ({
  effectiveFrom: '2026-11-20',
  counters: [{ id: 'quay-1', name: 'Quầy 1', fields: [], perHalfHour: 2 }, { id: 'quay-2', name: 'Quầy 2', fields: [field], perHalfHour: 4 }],
  openDays: 7, leadMinutes: 60, walkInPercent: 50, openPerPerson: 2, graceMinutes: 15, noShowMinutes: 5, serviceMinutes: 10, ...changes,
});

/** The routes of bookings as API Gateway calls them, at a time of the test's choosing. */
export const bookingApi = (table: Table, clock: () => Date = () => now) => {
  const deps = { ...depsOn(table), bookings: bookingRepository(table) };
  const handler = httpApi(bookingHandlers(deps), clock);
  return async (route: Route, actor: Actor, { params = {}, query = {}, body, key = newId('key', now) }: { params?: Record<string, string>; query?: Record<string, string>; body?: unknown; key?: string } = {}): Promise<Omit<Answered, 'took'>> => {
    const path = `/api${route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))}`;
    const answer = await handler({
      version: '2.0', rawPath: path, rawQueryString: new URLSearchParams(query).toString(), pathParameters: params, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: { origin: siteOrigin, 'content-type': 'application/json', 'idempotency-key': key },
      requestContext: { http: { method: route.method, path }, authorizer: { lambda: actorContext(actor) } },
    } as HttpEvent);
    return { status: answer.statusCode, body: JSON.parse(answer.body ?? '{}') as Answered['body'] };
  };
};
export type BookingApi = ReturnType<typeof bookingApi>;
