/** A file of the repository that is written from the contracts and events, never by hand. */
export type Generated = { readonly path: string; readonly text: string; /** once written it stays as it is */ readonly frozen?: true };

export const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
