/** A link that changes the page in place; with a modifier key it stays an ordinary link (new tab, new window). */
export const follow = (then: () => void) => (event: MouseEvent): void => {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  then();
};
