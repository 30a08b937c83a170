import writeXlsx from 'write-excel-file/universal';
import type { RegisterRow } from '../../shared/contracts/form-routes.ts';
import { registerCells, registerColumns } from '../../shared/contracts/register-table.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { formInForce } from './issued-forms.ts';
import type { RegisterPrint } from './register-print.ts';

/** A spreadsheet knows no zones: the instant is written as the clock on the wall in Việt Nam showed it. */
const wallTime = (instant: string) => ({ value: new Date(Date.parse(instant) + 7 * 3_600_000), type: Date, format: 'dd/mm/yyyy hh:mm' } as const);

/** The register of a month as a spreadsheet: instants are dates one can sort and count by, and no text is ever a formula. */
export const registerSheet = async ({ agencyName, month, requestedAt }: Pick<RegisterPrint, 'agencyName' | 'month' | 'requestedAt'>, rows: readonly RegisterRow[]): Promise<Uint8Array> => {
  const { title, number, regulation } = formInForce('register', localDate(new Date(requestedAt)));
  const text = (value: string) => ({ value, type: String, wrap: true, alignVertical: 'top' } as const);
  const blob = await writeXlsx([
    [{ value: `${title}, tháng ${month.slice(5)}/${month.slice(0, 4)}`, fontWeight: 'bold', fontSize: 14 }], [`${agencyName} · ${number} (${regulation})`], [],
    registerColumns.map(({ label }) => ({ value: label.vi, fontWeight: 'bold', wrap: true, backgroundColor: '#E3EFEA' })),
    ...rows.map((row, index) => registerCells(row, index, { language: 'vi', time: wallTime }).map((cell, place) => {
      if (place === 0) return { value: index + 1, type: Number };
      if (typeof cell !== 'string') return { ...cell, alignVertical: 'top' as const };
      return cell === '' ? null : text(cell);
    })),
  ], { sheet: `${month}`, columns: registerColumns.map(({ share }) => ({ width: share * 2 })), stickyRowsCount: 4, orientation: 'landscape' }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
};
