import { en } from './procedure.en.ts';
import { vi } from './procedure.vi.ts';
import { translator } from './translator.ts';

export const procedureText = translator({ vi, en });
export type ProcedureText = ReturnType<typeof procedureText>;
