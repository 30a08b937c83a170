import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { inLanguage } from '../../format/addresses.ts';
import type { Language } from '../../messages/translator.ts';
import type { PageAssets } from './assets.ts';

/** `path` is the Vietnamese address; the twin in the other language is derived from it. */
export type DocumentHead = {
  readonly lang: Language; readonly path: string; readonly title: string; readonly description: string; readonly assets: PageAssets;
  /** personal and error pages stay out of search engines */
  readonly unlisted?: boolean; readonly hasTwin?: boolean; readonly siteName?: string; readonly manifest?: string | undefined; readonly feed?: string | undefined;
};

/** A whole HTML document around a page. No inline script or style: the site's policy allows files of its own only. */
export const renderDocument = (page: VNode, head: DocumentHead): string => {
  const { lang, path, assets } = head;
  return `<!doctype html>\n${renderToString(
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>{`${head.title} – ${head.siteName ?? (lang === 'vi' ? 'Cổng dịch vụ công Hậu Giang' : 'Hậu Giang public services')}`}</title>
        <meta name="description" content={head.description} />
        <meta name="theme-color" content="#0b5d4b" />
        {head.unlisted === true && <meta name="robots" content="noindex" />}
        {head.hasTwin !== false && (['vi', 'en'] as const).map((other) => <link key={other} rel="alternate" hreflang={other} href={inLanguage(path, other)} />)}
        <link rel="icon" type="image/svg+xml" href="/bieu-tuong.svg" />
        {head.manifest !== undefined && <link rel="manifest" href={head.manifest} />}
        {head.feed !== undefined && <link rel="alternate" type="application/rss+xml" href={head.feed} />}
        {assets.css.map((file) => <link key={file} rel="stylesheet" href={file} />)}
        {(assets.preload ?? []).map((file) => <link key={file} rel="modulepreload" href={file} />)}
        {(assets.js ?? []).map((file) => <script key={file} type="module" src={file} />)}
      </head>
      <body>{page}</body>
    </html>,
  )}\n`;
};
