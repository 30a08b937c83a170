/** An upload, in the table of the workflow it is for: one row under its id. */
export const uploadKey = (uploadId: string): { readonly pk: string; readonly sk: string } => ({ pk: `UPLOAD#${uploadId}`, sk: 'UPLOAD' });
