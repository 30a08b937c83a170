/** What goes into somebody's own calendar. Instants as UTC (`2026-11-25T01:00:00.000Z`). */
type Entry = { readonly id: string; readonly startsAt: string; readonly endsAt: string; readonly title: string; readonly place: string; readonly text: string; readonly link: string; readonly madeAt: Date };

const stamp = (instant: string): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;
const escaped = (text: string): string => text.replace(/[\\;,]/g, String.raw`\$&`).replace(/\r?\n/g, String.raw`\n`);

/** A line holds at most 75 octets and goes on behind a blank; no letter is cut in two. */
const folded = (line: string): string => {
  const bytes = new TextEncoder();
  const parts: string[] = [''];
  let used = 0;
  for (const letter of line) {
    const size = bytes.encode(letter).length;
    if (used + size > 74) { parts.push(''); used = 0; }
    parts[parts.length - 1] += letter;
    used += size;
  }
  return parts.join('\r\n ');
};

/** One event as an iCalendar file (RFC 5545), with a reminder an hour before. */
export const calendarFile = ({ id, startsAt, endsAt, title, place, text, link, madeAt }: Entry): string => [
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Hau Giang//Dat lich//VI', 'METHOD:PUBLISH', 'BEGIN:VEVENT',
  `UID:${id}@haugiang.gov.vn`, `DTSTAMP:${stamp(madeAt.toISOString())}`, `DTSTART:${stamp(startsAt)}`, `DTEND:${stamp(endsAt)}`,
  `SUMMARY:${escaped(title)}`, `LOCATION:${escaped(place)}`, `DESCRIPTION:${escaped(text)}`, `URL:${link}`,
  'BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, 'TRIGGER:-PT1H', 'END:VALARM', 'END:VEVENT', 'END:VCALENDAR', '',
].map(folded).join('\r\n');
