import { createHash } from 'node:crypto';
import { S3ServiceException } from '@aws-sdk/client-s3';

const statusOf = (error: unknown): number | undefined => (error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined);

/** Undefined for an object that is not there: without the right to list the bucket, that is answered 403. */
export const ifThere = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  try {
    return await asked;
  } catch (error) {
    if (statusOf(error) === 404 || statusOf(error) === 403) return undefined;
    throw error;
  }
};

/** Whether a put with a condition was carried out; false when another took the object's place meanwhile. */
export const unlessChanged = async (put: Promise<unknown>): Promise<boolean> => {
  try {
    await put;
    return true;
  } catch (error) {
    if (statusOf(error) === 412 || statusOf(error) === 409) return false;
    throw error;
  }
};

/** The condition of a put that replaces what bears the mark, or, without one, nothing. */
export const replacing = (mark: string | undefined) => (mark === undefined ? { IfNoneMatch: '*' } : { IfMatch: mark });

/** The ETag of an object put in one piece is the MD5 of its bytes. */
export const etagOf = (body: string): string => `"${createHash('md5').update(body).digest('hex')}"`;
