import { expect, test } from 'vitest';
import { csvText } from '../../web/desk/csv.ts';

test('a table for a spreadsheet is quoted, in UTF-8 with its mark', () => {
  expect(csvText([['Người nộp', 'Ghi "chú"'], ['Trần, Ngã Bảy', '']])).toBe('\uFEFF"Người nộp","Ghi ""chú"""\r\n"Trần, Ngã Bảy",""\r\n');
});

test.each(['=1+1', '+84900000000', '-2', '@SUM(A1)', '\t=1', '\r=1'])('what a spreadsheet would run is a text: %j', (typed) => {
  expect(csvText([[typed]])).toBe(`\uFEFF"'${typed}"\r\n`);
});
