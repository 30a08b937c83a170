const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML 1.0 cannot hold at all, not even escaped, goes; the rest is escaped. */
export const escaped = (text: string): string => text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replace(/[&<>"]/g, (mark) => entities[mark] ?? '').replaceAll('\r', '&#13;');

type Members = Readonly<Record<string, string>>;

const element = (name: string, value: unknown, members: Members): string => {
  if (value === undefined) return '';
  const content = contentOf(name, value, members);
  return content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`;
};

const contentOf = (name: string, value: unknown, members: Members): string => {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((one) => element(members[name] ?? 'item', one, members)).join('');
  if (typeof value === 'object') return Object.entries(value).map(([inner, one]) => element(inner, one, members)).join('');
  return typeof value === 'string' ? escaped(value) : JSON.stringify(value);
};

/**
 * Plain data as XML: elements only, no attributes, no namespaces. Names come from contracts and are not escaped; `members`
 * says what a member of a list is called.
 */
export const toXml = (root: string, value: unknown, members: Members): string => `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value, members)}\n`;
