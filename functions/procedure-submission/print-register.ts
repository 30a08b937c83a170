import type { RegisterRow } from '../../shared/contracts/form-routes.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { printFileKey, printType, type PrintStore, type RegisterPrint } from './register-print.ts';
import { registerRow } from './register-row.ts';
import type { RegisterStore } from './register.repository.ts';

type Draw = (print: RegisterPrint, rows: readonly RegisterRow[]) => Promise<Uint8Array>;
type Deps = {
  readonly prints: Pick<PrintStore, 'find' | 'ready'>; readonly register: RegisterStore;
  readonly files: { readonly put: (file: { key: string; bytes: Uint8Array; contentType: string }) => Promise<void> };
  readonly draw: Readonly<Record<RegisterPrint['format'], Draw>>;
};

/**
 * Makes the file that was asked for: every line of the month, then the file, then the word that it is ready. Asked again,
 * a file that is ready stays; a print that has expired meanwhile is nobody's any more.
 */
export const printRegister = ({ prints, register, files, draw }: Deps) => async (printId: string): Promise<void> => {
  const print = await prints.find(printId);
  if (print === undefined) throw new DomainError('not-found', 'the print of an event');
  if (print.rows !== undefined) return;
  const rows: RegisterRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await register.received(print.agency, print.month, cursor);
    rows.push(...page.items.map(registerRow));
    cursor = page.cursor;
  } while (cursor !== undefined);
  await files.put({ key: printFileKey(print), bytes: await draw[print.format](print, rows), contentType: printType(print) });
  await prints.ready(printId, rows.length);
};
