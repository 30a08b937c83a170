/** The hashed files a page loads. */
export type PageAssets = { readonly css: readonly string[]; readonly js?: readonly string[]; readonly preload?: readonly string[] };

/** What the build writes to `/asset-manifest.json`: the files of every page by its name. */
export type AssetManifest = Readonly<Record<string, PageAssets>>;

/** The files of one page; an unknown page is a page without a script, complete all the same. */
export const pageAssets = (manifest: AssetManifest, page: string): PageAssets => manifest[page] ?? { css: manifest['frame']?.css ?? [] };
