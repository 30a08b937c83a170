import { useEffect, useState } from 'preact/hooks';
import { Skeleton } from '../../components/skeleton.tsx';
import { addresses } from '../../format/addresses.ts';
import type { DeskPost } from '../roles.ts';

/** Whether the address asks for the reports. */
export const asksForReports = (): boolean => new URLSearchParams(location.search).has('phan-anh');
export const reportsHref = (agency?: string): string => `${addresses.desk}?phan-anh=${agency === undefined ? '' : `&co-quan=${encodeURIComponent(agency)}`}`;

type Loaded = typeof import('./feedback-desk.tsx').default;

/** The code for reports is loaded when somebody who works on them comes. */
export const FeedbackDoor = (props: { readonly post: DeskPost; readonly doer: string }) => {
  const [loaded, setLoaded] = useState<{ FeedbackDesk: Loaded }>();
  useEffect(() => { void import('./feedback-desk.tsx').then((found) => { setLoaded({ FeedbackDesk: found.default }); }); }, []);
  return loaded === undefined ? <main id="main" class="list"><Skeleton lines={10} /></main> : <loaded.FeedbackDesk key={props.post.agency} {...props} />;
};
