import type { Language } from '../messages/translator.ts';

const formats = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') };

/** `1.234`, `1,234`. */
export const countText = (count: number, language: Language): string => formats[language].format(count);

/** A part of a whole, `97,5 %`; of nothing there is none. */
export const shareText = (part: number, whole: number, language: Language): string | undefined => {
  if (whole === 0) return undefined;
  const tenths = Math.floor((part * 1000) / whole) / 10;
  return `${new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 }).format(tenths)}${language === 'vi' ? ' %' : '%'}`;
};
