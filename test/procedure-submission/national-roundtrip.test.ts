import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDraft } from '../../functions/procedure-submission/draft-faults.ts';
import { fromNational } from '../../functions/procedure-submission/import-procedure.ts';
import type { ProcedureEdition } from '../../shared/contracts/procedure.ts';
import { toNational } from '../../shared/contracts/to-national.ts';
import { editionOfSeed } from './catalogue-fixtures.ts';

type Record_ = Record<string, unknown>;
const seed = 20_201_002;

const words = (most = 3) => fc.array(fc.constantFrom('Đăng ký', 'khai sinh', 'tờ khai', 'NĐ 123/2015', 'bản sao', 'lệ phí', 'Hậu Giang', 'ủy quyền'.normalize('NFD'), '3 ngày', '100%'), { minLength: 1, maxLength: most }).map((some) => some.join(' '));
const perhaps = <T,>(some: fc.Arbitrary<T>) => fc.oneof(some, fc.constant(''), fc.constant(null), fc.constant(undefined));
/** Members a record may have that nobody here reads. */
const others = (...keys: readonly string[]) => fc.dictionary(fc.constantFrom(...keys), fc.oneof(words(), fc.constant(null), fc.integer(), fc.array(fc.record({ MADONVI: words(1), TENDONVI: words() }), { maxLength: 2 })), { maxKeys: 2 });
const withOthers = <T extends object>(some: fc.Arbitrary<T>, ...keys: readonly string[]) => fc.tuple(some, others(...keys)).map(([plain, more]) => ({ ...more, ...plain }));
const list = <T,>(item: fc.Arbitrary<T>, most: number) => fc.oneof(fc.array(item, { maxLength: most }), fc.constant(null), fc.constant(undefined));
const named = (code: string, name: string, ...more: readonly string[]) => withOthers(fc.record({ [code]: perhaps(words(1)), [name]: perhaps(words()) }), ...more, 'GHICHU');

const amount = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9_000_000_000 }), fc.integer({ min: 1, max: 500_000 }).map(String));
const fee = withOthers(fc.oneof(
  fc.record({ MAPHILEPHI: perhaps(words(1)), SOTIEN: amount, DONVI: fc.oneof(fc.constant('Đồng'), perhaps(words(1))), MOTA: perhaps(words()) }),
  fc.record({ MAPHILEPHI: perhaps(words(1)), SOTIEN: fc.constant(null), DONVI: perhaps(words(1)), MOTA: words() }),
), 'TENTEP', 'URL');
const unit = fc.constantFrom('Ngày làm việc', 'ngày', 'GIỜ LÀM VIỆC', 'Tháng');
const time = (said: fc.Arbitrary<unknown>) => fc.tuple(fc.oneof(fc.record({ THOIGIANGIAIQUYET: fc.oneof(fc.nat(400), fc.nat(400).map(String)), DONVITINH: unit }), fc.constant({ THOIGIANGIAIQUYET: null, DONVITINH: '' }), fc.constant({})), said, list(fee, 3), others('THOIGIANNIEMYET'))
  .map(([term, MOTA, PHILEPHI, more]) => ({ ...more, ...term, MOTA, PHILEPHI }));
const paper = withOthers(fc.record({ MAGIAYTO: perhaps(words(1)), TENGIAYTO: words(), TENMAUDON: perhaps(words()), URL: perhaps(fc.constant('https://example.vn/mau.doc')) }), 'SOBANCHINH', 'SOBANSAO', 'MA_KQ_THAYTHE');

/** Cases and times that belong together: by name, one for all, or several times beside one list of papers. */
const cases = fc.uniqueArray(words(2), { maxLength: 4 }).chain((names) => fc.record({
  THANHPHANHOSO: fc.tuple(...names.map((TRUONGHOP) => fc.record({ TRUONGHOP: fc.constant(TRUONGHOP), GIAYTO: list(paper, 5) }))),
  CACHTHUCTHUCHIEN: fc.uniqueArray(fc.constantFrom('1', '2', '3'), { minLength: 1 }).chain((channels) => fc.tuple(...channels.map((KENH) => fc.record({
    KENH: fc.constantFrom<unknown>(KENH, Number(KENH)),
    THOIGIAN: fc.oneof(
      time(perhaps(words())).map((one) => [one]), fc.constant([]),
      ...(names.length > 1 ? [fc.tuple(...names.map((name) => time(fc.constant(name))))] : [fc.uniqueArray(words(), { minLength: 2, maxLength: 4 }).chain((said) => fc.tuple(...said.map((name) => time(fc.constant(name)))))]),
    ),
  })))),
}));

