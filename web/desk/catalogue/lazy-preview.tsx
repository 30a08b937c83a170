import { useEffect, useState } from 'preact/hooks';
import type { Content } from './content.ts';
import { useCatalogueText } from './editing.tsx';

type Loaded = typeof import('./preview.tsx').default;

/** The page's own code is loaded when somebody wants to see it. */
export const LazyPreview = (props: { readonly code: string; readonly version: number; readonly content: Content }) => {
  const t = useCatalogueText();
  const [loaded, setLoaded] = useState<{ Preview: Loaded }>();
  useEffect(() => { void import('./preview.tsx').then((found) => { setLoaded({ Preview: found.default }); }); }, []);
  return loaded === undefined ? <p>{t('loading')}</p> : <loaded.Preview {...props} />;
};
