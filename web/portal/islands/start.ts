import { type ComponentChild, render } from 'preact';
import { mark } from '../../client/signed-in-mark.ts';
import { signInPath } from '../../format/addresses.ts';

/** Every page: the session in its corner, a language switch that keeps the query. `asks`: the page needs to know who is there. */
export const start = ({ asks = false }: { readonly asks?: boolean } = {}): void => {
  const corner = document.querySelector('[data-session]');
  corner?.querySelector('a')?.setAttribute('href', signInPath(location.pathname + location.search));
  if (corner !== null && (asks || mark.read())) void import('./session-corner.tsx').then(({ drawSessionCorner }) => { drawSessionCorner(corner); });
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-language-switch]')) {
    link.addEventListener('click', () => { link.search = location.search; });
  }
};

/** Runs with the element of this id, when the page has it. */
export const island = (id: string, run: (element: HTMLElement) => void): void => {
  const element = document.getElementById(id);
  if (element !== null) run(element);
};

/** Draws over what the page showed in this place without a script. */
export const drawOver = (id: string, drawing: ComponentChild): void => {
  island(id, (element) => {
    element.replaceChildren();
    render(drawing, element);
  });
};
