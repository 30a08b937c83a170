/**
 * Access patterns of what is warned of; the looks that find it are in `shared/runtime/looks.ts`.
 *
 * | pattern                                         | pk                 | sk                   |
 * |-------------------------------------------------|--------------------|----------------------|
 * | warnings given on a dossier (one query with it) | DOS#<dossier>      | WARN#<what>#<part>   |
 * | dossiers an agency is warned of                 | NOTICE#<agency>    | <dossier>            |
 */
type Key = { readonly pk: string; readonly sk: string };

export const warningKey = (dossierId: string, warning: string): Key => ({ pk: `DOS#${dossierId}`, sk: `WARN#${warning}` });
export const noticePartition = (agency: string): string => `NOTICE#${agency}`;
export const noticeKey = (agency: string, dossierId: string): Key => ({ pk: noticePartition(agency), sk: dossierId });
