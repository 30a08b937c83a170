import { en } from './own-act.en.ts';
import { vi } from './own-act.vi.ts';
import { translator } from './translator.ts';

export const ownActText = translator({ vi, en });
