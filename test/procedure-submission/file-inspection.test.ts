import { describe, expect, it } from 'vitest';
import { inspect } from '../../shared/runtime/uploads/file-inspection.ts';
import { cleanFileName } from '../../shared/runtime/uploads/upload.ts';
import { problems } from '../../shared/contracts/problems.ts';
import { fileSentences } from '../../web/client/files.gen.ts';
import { announced, archive, jpeg, pdf, png } from './support/files.ts';

const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
/** any bytes at all, three-letter names among them */
const noise = Array.from({ length: 400 }, (_, index) => `/JS ${String.fromCharCode(index % 256)}`).join('');

describe('a file that is what it says', () => {
  it.each([
    ['a PDF', pdf(), 'application/pdf'], ['a PDF whose streams hold any bytes', pdf({ inside: `4 0 obj\n<< /Length 9 >>\nstream\n${noise}\nendstream\nendobj\n` }), 'application/pdf'],
    ['a PDF with a line more at its end', pdf({ after: '\r\n \n' }), 'application/pdf'], ['a PNG', png(2480, 3508), 'image/png'], ['a JPEG of a telephone', jpeg(4000, 3000), 'image/jpeg'],
    ['a JPEG with a maker’s note behind it', Buffer.concat([jpeg(4000, 3000), Buffer.from('SEFT maker note')]), 'image/jpeg'],
  ] as const)('passes: %s', async (_, bytes, type) => { expect(await inspect(bytes, announced(bytes, type))).toBeUndefined(); });
});

describe('a file that is not', () => {
  it.each([
    ['text called PDF', Buffer.from('just text'), 'application/pdf', 'file-type-mismatch'],
    ['an executable called PDF', Buffer.from('MZ\x90\x00\x03'), 'application/pdf', 'file-type-mismatch'],
    ['PNG called JPEG', png(10, 10), 'image/jpeg', 'file-type-mismatch'],
    ['PDF called PNG', pdf(), 'image/png', 'file-type-mismatch'],
    ['scripted SVG called PNG', Buffer.from(svg), 'image/png', 'file-type-mismatch'],
    ['HTML called JPEG', Buffer.from('<!doctype html><script>1</script>'), 'image/jpeg', 'file-type-mismatch'],
    ['the antivirus test file', Buffer.from(eicar), 'application/pdf', 'file-type-mismatch'],
    ['an archive called PDF', archive, 'application/pdf', 'file-type-mismatch'],
    ['PDF that does not begin as one', pdf({ before: 'GIF89a' }), 'application/pdf', 'file-type-mismatch'],
    ['PDF and archive in one', pdf({ after: archive.toString('latin1') }), 'application/pdf', 'file-type-mismatch'],
    ['PDF, archive inside and an end again', pdf({ inside: `${archive.toString('latin1')}\n` }), 'application/pdf', 'file-type-mismatch'],
    ['PDF and page in one', pdf({ inside: '<html><script>1</script>\n' }), 'application/pdf', 'file-type-mismatch'],
    ['PDF without an end', pdf().subarray(0, 200), 'application/pdf', 'file-type-mismatch'],
    ['PDF with a script', pdf({ inside: '4 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj\n' }), 'application/pdf', 'file-active-content'],
    ['PDF with a script under another spelling', pdf({ inside: '4 0 obj\n<< /S /Java#53cript >>\nendobj\n' }), 'application/pdf', 'file-active-content'],
    ['PDF that starts programs', pdf({ inside: '4 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj\n' }), 'application/pdf', 'file-active-content'],
    ['PDF with a file inside', pdf({ inside: '4 0 obj\n<< /Type /EmbeddedFile >>\nendobj\n' }), 'application/pdf', 'file-active-content'],
    ['PNG of a few bytes and billions of pixels', png(100_000, 100_000), 'image/png', 'file-too-large'],
    ['JPEG of a few bytes and billions of pixels', jpeg(65_000, 65_000), 'image/jpeg', 'file-too-large'],
    ['PNG without width', png(0, 10), 'image/png', 'file-type-mismatch'],
    ['PNG and archive in one', Buffer.concat([png(10, 10), archive]), 'image/png', 'file-type-mismatch'],
    ['PNG with anything behind it', Buffer.concat([png(10, 10), Buffer.from('x')]), 'image/png', 'file-type-mismatch'],
    ['PNG cut off', png(10, 10).subarray(0, 50), 'image/png', 'file-type-mismatch'],
    ['JPEG and archive in one', Buffer.concat([jpeg(10, 10), archive]), 'image/jpeg', 'file-type-mismatch'],
    ['JPEG and page in one', Buffer.concat([jpeg(10, 10), Buffer.from(svg)]), 'image/jpeg', 'file-type-mismatch'],
    ['JPEG cut off', jpeg(10, 10).subarray(0, 22), 'image/jpeg', 'file-type-mismatch'],
    ['nothing', Buffer.alloc(0), 'application/pdf', 'file-type-mismatch'],
  ] as const)('is refused: %s', async (_, bytes, type, problem) => { expect(await inspect(bytes, announced(bytes, type))).toBe(problem); });

  it('is told on the page by its own sentence, whatever is wrong with it', () => {
    const told = ['file-type-not-accepted', 'file-empty', 'file-too-large', 'file-checksum-mismatch', 'file-type-mismatch', 'file-active-content', 'upload-refused', 'upload-not-checked'] as const;
    expect(Object.keys(fileSentences).toSorted()).toEqual([...told].toSorted());
    for (const code of told) expect(fileSentences[code]).toEqual(problems[code]);
  });

  it('one byte too many, one too few, one changed', async () => {
    const bytes = pdf();
    const said = announced(bytes, 'application/pdf');
    expect(await inspect(Buffer.concat([bytes, Buffer.from(' ')]), said)).toBe('file-too-large');
    expect(await inspect(bytes.subarray(0, -1), said)).toBe('file-checksum-mismatch');
    const changed = Buffer.from(bytes);
    changed[100] = (changed[100] ?? 0) ^ 1;
    expect(await inspect(changed, said)).toBe('file-checksum-mismatch');
  });

  it('reads 10 MiB of anything without stumbling', async () => {
    let seed = 7;
    const bytes = Buffer.from(Uint8Array.from({ length: 10 * 1024 * 1024 }, () => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) >> 16));
    for (const [head, type] of [[pdf(), 'application/pdf'], [png(9, 9).subarray(0, 40), 'image/png'], [jpeg(9, 9).subarray(0, 20), 'image/jpeg']] as const) {
      const whole = Buffer.concat([head, bytes]);
      expect(await inspect(whole, announced(whole, type))).toBe('file-type-mismatch');
    }
  });
});

describe('a file’s name', () => {
  it.each([
    ['../../etc/passwd', 'passwd'], ['C:\\fakepath\\giấy tờ.pdf', 'giấy tờ.pdf'], ['..', 'tep'], ['a"b;c.pdf', 'a_b_c.pdf'], ['.htaccess', 'htaccess'],
    ['Giấy chứng sinh.pdf'.normalize('NFD'), 'Giấy chứng sinh.pdf'], ['x\r\nSet-Cookie: a.pdf', 'x__Set-Cookie_ a.pdf'],
  ])('%j becomes %j', (given, kept) => { expect(cleanFileName(given)).toBe(kept); });
});
