import { localParts } from '../../shared/kernel/vietnam-time.ts';
import type { Language } from '../messages/translator.ts';

const weekdays = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

const two = (value: number): string => String(value).padStart(2, '0');

/** An instant or a plain day (`2026-11-25`), which is a day of Việt Nam. */
const parts = (when: string) => localParts(new Date(when.length === 10 ? `${when}T00:00:00+07:00` : when));

/** `thứ Tư 25/11/2026`, `Wednesday 25 November 2026`. */
export const dayText = (when: string, language: Language): string => {
  const { weekday, day, month, year } = parts(when);
  const name = weekdays[language][weekday - 1] ?? '';
  return language === 'vi' ? `${name} ${two(day)}/${two(month)}/${year}` : `${name} ${day} ${months[month - 1] ?? ''} ${year}`;
};

/** `25/11/2026`, `25 Nov 2026`. */
export const shortDayText = (when: string, language: Language): string => {
  const { day, month, year } = parts(when);
  return language === 'vi' ? `${two(day)}/${two(month)}/${year}` : `${day} ${(months[month - 1] ?? '').slice(0, 3)} ${year}`;
};

/** `10:42`. */
export const timeText = (when: string): string => {
  const { hour, minute } = parts(when);
  return `${two(hour)}:${two(minute)}`;
};

/** `17 giờ, thứ Tư 25/11/2026`; `09 giờ 30, …`; `17:00, Wednesday 25 November 2026`. */
export const momentText = (when: string, language: Language): string => {
  const { hour, minute } = parts(when);
  const time = language === 'vi' ? `${hour} giờ${minute === 0 ? '' : ` ${two(minute)}`}` : timeText(when);
  return `${time}, ${dayText(when, language)}`;
};
