/** What everybody may read, and the page needs to speak of places and matters by their names. */
export const names = ['/api/feedback/categories', '/api/agencies'];

/** The page of work at the scene and names are kept; no other page of the desk opens without a network. */
export const isKept = (request: Request, { pathname, search, searchParams }: URL): boolean =>
  (request.mode === 'navigate' ? pathname === '/ban-lam-viec/' && searchParams.get('phan-anh') === 'hien-truong' : search === '' && names.includes(pathname));
