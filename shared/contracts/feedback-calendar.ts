import * as z from 'zod';
import { AgencyCode } from '../kernel/agency-code.ts';
import { officer } from './access.ts';
import { defineRoute } from './route.ts';

/** What a unit still has to do, on the days it promised: for the calendar on a telephone or a wall. */
export const GetPromisedDates = defineRoute({
  name: 'getPromisedDates', method: 'GET', path: '/desk/agencies/{agencyCode}/feedback/promised.ics', access: [officer(['dispatcher', 'field-officer', 'leader', 'moderator'])], plain: 'text/calendar; charset=utf-8',
  summary: { vi: 'Lịch các ngày đã hẹn của cơ quan', en: 'The promised dates of the reports that lie with the agency, as iCalendar; the most urgent 500' },
  params: () => z.object({ agencyCode: AgencyCode }), ok: { status: 200, body: () => z.string() }, problems: ['not-found'],
});
export const feedbackCalendarRoutes = [GetPromisedDates] as const;
