import { statusNames } from '../../shared/kernel/status-names.ts';
import type { Language } from '../messages/translator.ts';

const rowOf = (code: number) => statusNames.find((status) => status.code === code);

/** `accepted` of the national code 2. */
export const statusKey = (code: number): string => rowOf(code)?.key ?? '';
/** The status in words. */
export const statusName = (code: number, language: Language): string => rowOf(code)?.name[language] ?? String(code);
