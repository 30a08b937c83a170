import { registerCells, registerColumns } from '../../shared/contracts/register-table.ts';
import type { RegisterRow } from '../../shared/contracts/form-routes.ts';
import { localDate, localParts } from '../../shared/kernel/vietnam-time.ts';
import { heading } from './form.pdf.ts';
import { formInForce } from './issued-forms.ts';
import { column, drawPdf, keep, passage, type Document, type Fonts } from './pdf-document.ts';
import type { RegisterPrint } from './register-print.ts';
import { drawTable } from './table.pdf.ts';

const two = (value: number): string => String(value).padStart(2, '0');
/** `09:05 22/11/2026`: as short as a column of twelve wants it. */
const shortTime = (instant: string): string => {
  const { hour, minute, day, month, year } = localParts(new Date(instant));
  return `${two(hour)}:${two(minute)} ${two(day)}/${two(month)}/${year}`;
};

/** The register of a month as a PDF/A, in the form of the regulation in force on the day it is asked for. */
export const renderRegister = ({ agencyName, month, requestedAt }: Pick<RegisterPrint, 'agencyName' | 'month' | 'requestedAt'>, rows: readonly RegisterRow[], fonts: Fonts): Promise<Uint8Array> => {
  const issuedAt = new Date(requestedAt);
  const form = formInForce('register', localDate(issuedAt));
  const monthText = `Tháng ${month.slice(5)} năm ${month.slice(0, 4)}`;
  const said = (doc: Document, text: string) => passage(doc, 'P', () => {
    const { x, width } = column(doc);
    keep(doc, 90);
    doc.font('regular').fontSize(11).text(text, x, doc.y, { width, align: 'center' }).moveDown(0.8);
  });
  const table = { columns: registerColumns.map(({ label, share }) => ({ label: label.vi, share })), rows: rows.map((row, index) => registerCells(row, index, { language: 'vi', time: shortTime })) };
  return drawPdf({ title: `${form.title} ${monthText}`, author: agencyName, at: issuedAt, runningHead: `${form.number} · ${agencyName} · ${monthText}`, landscape: true }, fonts, [
    (doc) => heading(doc, { agency: agencyName, form, issuedAt }), (doc) => [said(doc, monthText)],
    (doc) => (rows.length === 0 ? [said(doc, 'Tháng này chưa tiếp nhận hồ sơ nào.')] : [drawTable(doc, table, 7.5)]),
    (doc) => [said(doc, `Tổng số: ${rows.length} hồ sơ. Sổ được lập từ dữ liệu của hệ thống lúc ${shortTime(requestedAt)}.`)],
  ]);
};
