/** Reads XML of elements alone, strictly, and otherwise than it is written: what is not well-formed throws. */
export type Element = { readonly name: string; readonly text: string; readonly children: readonly Element[] };

const marks: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const unescaped = (text: string): string => {
  if (/[<>]|&(?!(?:amp|lt|gt|quot|#\d+);)/.test(text)) throw new Error(`not escaped: ${text}`);
  return text.replaceAll(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) => (code === undefined ? marks[name] ?? '' : String.fromCodePoint(Number(code))));
};

export const elementsOf = (xml: string): Element => {
  const head = '<?xml version="1.0" encoding="utf-8"?>\n';
  if (!xml.startsWith(head)) throw new Error('no declaration');
  // oxlint-disable-next-line no-control-regex -- what XML 1.0 cannot hold
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml) || !xml.isWellFormed()) throw new Error('a character that XML cannot hold');
  const open: { name: string; text: string; children: Element[] }[] = [{ name: '', text: '', children: [] }];
  for (const [token] of xml.slice(head.length).trimEnd().matchAll(/<[^>]*>|[^<]+/g)) {
    const top = open.at(-1);
    const tag = /^<(\/?)([a-z_0-9]+)(\/?)>$/.exec(token);
    if (top === undefined) throw new Error('closed too often');
    if (tag === null) { if (token.startsWith('<')) throw new Error(`no element: ${token}`); top.text += unescaped(token); continue; }
    const [, closes, name = '', empty] = tag;
    if (closes === '/') {
      if (top.name !== name) throw new Error(`${name} closes ${top.name}`);
      open.pop();
      open.at(-1)?.children.push(top);
    } else if (empty === '/') top.children.push({ name, text: '', children: [] });
    else open.push({ name, text: '', children: [] });
  }
  const [root] = open[0]?.children ?? [];
  if (open.length !== 1 || open[0]?.children.length !== 1 || root === undefined) throw new Error('not one root');
  return root;
};
