import * as z from 'zod';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { AgencyCalendar } from '../../shared/kernel/working-time/agency-calendar.ts';
import { defineEvent } from '../define-event.ts';

export const AgencyCalendarPublishedV1 = defineEvent({
  source: 'haugiang.directory', type: 'agency-calendar.published', version: 1, personalData: 'none',
  title: 'Agency calendar published', description: 'What an agency does otherwise than the province, as published. Versions are counted together with the province’s: at a version each has its latest calendar up to it.',
  data: z.object({ agencyCode: AgencyCode, calendarVersion: z.int().positive(), provinceVersion: z.int().positive(), calendar: AgencyCalendar }),
});
