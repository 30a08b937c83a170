/** The page of work at the scene and the names of categories are kept; no other page of the desk opens without a network. */
export const isKept = (request: Request, { pathname, searchParams }: URL): boolean =>
  (request.mode === 'navigate' ? pathname === '/ban-lam-viec/' && searchParams.get('phan-anh') === 'hien-truong' : pathname === '/api/feedback/categories');
