/**
 * | access pattern                                   | key                                        |
 * |--------------------------------------------------|--------------------------------------------|
 * | all agencies, by code                            | AGENCY, every sort key                     |
 * | agencies by their codes                          | AGENCY / <code>                            |
 * | how often the tree was written                   | AGENCY-TREE / TREE                         |
 * | how an agency's facts came about, oldest first   | AGENCY#<code>, prefix CHANGE#              |
 * | the calendar in force: the highest version       | CALENDAR, newest first, one row            |
 * | a version of the calendar                        | CALENDAR / VERSION#<six digits>            |
 * | an agency's own calendar: the highest version    | CALENDAR#<agency>, newest first, one row   |
 * | the last version of any calendar                 | CALENDARS / COUNT                          |
 * | a person by sign-in name                         | PERSON#<username> / PERSON                 |
 * | how a person's posts came about, oldest first    | PERSON#<username>, prefix CHANGE#          |
 * | who holds or held posts in an agency             | STAFF#<agency> / <username>                |
 * | a delegation by its id                           | DELEGATION#<id> / DELEGATION               |
 * | delegations given by a person                    | PERSON#<username>, prefix GAVE#            |
 * | delegations to a person                          | PERSON#<username>, prefix ACTS#            |
 * | all delegations, newest first                    | DELEGATIONS, every sort key                |
 * | whether the first administrator was appointed    | ADMINISTRATION / FIRST                     |
 */
export const agencyPartition = 'AGENCY';
export const agencyKey = (code: string) => ({ pk: agencyPartition, sk: code });
export const treeKey = { pk: 'AGENCY-TREE', sk: 'TREE' };
export const agencyChangeKey = (code: string, revision: number) => ({ pk: `AGENCY#${code}`, sk: `CHANGE#${String(revision).padStart(6, '0')}` });

export const calendarPartition = (agency?: string) => (agency === undefined ? 'CALENDAR' : `CALENDAR#${agency}`);
export const calendarKey = (version: number, agency?: string) => ({ pk: calendarPartition(agency), sk: `VERSION#${String(version).padStart(6, '0')}` });
export const calendarCountKey = { pk: 'CALENDARS', sk: 'COUNT' };

export const personPartition = (username: string) => `PERSON#${username}`;
export const personKey = (username: string) => ({ pk: personPartition(username), sk: 'PERSON' });
export const changePrefix = 'CHANGE#';
export const changeKey = (username: string, revision: number) => ({ pk: personPartition(username), sk: `${changePrefix}${String(revision).padStart(6, '0')}` });
export const staffPartition = (agency: string) => `STAFF#${agency}`;
export const staffKey = (agency: string, username: string) => ({ pk: staffPartition(agency), sk: username });

export const givenPrefix = 'GAVE#';
export const takenPrefix = 'ACTS#';
export const delegationsPartition = 'DELEGATIONS';
export const delegationKey = (delegationId: string) => ({ pk: `DELEGATION#${delegationId}`, sk: 'DELEGATION' });
type Sides = { readonly delegationId: string; readonly holder: { readonly username: string }; readonly delegate: { readonly username: string } };
export const delegationKeys = ({ delegationId, holder, delegate }: Sides) => [
  delegationKey(delegationId), { pk: personPartition(holder.username), sk: `${givenPrefix}${delegationId}` },
  { pk: personPartition(delegate.username), sk: `${takenPrefix}${delegationId}` }, { pk: delegationsPartition, sk: delegationId },
];

export const firstAdministratorKey = { pk: 'ADMINISTRATION', sk: 'FIRST' };
