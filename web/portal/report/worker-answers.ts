/** What the worker kept, seen as two acts so that a test needs no browser. */
export type Store = { readonly read: (request: Request) => Promise<Response | undefined>; readonly write: (request: Request, response: Response) => Promise<void> };

const hashed = /^\/tai-nguyen\/.*-[\w-]{8}\.\w+$/;
const page = /^(\/en)?\/phan-anh\//;
const categories = '/api/feedback/categories';

/** New when there is a network, else what was kept. */
const freshFirst = async (request: Request, store: Store, load: (request: Request) => Promise<Response>): Promise<Response> => {
  try {
    const response = await load(request);
    if (response.ok) await store.write(request, response.clone());
    return response;
  } catch (error) {
    const kept = await store.read(request);
    if (kept === undefined) throw error;
    return kept;
  }
};

/** A file whose name changes with its content never grows old. */
const keptFirst = async (request: Request, store: Store, load: (request: Request) => Promise<Response>): Promise<Response> => {
  const kept = await store.read(request);
  if (kept !== undefined) return kept;
  const response = await load(request);
  if (response.ok) await store.write(request, response.clone());
  return response;
};

/** The pages of reports, their files and the list of categories are kept; everything else goes its way untouched. */
export const answerFor = (request: Request, origin: string, store: Store, load: (request: Request) => Promise<Response>): Promise<Response> | undefined => {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== origin) return undefined;
  if (hashed.test(url.pathname)) return keptFirst(request, store, load);
  const isShell = request.mode === 'navigate' ? page.test(url.pathname) : url.pathname === categories;
  return isShell ? freshFirst(request, store, load) : undefined;
};
