/** What a worker kept, seen as two acts so that a test needs no browser. */
export type Store = { readonly read: (request: Request) => Promise<Response | undefined>; readonly write: (request: Request, response: Response) => Promise<void> };
type Load = (request: Request) => Promise<Response>;
export type Kept = { readonly origin: string; readonly store: Store; readonly load: Load; /** pages and answers that are kept: new when there is a network */ readonly isKept: (request: Request, url: URL) => boolean };

const hashed = /^\/tai-nguyen\/.*-[\w-]{8}\.\w+$/;

/** New when there is a network, else what was kept. */
const freshFirst = async (request: Request, store: Store, load: Load): Promise<Response> => {
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
const keptFirst = async (request: Request, store: Store, load: Load): Promise<Response> => {
  const kept = await store.read(request);
  if (kept !== undefined) return kept;
  const response = await load(request);
  if (response.ok) await store.write(request, response.clone());
  return response;
};

/** Pages and answers that are to be kept, and the files of pages; everything else goes its way untouched. */
export const answerKept = (request: Request, { origin, store, load, isKept }: Kept): Promise<Response> | undefined => {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== origin) return undefined;
  if (hashed.test(url.pathname)) return keptFirst(request, store, load);
  return isKept(request, url) ? freshFirst(request, store, load) : undefined;
};
