/**
 * Access patterns of dossier numbers. All rules are one row, so that an acceptance reads them with one GetItem; each
 * published version is kept beside it.
 *
 * | pattern                                        | pk                    | sk             |
 * |------------------------------------------------|-----------------------|----------------|
 * | the rules in force and to come                 | NUMBERING             | CURRENT        |
 * | a published version of them                    | NUMBERING             | V#<6 digits>   |
 * | the last ordinal drawn from a counter          | ORDINAL#<counter>     | ORDINAL        |
 * | dossier by number (and its uniqueness)         | NUMBER#<number>       | NUMBER         |
 */
type Key = { readonly pk: string; readonly sk: string };

export const numberingKey: Key = { pk: 'NUMBERING', sk: 'CURRENT' };
export const numberingVersionKey = (version: number): Key => ({ pk: 'NUMBERING', sk: `V#${String(version).padStart(6, '0')}` });
export const ordinalKey = (counter: string): Key => ({ pk: `ORDINAL#${counter}`, sk: 'ORDINAL' });
export const numberKey = (number: string): Key => ({ pk: `NUMBER#${number}`, sk: 'NUMBER' });
