/** Every page: the session in the corner, the language switch that keeps the query. */
export const start = (): void => {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-language-switch]')) {
    link.addEventListener('click', () => { link.search = location.search; });
  }
};