const record = fc.tuple(
  withOthers(fc.record({
    MATTHC: fc.constantFrom('1.001612', '2.000889.000.00.00.H29'), TENTTHC: words(6), MACOQUANCONGBO: perhaps(fc.constant('000.00.00.G09')), TRANGTHAI: fc.constantFrom<unknown>('1', 1, '0', 2),
    LINHVUCTHUCHIEN: fc.tuple(fc.record({ MALINHVUC: perhaps(words(1)), TENLINHVUC: words() }), fc.array(named('MALINHVUC', 'TENLINHVUC'), { maxLength: 2 })).map(([first, more]) => [first, ...more]),
    COQUANTHUCHIEN: list(named('MADONVI', 'TENDONVI'), 3), DOITUONGTHUCHIEN: list(named('MADOITUONG', 'TENDOITUONG'), 3), MOTADOITUONGTHUCHIEN: perhaps(words(6)),
    TRINHTUTHUCHIEN: list(withOthers(fc.record({ TRUONGHOP: perhaps(words()), TRINHTU: list(withOthers(fc.record({ TENTRINHTU: perhaps(words(9)) }), 'THUTU'), 4) }), 'GHICHU'), 3),
    KETQUATHUCHIEN: list(named('MAKETQUA', 'TENKETQUA', 'TENTEP', 'URL'), 3), CANCUPHAPLY: list(withOthers(fc.record({ SOVANBAN: perhaps(words(1)), TENVANBAN: perhaps(words()) }), 'COQUANBANHANH', 'NGAYHIEULUC', 'DIACHITRUYCAP'), 3),
    YEUCAU: perhaps(words(20)),
  }), 'CAPTHUCHIEN', 'COQUANPHOIHOP', 'MADONGBO'), cases,
).map(([plain, more]) => ({ ...plain, ...more }) as Record_);

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
/** What a record says, however it is spelled: nothing as nothing, texts composed, figures as figures, units and codes by their meaning, ways to file and their times in an order of their own. */
const said = (value: unknown, key = ''): unknown => {
  if (key === 'KENH' || key === 'TRANGTHAI') return String(value);
  if (key === 'MATTHC') return String(value).slice(0, 8);
  if ((key === 'SOTIEN' || key === 'THOIGIANGIAIQUYET') && typeof value === 'string') return Number(value);
  if (typeof value === 'string') return key === 'DONVITINH' ? value.normalize('NFC').toLowerCase() : value.normalize('NFC').trim();
  if (Array.isArray(value)) {
    const items = value.map((item) => said(item));
    if (key === 'THOIGIAN') return items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    return key === 'CACHTHUCTHUCHIEN' ? items.toSorted((a, b) => ((a as Record_)['KENH'] as string).localeCompare((b as Record_)['KENH'] as string)) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([name, inner]) => name !== 'HAUGIANG' && !isEmpty(inner)).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, said(inner, name)]));
};

/** What an editor fills in before a record of others can be published. */
const completed = (content: Record_): Record_ => ({
  ...content, name: { ...content['name'] as object, en: 'Name' }, field: { ...content['field'] as object, en: 'Field' }, level: 'commune', effectiveFrom: '2027-01-01', receivedBy: { kind: 'level', level: 'commune' },
});

