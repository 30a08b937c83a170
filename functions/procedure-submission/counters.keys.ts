/**
 * Access patterns of the counters. `generation` is 1 until a rebuild makes the next one beside it; nothing scans, and a
 * reader of figures reads as many partitions as it shows months.
 *
 * | pattern                                                  | pk                        | sk                     |
 * |----------------------------------------------------------|---------------------------|------------------------|
 * | counters of a month, all or of one agency                | COUNT#<gen>#<month>       | <agency>#<level>#<field> |
 * | stocks over all months, all or of one agency             | COUNT#<gen>#ALL           | <agency>#<level>#<field> |
 * | months that hold counters                                | MONTHS#<gen>              | <month>                |
 * | what a dossier has added                                 | COUNTED#<dossier>         | <gen>                  |
 * | open dossiers of an agency, what is due first comes first | OPEN#<gen>#<agency>       | <instant>#<dossier>    |
 * | which generation is read, and how far a rebuild is       | COUNTERS                  | STATE                  |
 * | dossiers filed in a month                                | MONTH#<month>             | DOS#<dossier>          |
 * | months whose figures are published, with their time       | FIGURES                   | <month>                |
 * | the figures of a month, as published                     | FIGURES#<month>           | FIGURES                |
 * | the board of an agency, for its leader                    | BOARD#<agency>            | BOARD                  |
 */
type Key = { readonly pk: string; readonly sk: string };

/** The partition of sums over all months. */
export const ALL_MONTHS = 'ALL';
/** Sorts behind every instant: no date is promised. */
const UNDATED = '9999';

export const cellPartition = (generation: number, month: string): string => `COUNT#${generation}#${month}`;
export const agencyPrefix = (agency: string): string => `${agency}#`;
export const cellKey = (place: { generation: number; month: string; agency: string; level: string; field: string }): Key =>
  ({ pk: cellPartition(place.generation, place.month), sk: `${agencyPrefix(place.agency)}${place.level}#${place.field}` });
export const agencyOfCell = (sk: string): string => sk.split('#', 1)[0] ?? '';

export const monthsPartition = (generation: number): string => `MONTHS#${generation}`;
export const monthKey = (generation: number, month: string): Key => ({ pk: monthsPartition(generation), sk: month });
export const countedKey = (dossierId: string, generation: number): Key => ({ pk: `COUNTED#${dossierId}`, sk: String(generation) });
export const dossierOfCounted = (pk: string): string => pk.slice('COUNTED#'.length);
export const openPartition = (generation: number, agency: string): string => `OPEN#${generation}#${agency}`;
export const openKey = (generation: number, place: { agency: string; dueAt: string | undefined; dossierId: string }): Key =>
  ({ pk: openPartition(generation, place.agency), sk: `${place.dueAt ?? UNDATED}#${place.dossierId}` });
export const counterStateKey: Key = { pk: 'COUNTERS', sk: 'STATE' };

export const filedInPartition = (month: string): string => `MONTH#${month}`;
export const filedInKey = (month: string, dossierId: string): Key => ({ pk: filedInPartition(month), sk: `DOS#${dossierId}` });
export const dossierOfFiledIn = (sk: string): string => sk.slice('DOS#'.length);

export const publishedPartition = 'FIGURES';
export const publishedKey = (month: string): Key => ({ pk: publishedPartition, sk: month });
export const figuresKey = (month: string): Key => ({ pk: `FIGURES#${month}`, sk: 'FIGURES' });

export const boardKey = (agency: string): Key => ({ pk: `BOARD#${agency}`, sk: 'BOARD' });
