/** Puts the built pages into the site bucket: types by extension, hashed assets cached for ever, the rest revalidated. */
import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { paginateListObjectsV2, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { inProject } from '../build/paths.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8', '.webmanifest': 'application/manifest+json; charset=utf-8', '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8', '.xml': 'application/xml; charset=utf-8', '.png': 'image/png', '.ico': 'image/x-icon', '.webp': 'image/webp',
  '.jpg': 'image/jpeg', '.woff2': 'font/woff2', '.pdf': 'application/pdf', '.wasm': 'application/wasm', '.map': 'application/json; charset=utf-8',
};

// Vite puts a content hash before the extension of everything it names itself.
const HASHED = /^tai-nguyen\/.*-[\w-]{8}\.\w+$/;
const AT_ONCE = 16;

export interface SiteUpload {
  readonly client: S3Client;
  readonly bucket: string;
  readonly folder?: string;
}

/** Uploads what differs from what lies there. Resolves to the number of files of the site. */
export async function uploadSite({ client, bucket: Bucket, folder = inProject('web', 'dist') }: SiteUpload): Promise<number> {
  const present = new Map<string, string>();
  for await (const page of paginateListObjectsV2({ client }, { Bucket })) {
    for (const { Key, ETag } of page.Contents ?? []) present.set(Key ?? '', ETag?.replaceAll('"', '') ?? '');
  }
  const keys = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'));
  const waiting = keys.values();
  const carrier = async (): Promise<void> => {
    for (const Key of waiting) {
      const Body = await readFile(join(folder, Key));
      if (present.get(Key) === createHash('md5').update(Body).digest('hex')) continue;
      await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: contentType(Key), CacheControl: cacheControl(Key) }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, carrier));
  return keys.length;
}

export const contentType = (key: string): string => TYPES[extname(key).toLowerCase()] ?? 'application/octet-stream';

export const cacheControl = (key: string): string => (HASHED.test(key) ? 'public, max-age=31536000, immutable' : 'no-cache');
