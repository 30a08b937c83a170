import * as z from 'zod';

/** Base64 of the SHA-256 of a file, as S3 wants it. */
export const Checksum = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);
