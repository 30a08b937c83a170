import { randomUUID } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

export const BIRTH = '1.001193';
export const firstWard = 'H30.19.01';

/** The smallest file that is a PDF to a careful reader; `mark` makes its bytes its own. */
export const smallPdf = (mark: string = randomUUID()): Buffer => Buffer.from([
  '%PDF-1.4', `% ${mark}`, '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj', '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj', 'trailer<</Root 1 0 R>>', '%%EOF', '',
].join('\n'));

const chunk = (type: string, data: Buffer): Buffer => {
  const [length, body, check] = [Buffer.alloc(4), Buffer.concat([Buffer.from(type), data]), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};
/** A picture as a phone would send it, in one shade of grey. */
export const smallPng = (width = 60, height = 80): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => Buffer.from([0, ...Array.from({ length: width }, (_, x) => x * 4)]))))), chunk('IEND', Buffer.alloc(0))]);
};

export const birthAnswers: Readonly<Record<string, string>> = {
  'applicant-name': 'Công Dân 01', 'applicant-national-id': '093090000001', 'applicant-birth-date': '1990-05-20', 'applicant-address': 'Khu vực 3, phường I, TP Vị Thanh',
  'applicant-phone': '0912345678', 'applicant-email': 'congdan01@example.vn', 'applicant-relation': 'me',
  'child-name': 'Trẻ Em 01', 'child-birth-date': '2026-11-01', 'child-sex': 'nu', 'child-birthplace': 'Bệnh viện Đa khoa tỉnh Hậu Giang',
  'child-ethnicity': 'Kinh', 'child-nationality': 'Việt Nam', 'child-hometown': 'Vị Thanh, Hậu Giang', 'copies-wanted': 'khong', declaration: 'cam-doan',
};

/** Answers to the form that most procedures share. */
export const commonAnswers: Readonly<Record<string, string>> = {
  'applicant-name': 'Công Dân 01', 'applicant-national-id': '093090000001', 'applicant-address': 'Khu vực 3, phường I, TP Vị Thanh',
  'applicant-phone': '0912345678', 'applicant-email': 'congdan01@example.vn', 'request-content': 'Đề nghị giải quyết theo hồ sơ kèm theo.',
};

export const birthDraft = (uploadId: string, over: Record<string, unknown> = {}): Record<string, unknown> => ({
  case: 'dung-han', channel: 'online', agency: firstWard, answers: birthAnswers, attachments: [{ paperId: 'giay-chung-sinh', uploadId }], ...over,
});
