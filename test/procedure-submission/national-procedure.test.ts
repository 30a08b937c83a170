import { describe, expect, test } from 'vitest';
import proceduresJson from '../../infra/local/seed/procedures.json' with { type: 'json' };
import { readDraft } from '../../functions/procedure-submission/draft-faults.ts';
import { exportCatalogue } from '../../functions/procedure-submission/export-catalogue.ts';
import { toNational } from '../../shared/contracts/to-national.ts';
import { importCatalogue } from '../../functions/procedure-submission/import-catalogue.ts';
import { fromNational } from '../../functions/procedure-submission/import-procedure.ts';
import type { ProcedureView } from '../../shared/contracts/procedure.ts';
import { catalogueInMemory, cause, editionOfSeed, editor, viewOf } from './catalogue-fixtures.ts';

const codes = proceduresJson.map(({ code }) => code);
const sentOf = (code: string) => JSON.parse(JSON.stringify(toNational(code, editionOfSeed(code), '000.00.00.H30'))) as Record<string, unknown>;
let keys = 0;
const asked = () => ({ requestKey: { id: `import-${++keys}`, fingerprint: 'x' }, cause: cause() });
const desk = (...views: ProcedureView[]) => {
  const procedures = catalogueInMemory(...views);
  return { procedures, take: (list: unknown[], toReview = false) => importCatalogue({ procedures, works: procedures.works })({ procedures: list, toReview, asked: asked() }, editor) };
};

describe('the shape of the national portal', () => {
  test.each(codes)('%s goes out and comes back as it was', (code) => {
    const { content, refusals, notTaken } = fromNational(sentOf(code));
    expect(refusals).toEqual([]);
    expect(notTaken).toEqual([]);
    expect(content).toEqual(editionOfSeed(code));
    expect(readDraft(code, content).edition).toEqual(editionOfSeed(code));
  });
  test('has its keys and figures where a reader of the national portal looks for them', () => {
    const sent = toNational('1.001193', editionOfSeed('1.001193'), '000.00.00.H30');
    expect(sent).toMatchObject({ MATTHC: '1.001193', TENTTHC: 'Đăng ký khai sinh', MACOQUANCONGBO: '000.00.00.H30', TRANGTHAI: '1', LINHVUCTHUCHIEN: [{ TENLINHVUC: 'Hộ tịch' }] });
    expect(sent.CACHTHUCTHUCHIEN?.map(({ KENH }) => KENH)).toEqual(['1', '2', '3']);
    expect(sent.CACHTHUCTHUCHIEN?.[0]?.THOIGIAN?.[0]).toMatchObject({ THOIGIANGIAIQUYET: 0, DONVITINH: 'Ngày làm việc', PHILEPHI: [{ SOTIEN: 0, DONVI: 'Đồng' }] });
    expect(sent.THANHPHANHOSO?.[0]?.GIAYTO?.[0]).toHaveProperty('TENGIAYTO');
  });
  test('as others send it: no extension, figures as text, codes with their province', () => {
    const { content, refusals, notTaken } = fromNational({
      MATTHC: '1.001612.000.00.00.H29', TENTTHC: 'Đăng ký thành lập hộ kinh doanh', TRANGTHAI: 1, LINHVUCTHUCHIEN: [{ MALINHVUC: 'G05', TENLINHVUC: 'Hộ kinh doanh' }], YEUCAU: 'Không',
      CACHTHUCTHUCHIEN: [{ KENH: 1, THOIGIAN: [{ THOIGIANGIAIQUYET: '3', DONVITINH: 'ngày làm việc', MOTA: '', PHILEPHI: [{ MAPHILEPHI: '', SOTIEN: '100000', DONVI: 'Đồng', MOTA: 'Lệ phí' }] }] }],
      THANHPHANHOSO: [{ TRUONGHOP: 'Thành lập mới', GIAYTO: [{ TENGIAYTO: 'Giấy đề nghị' }] }, { TRUONGHOP: 'Đăng ký lại', GIAYTO: [{ TENGIAYTO: 'Giấy đề nghị' }] }],
    });
    expect(refusals).toEqual([]);
    expect(notTaken).toEqual([]);
    expect(content).toMatchObject({ conditions: 'Không', national: { fieldCode: 'G05' } });
    expect(content).toMatchObject({ status: 'open', acceptsOnline: false, cases: [{ id: 'thanh-lap-moi', channels: [{ channel: 'direct', term: { parts: [{ amount: 3, unit: 'WORKING_DAY' }] }, fee: { kind: 'amount', vnd: 100_000, per: { vi: 'Lệ phí' } } }] }, { id: 'dang-ky-lai' }] });
    // what the wire does not say is asked, and no draft of it can be published before it is answered
    expect(readDraft('1.001612', content).faults.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(['/name/en', '/level', '/receivedBy', '/effectiveFrom']));
    expect(content?.['unsettled']).toHaveLength(3);
  });
  test('as we sent it before the extension named its cases: read as others’, and what the extension had answered is asked', () => {
    const earlier = sentOf('1.001193');
    delete (earlier['HAUGIANG'] as { cases?: unknown }).cases;
    const { content, refusals, notTaken } = fromNational(earlier);
    expect([refusals, notTaken]).toEqual([[], ['HAUGIANG']]);
    expect(content?.['cases']).toHaveLength(editionOfSeed('1.001193').cases.length);
    expect(content).toMatchObject({ unsettled: [{ at: '/name/en' }, { at: '/receivedBy' }, { at: '/cases' }] });
    // nothing of what is left aside is guessed
    expect(content).not.toHaveProperty('level');
  });
  test('what is wrong is refused with its path', () => {
    const wrong = (change: (sent: Record<string, unknown>) => void) => { const sent = structuredClone(sentOf('1.001193')); change(sent); return fromNational(sent).refusals.map(({ path, code }) => `${path} ${code}`); };
    const time = (sent: Record<string, unknown>): Record<string, unknown> => (sent as { CACHTHUCTHUCHIEN: [{ THOIGIAN: [Record<string, unknown>] }] }).CACHTHUCTHUCHIEN[0].THOIGIAN[0];
    const at = 'CACHTHUCTHUCHIEN[0].THOIGIAN[0]';
    expect(wrong((sent) => { time(sent)['THOIGIANGIAIQUYET'] = 'ba ngày'; })).toEqual([`${at}.THOIGIANGIAIQUYET field.type`]);
    expect(wrong((sent) => { time(sent)['THOIGIANGIAIQUYET'] = -1; })).toEqual([`${at}.THOIGIANGIAIQUYET field.too-small`]);
    expect(wrong((sent) => { time(sent)['DONVITINH'] = 'tuần trăng'; })).toEqual([`${at}.DONVITINH field.not-listed`]);
    expect(wrong((sent) => { time(sent)['THOIGIANGIAIQUYET'] = 4; })).toEqual([`${at}.HAUGIANG.term import.disagrees`]);
    for (const [amount, code] of [[-5, 'money.negative'], ['9'.repeat(19), 'money.too-large'], [8000.5, 'money.malformed']] as const) {
      expect(wrong((sent) => { time(sent)['PHILEPHI'] = [{ SOTIEN: amount }]; })).toEqual([`${at}.PHILEPHI[0].SOTIEN ${code}`]);
    }
    expect(wrong((sent) => { Object.assign(sent, { MATTHC: '9.123' }); Object.assign((sent as { CACHTHUCTHUCHIEN: [object] }).CACHTHUCTHUCHIEN[0], { KENH: '7' }); })).toEqual(['MATTHC procedure-code.malformed', 'CACHTHUCTHUCHIEN[0].KENH field.not-listed']);
    expect(wrong((sent) => { sent['TENTTHC'] = 'Đăng ký\u202e'; Object.assign(time(sent), { THOIGIANGIAIQUYET: null }); })).toEqual(['TENTTHC text.control', `${at}.THOIGIANGIAIQUYET field.missing`]);
    expect(wrong((sent) => { delete (time(sent) as { HAUGIANG?: { case?: string } }).HAUGIANG?.case; })).toContain('CACHTHUCTHUCHIEN[0].THOIGIAN[1].MOTA import.case-unclear');
    expect(fromNational('không phải thủ tục').refusals).toEqual([{ path: '', code: 'field.type' }]);
  });
});

