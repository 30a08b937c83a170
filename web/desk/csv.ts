/**
 * A text as a cell: quoted, and with an apostrophe before what a spreadsheet would take for a formula, so that what an
 * applicant typed is never run on an officer's machine.
 */
const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** Rows as CSV that opens in Vietnamese in every spreadsheet: UTF-8 with its mark, CRLF. */
export const csvText = (rows: readonly (readonly string[])[]): string => `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
