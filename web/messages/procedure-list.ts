import { en } from './procedure-list.en.ts';
import { vi } from './procedure-list.vi.ts';
import { translator } from './translator.ts';

export const procedureListText = translator({ vi, en });
