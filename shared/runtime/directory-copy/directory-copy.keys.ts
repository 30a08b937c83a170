/**
 * What a workflow keeps of the directory, in its own table.
 *
 * | pattern                                       | pk                | sk          |
 * |-----------------------------------------------|-------------------|-------------|
 * | the working calendar, as the directory tells  | CALENDAR          | CURRENT     |
 * | an earlier version of it: promises stay on it | CALENDAR          | V#<6 digits> |
 * | what an agency does otherwise, every version  | CALENDAR#<agency> | V#<6 digits> |
 * | an agency, as the directory tells             | AGENCY#<code>     | AGENCY      |
 */
type Key = { readonly pk: string; readonly sk: string };
const versioned = (figure: number): string => `V#${String(figure).padStart(6, '0')}`;

export const calendarKey: Key = { pk: 'CALENDAR', sk: 'CURRENT' };
export const calendarVersionKey = (version: number): Key => ({ pk: 'CALENDAR', sk: versioned(version) });
export const agencyCalendarPartition = (agency: string): string => `CALENDAR#${agency}`;
export const agencyCalendarKey = (agency: string, version: number): Key => ({ pk: agencyCalendarPartition(agency), sk: versioned(version) });
export const agencyKey = (code: string): Key => ({ pk: `AGENCY#${code}`, sk: 'AGENCY' });
