import { feedbackDeskRoles } from '../../shared/contracts/feedback-desk.ts';
import { nameOfFeedbackState } from '../../shared/kernel/feedback-state.ts';
import { postFor, type Officer } from '../../shared/runtime/actor.ts';
import { areaOf } from './areas.ts';
import { categoryOf, type Catalogue } from './catalogue.ts';
import type { FeedbackDeps, QueueStore } from './ports.ts';

type Row = Awaited<ReturnType<QueueStore['waiting']>>['items'][number];
const mostDates = 500;
const perRead = 200;

const stamp = (instant: string): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;
const escaped = (text: string): string => text.replace(/[\\;,]/g, String.raw`\$&`).replace(/\r\n|[\r\n]/g, String.raw`\n`);
/** A line holds at most 75 octets and goes on behind a blank; no letter is cut in two. */
const folded = (line: string): string => {
  const parts: string[] = [''];
  let used = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (used + size > 74) { parts.push(''); used = 0; }
    parts[parts.length - 1] += letter;
    used += size;
  }
  return parts.join('\r\n ');
};

/** A due instant is an event of no length; a date that moves keeps its name, so that calendars move it too. */
const entry = ({ trackingCode, promisedAt = '', revision, category, area, state, urgency }: Row, { categories }: Pick<Catalogue, 'categories'>, now: Date): string[] => {
  const [what, where] = [categoryOf({ categories }, category)?.name.vi ?? 'Phản ánh', areaOf(area)?.name.vi];
  return [
    'BEGIN:VEVENT', `UID:${trackingCode}@haugiang.gov.vn`, `SEQUENCE:${revision}`, `DTSTAMP:${stamp(now.toISOString())}`, `DTSTART:${stamp(promisedAt)}`, `DTEND:${stamp(promisedAt)}`,
    `SUMMARY:${escaped(`${urgency === 'emergency' ? 'Khẩn: ' : ''}${what}`)}`, ...(where === undefined ? [] : [`LOCATION:${escaped(where)}`]), `DESCRIPTION:${escaped(`${trackingCode}: ${nameOfFeedbackState(state).vi}`)}`, 'TRANSP:TRANSPARENT', 'END:VEVENT',
  ];
};

/**
 * The dates an agency promised and has not kept yet, as iCalendar (RFC 5545). No words of a report: calendars lie open on
 * telephones and walls. Throws `not-found` for another agency.
 */
export const promisedDates = ({ queues, catalogue }: Pick<FeedbackDeps, 'queues' | 'catalogue'>) => async (agency: string, officer: Officer, now: Date): Promise<string> => {
  postFor(officer, agency, feedbackDeskRoles, now);
  const rows: Row[] = [];
  for (const queue of ['working', 'to-take', 'to-approve'] as const) {
    let cursor: string | undefined;
    do {
      const page = await queues.waiting({ agency, place: { queues: [queue] }, where: {} }, { cursor, limit: perRead });
      rows.push(...page.items.filter(({ promisedAt }) => promisedAt !== undefined));
      cursor = page.cursor;
    } while (cursor !== undefined && rows.length < mostDates);
  }
  const dated = rows.toSorted((a, b) => ((a.promisedAt ?? '') < (b.promisedAt ?? '') ? -1 : 1)).slice(0, mostDates);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Hau Giang//Phan anh hien truong//VI', 'METHOD:PUBLISH', 'X-WR-CALNAME:Phản ánh đã hẹn', ...dated.flatMap((row) => entry(row, catalogue, now)), 'END:VCALENDAR', ''].map(folded).join('\r\n');
};
