/**
 * | access pattern                                   | key                      |
 * |--------------------------------------------------|--------------------------|
 * | since when a person's sessions count (authoriser) | PERSON#<personId> / NOT_BEFORE |
 */
export const notBeforeKey = (personId: string) => ({ pk: `PERSON#${personId}`, sk: 'NOT_BEFORE' });
