import { en } from './register-map.en.ts';
import { vi } from './register-map.vi.ts';
import { translator } from './translator.ts';

export const registerMapText = translator({ vi, en });
