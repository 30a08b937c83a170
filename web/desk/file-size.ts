import type { Language } from '../messages/translator.ts';

/** `1,4 MB`, `320 KB`. Bytes in, powers of 1024. */
export const sizeText = (bytes: number, language: Language): string => {
  const [value, unit] = bytes < 1024 * 1024 ? [Math.max(1, Math.round(bytes / 1024)), 'KB'] : [Math.round(bytes / 1024 / 102.4) / 10, 'MB'];
  return `${language === 'vi' ? String(value).replace('.', ',') : value} ${unit}`;
};
