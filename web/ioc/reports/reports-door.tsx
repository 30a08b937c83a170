import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Skeleton } from '../../components/skeleton.tsx';

/** The page of reports with its map, fetched by who looks at it. */
export const ReportsDoor = (props: { readonly now: Date }) => {
  const [Page, setPage] = useState<ComponentType<{ readonly now: Date }>>();
  useEffect(() => { void import('./reports-wall.tsx').then((found) => { setPage(() => found.default); }); }, []);
  return Page === undefined ? <main id="main" class="wall"><Skeleton lines={8} /></main> : <Page {...props} />;
};
