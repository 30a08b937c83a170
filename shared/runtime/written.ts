import { suffixes, type Dialect, type Route } from '../contracts/route.ts';
import { toXml } from './xml.ts';

/** How an answer is to be written: in the route's dialect, in the format its address ends in. */
export type Written = { readonly dialect: Dialect; readonly format: (typeof suffixes)[number] };
type Text = { readonly contentType: string; readonly body: string };

export const writtenAs = ({ dialect }: Pick<Route, 'dialect'>, path: string): Written | undefined =>
  (dialect === undefined ? undefined : { dialect, format: suffixes.find((suffix) => path.endsWith(`.${suffix}`)) ?? 'json' });

/** Path parameters without the suffix of a format. */
export const withoutSuffix = (params: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value.replace(/\.(?:json|xml)$/, '')]));

/** A body as its readers want it; JSON where nothing else was laid down. */
export const write = (body: unknown, written: Written | undefined, root: string | undefined = written?.dialect.root): Text => {
  if (written?.format !== 'xml') return { contentType: 'application/json; charset=utf-8', body: JSON.stringify(body) };
  return { contentType: 'text/xml; charset=utf-8', body: toXml(root ?? 'answer', body, written.dialect.members) };
};
