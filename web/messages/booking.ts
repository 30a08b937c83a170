import { en } from './booking.en.ts';
import { vi } from './booking.vi.ts';
import { translator } from './translator.ts';

export const bookingText = translator({ vi, en });
