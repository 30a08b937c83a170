import { renderRegister } from '../../functions/procedure-submission/register.pdf.ts';
import { registerSheet } from '../../functions/procedure-submission/register.xlsx.ts';
import { registerSeconds } from '../budgets/limits.ts';
import { busyMonth, registerOf } from '../procedure-submission/support/busy-month.ts';
import { formFaces } from '../procedure-submission/support/faces.ts';
import { type Figure, rounded } from './figure.ts';

const LINES = 3_000;

/** The register of a busy agency's month as files: our own time, on one processor; reading the lines is not in it. */
export const registerFiles = async (): Promise<Figure> => {
  const rows = busyMonth(LINES);
  const measured = async (what: string, make: () => Promise<Uint8Array>) => {
    const begun = performance.now();
    const { byteLength } = await make();
    const seconds = (performance.now() - begun) / 1000;
    return { what, seconds, byteLength };
  };
  const files = [await measured('PDF/A', () => renderRegister(registerOf, rows, formFaces())), await measured('XLSX', () => registerSheet(registerOf, rows))];
  return {
    title: 'Register of a month as a file', how: `${LINES.toLocaleString('en')} lines, made in this process`,
    lines: files.map(({ what, seconds, byteLength }) => ({ what, value: `${rounded(seconds)} s, ${rounded(byteLength / 1e6)} MB`, limit: `${registerSeconds} s`, kept: seconds <= registerSeconds })), data: files,
  };
};
