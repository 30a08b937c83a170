import * as z from 'zod';
import { CalendarSpec } from '../../shared/kernel/working-time/calendar.ts';
import { defineEvent } from '../define-event.ts';

export const CalendarPublishedV1 = defineEvent({
  source: 'haugiang.directory', type: 'calendar.published', version: 1, personalData: 'none',
  title: 'Working calendar published', description: 'The working calendar of the province as published; a higher version replaces a lower one.',
  data: z.object({ calendarVersion: z.int().positive(), calendar: CalendarSpec }),
});
