/** A zip archive of a few files, as UpdateFunctionCode takes it (PKWARE APPNOTE 6.3: local headers, central directory, end record). */
import { crc32, deflateRawSync } from 'node:zlib';

const DEFLATE = 8;
const UTF8_NAMES = 0x0800;
const VERSION = 20;
const UNIX_FILE_0644 = 0o100644 << 16 >>> 0;

/** @param files path inside the archive -> content */
export function zip(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of files) {
    const name = Buffer.from(path, 'utf8');
    const packed = deflateRawSync(content);
    // Version, flags, method, time, date (1 January 1980: the archive depends on nothing but its content), sizes, name length, no extra field.
    const common = fields([[VERSION, 2], [UTF8_NAMES, 2], [DEFLATE, 2], [0, 2], [0x21, 2], [crc32(content), 4], [packed.length, 4], [content.length, 4], [name.length, 2], [0, 2]]);
    directory.push(fields([[0x02014b50, 4], [0x0300 + VERSION, 2]]), common, fields([[0, 2], [0, 2], [0, 2], [UNIX_FILE_0644, 4], [offset, 4]]), name);
    const local = [fields([[0x04034b50, 4]]), common, name, packed];
    locals.push(...local);
    offset += local.reduce((sum, { length }) => sum + length, 0);
  }
  const central = Buffer.concat(directory);
  const end = fields([[0x06054b50, 4], [0, 2], [0, 2], [files.size, 2], [files.size, 2], [central.length, 4], [offset, 4], [0, 2]]);
  return Buffer.concat([...locals, central, end]);
}

function fields(values: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  return Buffer.concat(values.map(([value, bytes]) => {
    const field = Buffer.alloc(bytes);
    field.writeUIntLE(value, 0, bytes);
    return field;
  }));
}
