/**
 * Access patterns of the catalogue. A version is written once and kept for ever: dossiers stay on the version under
 * which they were received. The current one has a second copy under a fixed key, so that the public page, the promise
 * and the filing read it with one GetItem.
 *
 * | pattern                                       | pk              | sk           |
 * |-----------------------------------------------|-----------------|--------------|
 * | the current version of a procedure            | PROC#<code>     | CURRENT      |
 * | a version of a procedure, or all of them      | PROC#<code>     | V#<6 digits> |
 * | the list of procedures, in the order of codes | CATALOGUE       | PROC#<code>  |
 * | the working calendar, as the directory tells  | CALENDAR        | CURRENT      |
 * | an earlier version of it: promises stay on it | CALENDAR        | V#<6 digits> |
 * | what an agency does otherwise, every version  | CALENDAR#<agency> | V#<6 digits> |
 * | an agency, as the directory tells             | AGENCY#<code>   | AGENCY       |
 */
type Key = { readonly pk: string; readonly sk: string };

export const currentProcedureKey = (code: string): Key => ({ pk: `PROC#${code}`, sk: 'CURRENT' });
export const procedureVersionKey = (code: string, version: number): Key => ({ pk: `PROC#${code}`, sk: `V#${String(version).padStart(6, '0')}` });
export const cataloguePartition = 'CATALOGUE';
export const catalogueKey = (code: string): Key => ({ pk: cataloguePartition, sk: `PROC#${code}` });
export const calendarKey: Key = { pk: 'CALENDAR', sk: 'CURRENT' };
export const calendarVersionKey = (version: number): Key => ({ pk: 'CALENDAR', sk: `V#${String(version).padStart(6, '0')}` });
export const agencyCalendarPartition = (agency: string): string => `CALENDAR#${agency}`;
export const agencyCalendarKey = (agency: string, version: number): Key => ({ pk: agencyCalendarPartition(agency), sk: `V#${String(version).padStart(6, '0')}` });
export const agencyKey = (code: string): Key => ({ pk: `AGENCY#${code}`, sk: 'AGENCY' });
