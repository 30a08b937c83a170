/** Files a function reads at run time, laid beside its bundle: `new URL('./name', import.meta.url)`. Paths from the root. */
export const bundledFiles: Readonly<Record<string, readonly { readonly from: string; readonly to: string }[]>> = {};
