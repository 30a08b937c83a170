import { useEffect, useState } from 'preact/hooks';
import type { Post, Role } from '../../../shared/contracts/access.ts';
import { localDate } from '../../../shared/kernel/vietnam-time.ts';
import { Skeleton } from '../../components/skeleton.tsx';

const keepers: readonly Role[] = ['catalogue-editor', 'catalogue-reviewer'];

/** The roles of the catalogue an officer holds today. */
export const keeperRoles = (posts: readonly Post[], now: Date): readonly Role[] => {
  const today = localDate(now);
  return posts.filter(({ role, from, to }) => keepers.includes(role) && from <= today && (to === undefined || today <= to)).map(({ role }) => role);
};

/** Whether the address asks for the catalogue. */
export const asksForCatalogue = (): boolean => new URLSearchParams(location.search).has('danh-muc');

type Loaded = typeof import('./catalogue.tsx').default;

/** The catalogue's own code is loaded when somebody who keeps it comes. */
export const CatalogueDoor = ({ roles }: { readonly roles: readonly Role[] }) => {
  const [loaded, setLoaded] = useState<{ Catalogue: Loaded }>();
  useEffect(() => { void import('./catalogue.tsx').then((found) => { setLoaded({ Catalogue: found.default }); }); }, []);
  return loaded === undefined ? <main id="main" class="catalogue"><Skeleton lines={10} /></main> : <loaded.Catalogue mayEdit={roles.includes('catalogue-editor')} />;
};
