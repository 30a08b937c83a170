import { handbookCalendar } from '../../kernel/calendars.ts';
import { actRows, type ActRow } from './acts.ts';
import type { Setting } from './world.ts';

const officeTerm = { amount: 7, unit: 'WORKING_DAY' as const };
/** With a second calendar, in which a day is not worked any more, and where it says so with steps of the agency's own. */
export const setting = (way?: readonly string[]): Setting => ({
  calendars: [handbookCalendar, { ...handbookCalendar, days: [...handbookCalendar.days, { date: '2026-03-05', kind: 'OFF', name: { vi: 'Nghỉ', en: 'Off' }, source: 'test', confirmed: true }] }],
  terms: [officeTerm], way, begins: new Date('2026-03-02T02:00:00Z'),
});
export const row = (act: string): ActRow => actRows.find((one) => one.act === act) as ActRow;

export type Path = { readonly acts: readonly string[]; readonly way?: readonly string[] };
/** Every act there is, on some path. */
export const paths: readonly Path[] = [
  { acts: ['accept', 'take', 'extend', 'finish', 'hand-over', 'correct-result'] },
  { acts: ['refuse'] },
  { acts: ['request-supplement', 'answer-supplement', 'accept', 'request-supplement', 'stop', 'resume', 'withdraw'] },
  { acts: ['request-payment', 'record-payment', 'accept', 'take', 'request-payment', 'exempt-payment', 'finish'] },
  { acts: ['request-payment', 'settle-payment', 'accept', 'transfer', 'take', 'report-progress', 'recompute', 'succeed'] },
  { acts: ['accept', 'hand-on', 'take', 'hand-on', 'send-back', 'receive', 'hand-on', 'receive', 'finish', 'receive', 'hand-over'], way: ['one-stop-clerk', 'case-officer', 'leader', 'one-stop-clerk'] },
];
