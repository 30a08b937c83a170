/**
 * Access patterns of what is due at a time. A look is planned in the hour it falls into; the sweep reads the hours from
 * where it stopped to now, and never anything else.
 *
 * | pattern                                         | pk                 | sk                   |
 * |-------------------------------------------------|--------------------|----------------------|
 * | dossiers to be looked at in an hour, in order   | LOOK#<hour, UTC>   | <instant>#<dossier>  |
 * | the hour up to which every look was done        | SWEEP#looks        | SWEEP                |
 * | warnings given on a dossier (one query with it) | DOS#<dossier>      | WARN#<what>#<part>   |
 * | dossiers an agency is warned of                 | NOTICE#<agency>    | <dossier>            |
 */
type Key = { readonly pk: string; readonly sk: string };

export const hourOf = (instant: string): string => instant.slice(0, 13);
export const lookPartition = (hour: string): string => `LOOK#${hour}`;
export const lookKey = (instant: string, dossierId: string): Key => ({ pk: lookPartition(hourOf(instant)), sk: `${instant}#${dossierId}` });
export const sweepKey: Key = { pk: 'SWEEP#looks', sk: 'SWEEP' };
export const warningKey = (dossierId: string, warning: string): Key => ({ pk: `DOS#${dossierId}`, sk: `WARN#${warning}` });
export const noticePartition = (agency: string): string => `NOTICE#${agency}`;
export const noticeKey = (agency: string, dossierId: string): Key => ({ pk: noticePartition(agency), sk: dossierId });
