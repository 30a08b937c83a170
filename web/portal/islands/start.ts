import { signInPath } from '../../format/addresses.ts';

/** Set by the session module while somebody is signed in on this device. */
const mayBeSignedIn = (): boolean => {
  try { return localStorage.getItem('phien') === '1'; } catch { return false; }
};

/** Every page: the session in its corner, a language switch that keeps the query. `asks`: the page needs to know who is there. */
export const start = ({ asks = false }: { readonly asks?: boolean } = {}): void => {
  const corner = document.querySelector('[data-session]');
  corner?.querySelector('a')?.setAttribute('href', signInPath(location.pathname + location.search));
  if (corner !== null && (asks || mayBeSignedIn())) void import('./session-corner.tsx').then(({ drawSessionCorner }) => { drawSessionCorner(corner); });
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-language-switch]')) {
    link.addEventListener('click', () => { link.search = location.search; });
  }
};

/** Draws an island into the element with this id, when the page has it. */
export const island = (id: string, draw: (element: HTMLElement) => void): void => {
  const element = document.getElementById(id);
  if (element !== null) draw(element);
};
