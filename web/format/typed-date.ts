/** `2026-1-5`, as three boxes give it, becomes `2026-01-05`. */
export const fullDate = (typed: string): string => {
  const [year = '', month = '', day = ''] = typed.split('-');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

/** Whether it is a day of the calendar. */
export const isDate = (date: string): boolean => {
  const parsed = new Date(`${date}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
};
