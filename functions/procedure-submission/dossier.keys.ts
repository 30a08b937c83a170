import type { QueueName } from './transitions.ts';

/**
 * Access patterns of dossiers. Every list is a strongly consistent query of the table itself, so that an officer reads
 * her own writes; there is no index to lag behind and nothing scans.
 *
 * | pattern                                             | pk                    | sk                   |
 * |-----------------------------------------------------|-----------------------|----------------------|
 * | a dossier with history and documents (one query)    | DOS#<dossier>         | (all)                |
 * |   what was filed, never rewritten                   | DOS#<dossier>         | FILED                |
 * |   where it stands                                   | DOS#<dossier>         | STANDING             |
 * |   its history in order                              | DOS#<dossier>         | HIST#<6 digits>      |
 * |   rounds of asking for more, with answers            | DOS#<dossier>         | ROUND#<3 digits>     |
 * |   what is owed on it, and what became of it         | DOS#<dossier>         | PAY#<3 digits>       |
 * |   documents issued on it                            | DOS#<dossier>         | DOC#<document>       |
 * | what an issued form says, as it was issued           | FORM#<dossier>        | <document>           |
 * | dossier by tracking code (and its uniqueness)       | TRACK#<code>          | TRACK                |
 * | dossiers of a citizen, newest first                 | CITIZEN#<subject>     | DOS#<dossier>        |
 * | a queue of an agency, most urgent first             | QUEUE#<agency>#<name> | <urgency>#<dossier>  |
 * |   due between two instants: a range of it            | QUEUE#<agency>#<name> | (range)              |
 * | what an officer works on, most urgent first         | MINE#<agency>#<who>   | <urgency>#<dossier>  |
 * | how many wait in each queue of an agency            | COUNTS#<agency>       | COUNTS               |
 * | what happened to dossiers of an agency, in order    | FEED#<agency>         | <instant>#<dossier>#<revision> |
 * | officers of an agency and how many they work on     | OFFICERS#<agency>     | <who>                |
 * | what an agency received in a month, in its order    | REGISTER#<agency>#<month> | <instant>#<dossier> |
 * | what an agency passed on, last first                | PASSED#<agency>       | <instant>#<dossier>  |
 * | a register as a file, made or being made            | PRINT#<print>         | PRINT                |
 * | rounds that wait for an answer, by their last day   | ANSWER-BY             | <instant>#<dossier>#<round> |
 * | an upload                                           | UPLOAD#<upload>       | UPLOAD               |
 */
type Key = { readonly pk: string; readonly sk: string };

export const dossierPartition = (dossierId: string): string => `DOS#${dossierId}`;
export const filedKey = (dossierId: string): Key => ({ pk: dossierPartition(dossierId), sk: 'FILED' });
export const standingKey = (dossierId: string): Key => ({ pk: dossierPartition(dossierId), sk: 'STANDING' });
export const historyKey = (dossierId: string, seq: number): Key => ({ pk: dossierPartition(dossierId), sk: `HIST#${String(seq).padStart(6, '0')}` });
export const documentKey = (dossierId: string, documentId: string): Key => ({ pk: dossierPartition(dossierId), sk: `DOC#${documentId}` });
export const formKey = (dossierId: string, documentId: string): Key => ({ pk: `FORM#${dossierId}`, sk: documentId });
export const roundKey = (dossierId: string, round: number): Key => ({ pk: dossierPartition(dossierId), sk: `ROUND#${String(round).padStart(3, '0')}` });
export const paymentKey = (dossierId: string, obligation: number): Key => ({ pk: dossierPartition(dossierId), sk: `PAY#${String(obligation).padStart(3, '0')}` });
export const trackingKey = (code: string): Key => ({ pk: `TRACK#${code}`, sk: 'TRACK' });
export const citizenPartition = (subject: string): string => `CITIZEN#${subject}`;
export const citizenKey = (subject: string, dossierId: string): Key => ({ pk: citizenPartition(subject), sk: `DOS#${dossierId}` });
export const queuePartition = (agency: string, queue: QueueName): string => `QUEUE#${agency}#${queue}`;
type Place = { readonly agency: string; readonly urgency: string; readonly dossierId: string };
export const queueKey = (queue: QueueName, { agency, urgency, dossierId }: Place): Key => ({ pk: queuePartition(agency, queue), sk: `${urgency}#${dossierId}` });
export const minePartition = (agency: string, officer: string): string => `MINE#${agency}#${officer}`;
export const mineKey = (officer: string, { agency, urgency, dossierId }: Place): Key => ({ pk: minePartition(agency, officer), sk: `${urgency}#${dossierId}` });
export const feedPartition = (agency: string): string => `FEED#${agency}`;
export const feedKey = (agency: string, { at, dossierId, revision }: { at: string; dossierId: string; revision: number }): Key => ({ pk: feedPartition(agency), sk: `${at}#${dossierId}#${String(revision).padStart(6, '0')}` });
export const officersPartition = (agency: string): string => `OFFICERS#${agency}`;
export const officerKey = (agency: string, officer: string): Key => ({ pk: officersPartition(agency), sk: officer });
export const countsKey = (agency: string): Key => ({ pk: `COUNTS#${agency}`, sk: 'COUNTS' });
export const registerPartition = (agency: string, month: string): string => `REGISTER#${agency}#${month}`;
export const registerKey = (agency: string, month: string, row: { receivedAt: string; dossierId: string }): Key => ({ pk: registerPartition(agency, month), sk: `${row.receivedAt}#${row.dossierId}` });
export const passedOnPartition = (agency: string): string => `PASSED#${agency}`;
export const passedOnKey = (agency: string, { at, dossierId }: { at: string; dossierId: string }): Key => ({ pk: passedOnPartition(agency), sk: `${at}#${dossierId}` });
export const printKey = (printId: string): Key => ({ pk: `PRINT#${printId}`, sk: 'PRINT' });
export const answersDuePartition = 'ANSWER-BY';
export const answersDueKey = ({ answerBy, dossierId, round }: { answerBy: string; dossierId: string; round: number }): Key => ({ pk: answersDuePartition, sk: `${answerBy}#${dossierId}#${round}` });
export { uploadKey } from '../../shared/runtime/uploads/upload.keys.ts';

/** What a row of a dossier's partition is. */
export const rowKind = (sk: string): string => sk.split('#', 1)[0] ?? '';
