/**
 * Access patterns of the catalogue. A version is written once and kept for ever: dossiers stay on the version under
 * which they were received. The one in force has a second copy under a fixed key, beside the days of all versions, so
 * that the public page, the promise and the filing read it with one GetItem; on the day a waiting version begins they
 * read that one, whether the schedule has already put it there or not.
 *
 * | pattern                                       | pk              | sk                     |
 * |-----------------------------------------------|-----------------|------------------------|
 * | the version of a procedure in force, all days | PROC#<code>     | CURRENT                |
 * | a version of a procedure, or all of them      | PROC#<code>     | V#<6 digits>           |
 * | the list of procedures, in the order of codes | CATALOGUE       | PROC#<code>            |
 * | versions that wait, by the day they begin     | WAITING         | <day>#<code>#<version> |
 * | the draft of a procedure                      | PROC#<code>     | WORK                   |
 * | what was done to a procedure, in order        | PROC#<code>     | ACT#<6 digits>         |
 * | the list of drafts                            | CATALOGUE-WORK  | PROC#<code>            |
 */
type Key = { readonly pk: string; readonly sk: string };
const six = (figure: number): string => String(figure).padStart(6, '0');

export const procedurePartition = (code: string): string => `PROC#${code}`;
export const currentProcedureKey = (code: string): Key => ({ pk: procedurePartition(code), sk: 'CURRENT' });
export const procedureVersionKey = (code: string, version: number): Key => ({ pk: procedurePartition(code), sk: `V#${six(version)}` });
export const cataloguePartition = 'CATALOGUE';
export const catalogueKey = (code: string): Key => ({ pk: cataloguePartition, sk: `PROC#${code}` });
export const waitingPartition = 'WAITING';
export const waitingKey = (code: string, version: number, day: string): Key => ({ pk: waitingPartition, sk: `${day}#${code}#${six(version)}` });
export const workKey = (code: string): Key => ({ pk: procedurePartition(code), sk: 'WORK' });
export const actPrefix = 'ACT#';
export const actKey = (code: string, seq: number): Key => ({ pk: procedurePartition(code), sk: `${actPrefix}${six(seq)}` });
export const worksPartition = 'CATALOGUE-WORK';
export const workListKey = (code: string): Key => ({ pk: worksPartition, sk: `PROC#${code}` });
