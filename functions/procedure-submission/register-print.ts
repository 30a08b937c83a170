import { RegisterPrintRequestedV1 } from '../../events/procedure-submission/register-print-requested.v1.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { newId } from '../../shared/kernel/ids.ts';
import { newEvent, type NewEvent } from '../../shared/runtime/outbox.ts';
import type { RequestKey } from '../../shared/runtime/request-key.ts';
import type { Asked, FileLinks } from './ports.ts';

/** A register as a file: asked for, and once `rows` is said, ready to be fetched until it expires. */
export type RegisterPrint = {
  readonly printId: string; readonly agency: string; readonly agencyName: string; readonly month: string; readonly format: 'pdf' | 'xlsx';
  readonly requestedAt: string; readonly rows?: number; /** seconds; the row and its file go together */ readonly expiresAt: number;
};
export type PrintStore = {
  readonly find: (printId: string) => Promise<RegisterPrint | undefined>;
  /** the same request again gives what the first one opened */
  readonly open: (print: RegisterPrint, event: NewEvent, requestKey: RequestKey) => Promise<RegisterPrint>;
  readonly ready: (printId: string, rows: number) => Promise<void>;
};

const keepSeconds = 86_400;
const linkSeconds = 60;
const types = { pdf: 'application/pdf', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;

export const printFileKey = ({ printId, format }: Pick<RegisterPrint, 'printId' | 'format'>): string => `prints/${printId}.${format}`;
export const printType = ({ format }: Pick<RegisterPrint, 'format'>): string => types[format];

type Command = Pick<RegisterPrint, 'agency' | 'agencyName' | 'month' | 'format'> & { readonly asked: Asked };

/** Asks for the register of a month as a file: it is made apart from this request, for a month may have thousands of lines. */
export const requestPrint = ({ prints }: { readonly prints: Pick<PrintStore, 'open'> }) => ({ asked: { requestKey, cause }, ...what }: Command): Promise<RegisterPrint> => {
  const { now } = cause;
  const print: RegisterPrint = { ...what, printId: newId('prt', now), requestedAt: now.toISOString(), expiresAt: Math.floor(now.getTime() / 1000) + keepSeconds };
  return prints.open(print, newEvent(RegisterPrintRequestedV1, { printId: print.printId, agencyCode: print.agency, registerMonth: print.month }, cause), requestKey);
};

type View = { readonly printId: string; readonly state: 'coming' | 'ready'; readonly rows?: number; readonly url?: string; readonly expiresAt?: string };

/** Where a print stands, and the link to its file once there is one. */
export const printView = ({ links }: { readonly links: FileLinks }) => async (print: RegisterPrint, now: Date): Promise<View> => {
  const { printId, rows, agency, month, format } = print;
  if (rows === undefined) return { printId, state: 'coming' };
  const url = await links.linkTo({ store: 'uploads', key: printFileKey(print), name: `Sổ theo dõi hồ sơ ${agency} ${month}.${format}`, contentType: printType(print) }, linkSeconds);
  return { printId, state: 'ready', rows, url, expiresAt: new Date(now.getTime() + linkSeconds * 1000).toISOString() };
};

/** A print of an agency. Another agency's answers as one that does not exist. */
export const findPrint = ({ prints }: { readonly prints: Pick<PrintStore, 'find'> }) => async (agency: string, printId: string): Promise<RegisterPrint> => {
  const print = await prints.find(printId);
  if (print === undefined || print.agency !== agency) throw new DomainError('not-found');
  return print;
};
