/** What differs from run to run, with a name for each: equal ids stay equal. */
export const masked = (value: unknown): unknown => {
  const names = new Map<string, string>();
  const name = (text: string, kind: string): string => { const known = names.get(text) ?? `<${kind} ${names.size}>`; names.set(text, known); return known; };
  return JSON.parse(JSON.stringify(value).replaceAll(/(dos|upl)_[0-9A-Z]{26}/g, (id, kind: string) => name(id, kind)).replaceAll(/HG-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g, (code) => name(code, 'code')).replaceAll(/"cursor":"[^"]+"/g, '"cursor":"<cursor>"').replaceAll(/"url":"[^"]+"/g, '"url":"<url>"'));
};