describe('an import', () => {
  test('makes drafts, once; what is complete goes on to review when asked', async () => {
    const { procedures, take } = desk();
    const sent = codes.slice(0, 3).map(sentOf);
    expect((await take(sent)).map(({ outcome, state }) => [outcome, state])).toEqual([['imported', 'draft'], ['imported', 'draft'], ['imported', 'draft']]);
    expect((await take(sent, true)).map(({ outcome, state }) => [outcome, state])).toEqual([['unchanged', 'in-review'], ['unchanged', 'in-review'], ['unchanged', 'in-review']]);
    expect((await procedures.works.load(codes[0] ?? '')).history.map(({ act }) => act)).toEqual(['save', 'submit']);
  });
  test('refuses a code that stands twice, both times, and takes the others', async () => {
    const { procedures, take } = desk();
    const [a, b] = [sentOf('1.001193'), sentOf('1.000894')] as const;
    expect((await take([a, b, { ...a, TENTTHC: 'Khác' }])).map(({ outcome, refused }) => [outcome, refused.map(({ path, code }) => [path, code])])).toEqual([
      ['refused', [['MATTHC', 'import.code-twice']]], ['imported', []], ['refused', [['MATTHC', 'import.code-twice']]],
    ]);
    expect((await procedures.works.load('1.001193')).revision).toBe(0);
  });
  test('leaves what is published and equal, and does not write over another draft', async () => {
    const { take } = desk(viewOf('1.001193'));
    expect((await take([sentOf('1.001193')]))[0]?.outcome).toBe('unchanged');
    const changed = { ...sentOf('1.001193'), TENTTHC: 'Tên mới' };
    expect((await take([changed]))[0]?.outcome).toBe('imported');
    expect((await take([{ ...changed, TENTTHC: 'Tên khác' }]))[0]?.refused).toMatchObject([{ path: 'MATTHC', code: 'import.draft-exists' }]);
  });
});

test('an export is read page by page, each procedure once', async () => {
  const give = exportCatalogue({ procedures: catalogueInMemory(...codes.map(viewOf)) });
  const found: string[] = [];
  let after: string | undefined;
  do {
    const page = await give(after, editor, new Date('2026-11-22T02:00:00Z'));
    found.push(...page.items.map(({ MATTHC }) => String(MATTHC)));
    after = page.after;
  } while (after !== undefined);
  expect(found.toSorted()).toEqual(codes.toSorted());
});