describe('a record of the national portal', () => {
  test('that is taken in goes out again with everything it said', () => {
    let taken = 0;
    fc.assert(fc.property(record, (sent) => {
      const { code, content, refusals, notTaken } = fromNational(JSON.parse(JSON.stringify(sent)));
      expect(refusals).toEqual([]);
      expect(notTaken).toEqual([]);
      const { edition, faults } = readDraft(code, completed(content as Record_));
      expect(faults).toEqual([]);
      expect(said(toNational(code, edition as ProcedureEdition, '000.00.00.H30'))).toEqual(said(sent));
      taken++;
    }), { seed, numRuns: 200 });
    expect(taken).toBe(200);
  });
  test('that mixes cases is taken in whole or refused, never changed on the way', () => {
    const name = fc.constantFrom('', 'Mới', 'Lại');
    const mixed = fc.record({
      MATTHC: fc.constant('1.001612'), TENTTHC: words(), TRANGTHAI: fc.constant('1'), LINHVUCTHUCHIEN: fc.constant([{ TENLINHVUC: 'Hộ tịch' }]),
      THANHPHANHOSO: fc.array(fc.record({ TRUONGHOP: name, GIAYTO: list(paper, 2) }), { maxLength: 3 }),
      CACHTHUCTHUCHIEN: fc.array(fc.record({ KENH: fc.constantFrom('1', '2'), THOIGIAN: fc.array(time(name), { maxLength: 3 }) }), { maxLength: 3 }),
    });
    const outcomes = { taken: 0, refused: 0 };
    fc.assert(fc.property(mixed, (sent) => {
      const { code, content, refusals } = fromNational(JSON.parse(JSON.stringify(sent)));
      outcomes[content === undefined ? 'refused' : 'taken']++;
      if (content === undefined) { expect(refusals.length).toBeGreaterThan(0); return; }
      const { edition } = readDraft(code, completed(content as Record_));
      const rows = (value: unknown): unknown => Object.values(Object.groupBy((said(value) as { CACHTHUCTHUCHIEN: { KENH: string; THOIGIAN?: unknown[] }[] }).CACHTHUCTHUCHIEN, ({ KENH }) => KENH)).map((same) => (same ?? []).flatMap(({ THOIGIAN = [] }) => THOIGIAN.map((row) => JSON.stringify(row))).toSorted((a, b) => (a < b ? -1 : 1)));
      const back = toNational(code, edition as ProcedureEdition, '');
      expect(rows(back)).toEqual(rows(sent));
      expect((said(back) as Record_)['THANHPHANHOSO']).toEqual((said(sent) as Record_)['THANHPHANHOSO']);
    }), { seed, numRuns: 300 });
    expect(Math.min(outcomes.taken, outcomes.refused)).toBeGreaterThan(50);
  });
});

describe('a version of ours', () => {
  const coded = fc.record({ code: fc.constantFrom('', 'A1'), name: words() });
  const more = fc.record({
    conditions: words(9), applicants: fc.record({ groups: fc.array(coded, { minLength: 1, maxLength: 2 }), text: words() }), executedBy: fc.array(coded.map((one) => ({ ...one, code: 'H30' })), { maxLength: 2 }),
    results: fc.array(coded, { minLength: 2, maxLength: 3 }), proceeding: fc.array(fc.record({ name: words(), steps: fc.array(fc.record({ text: words(9) }), { maxLength: 3 }) }), { minLength: 1, maxLength: 2 }),
    national: fc.record({ publisher: fc.constant('G09'), fieldCode: fc.constant('G09-HT'), moreFields: fc.array(coded, { minLength: 1, maxLength: 2 }) }),
    fee: fc.oneof(fc.constant({ kind: 'amount', vnd: 0 } as const), fc.record({ kind: fc.constant('items' as const), items: fc.array(fc.record({ vnd: fc.nat(), unit: fc.constantFrom('', 'Đồng'), text: words() }), { minLength: 1, maxLength: 3 }) }), fc.record({ kind: fc.constant('amount' as const), vnd: fc.nat(), per: fc.constant({ vi: 'bản', en: 'copy' }) })),
    feeDue: fc.constantFrom('on-receipt', 'on-supplement', 'on-return'), wording: words(), papersAs: words(), url: fc.constantFrom('', 'https://example.vn/mau.doc'), shared: fc.boolean(),
  }, { requiredKeys: [] });
  test.each(['1.001193', '1.004222', '1.000656'])('%s with any of what the wire can say comes back as it was', (code) => {
    const plain = editionOfSeed(code);
    fc.assert(fc.property(more, ({ fee: own, feeDue, wording, papersAs, url, shared, ...facts }) => {
      const edition = JSON.parse(JSON.stringify({
        ...plain, ...facts,
        cases: plain.cases.map((one, index) => ({
          ...one, ...(papersAs === undefined || (index > 0 && shared !== true) ? {} : { papersAs }), channels: one.channels.map((row, at) => ({ ...row, ...(own === undefined || at > 0 ? {} : { fee: own }), ...(feeDue === undefined || at > 0 ? {} : { feeDue }), ...(wording === undefined || (index > 0 && shared !== true) ? {} : { wording }) })),
          papers: one.papers.map((each) => ({ ...each, ...(url === undefined ? {} : { code: 'GT1', form: { name: 'Mẫu', ...(url === '' ? {} : { url }) } }) })),
        })),
      })) as ProcedureEdition;
      const { content, refusals } = fromNational(JSON.parse(JSON.stringify(toNational(code, edition, '000.00.00.H30'))));
      expect(refusals).toEqual([]);
      expect(readDraft(code, content).edition).toEqual(readDraft(code, edition).edition);
    }), { seed, numRuns: 50 });
  });
});
