import { localParts } from './vietnam-time.ts';

const two = (value: number): string => String(value).padStart(2, '0');
/** `09 giờ 05 phút, ngày 22 tháng 11 năm 2026`, as the forms spell it. */
export const spelledInstant = (instant: Date): string => {
  const { hour, minute, day, month, year } = localParts(instant);
  return `${two(hour)} giờ ${two(minute)} phút, ngày ${two(day)} tháng ${two(month)} năm ${year}`;
};
export const spelledDay = (instant: Date): string => {
  const { day, month, year } = localParts(instant);
  return `ngày ${two(day)} tháng ${two(month)} năm ${year}`;
};
