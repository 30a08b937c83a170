/**
 * | access pattern                                   | key                                        |
 * |--------------------------------------------------|--------------------------------------------|
 * | all agencies, by code                            | AGENCY, every sort key                     |
 * | agencies by their codes                          | AGENCY / <code>                            |
 * | how often the tree was written                   | AGENCY-TREE / TREE                         |
 * | how an agency's facts came about, oldest first   | AGENCY#<code>, prefix CHANGE#              |
 * | the calendar in force: the highest version       | CALENDAR, newest first, one row            |
 * | a version of the calendar                        | CALENDAR / VERSION#<six digits>            |
 * | a person by sign-in name                         | PERSON#<username> / PERSON                 |
 * | how a person's posts came about, oldest first    | PERSON#<username>, prefix CHANGE#          |
 * | whether the first administrator was appointed    | ADMINISTRATION / FIRST                     |
 */
export const agencyPartition = 'AGENCY';
export const agencyKey = (code: string) => ({ pk: agencyPartition, sk: code });
export const treeKey = { pk: 'AGENCY-TREE', sk: 'TREE' };
export const agencyChangeKey = (code: string, revision: number) => ({ pk: `AGENCY#${code}`, sk: `CHANGE#${String(revision).padStart(6, '0')}` });

export const calendarPartition = 'CALENDAR';
export const calendarKey = (version: number) => ({ pk: calendarPartition, sk: `VERSION#${String(version).padStart(6, '0')}` });

export const personKey = (username: string) => ({ pk: `PERSON#${username}`, sk: 'PERSON' });
export const changeKey = (username: string, revision: number) => ({ pk: `PERSON#${username}`, sk: `CHANGE#${String(revision).padStart(6, '0')}` });

export const firstAdministratorKey = { pk: 'ADMINISTRATION', sk: 'FIRST' };
