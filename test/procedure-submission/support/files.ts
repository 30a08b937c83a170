import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

export const checksumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');
export const announced = <T extends 'application/pdf' | 'image/png' | 'image/jpeg'>(bytes: Uint8Array, contentType: T) => ({ contentType, size: bytes.length, checksum: checksumOf(bytes) });

/** A small PDF; `inside` stands among its objects, `after` behind its end. */
export const pdf = ({ inside = '', after = '', before = '' } = {}): Buffer => Buffer.from(
  `${before}%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n${inside}`
  + `xref\n0 4\n0000000000 65535 f \ntrailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n200\n%%EOF\n${after}`, 'latin1');

const chunk = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A grey PNG that claims a size; its pixels are of one row. */
export const png = (width: number, height: number): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(Math.min(width, 64) + 1))), chunk('IEND', Buffer.alloc(0))]);
};

/** A JPEG down to its frame header, as far as anyone reads before decoding. */
export const jpeg = (width: number, height: number): Buffer => Buffer.from([
  0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00, 0x01, 0x01, 0x00, 0x00, 0x01, 0x00, 0x01, 0x00, 0x00,
  0xff, 0xc0, 0x00, 0x0b, 0x08, height >> 8, height & 0xff, width >> 8, width & 0xff, 0x01, 0x01, 0x11, 0x00,
  0xff, 0xda, 0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3f, 0x00, 0x12, 0x34, 0x56, 0xff, 0xd9,
]);

/** An archive without entries: its end mark is all that makes one. */
export const archive = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]);
