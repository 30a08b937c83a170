import { answerKept, type Store } from '../../client/kept-files.ts';

export type { Store } from '../../client/kept-files.ts';

const page = /^(\/en)?\/phan-anh\//;
const categories = '/api/feedback/categories';

/** The pages of reports and the list of categories are kept. */
export const isKept = (request: Request, { pathname }: URL): boolean => (request.mode === 'navigate' ? page.test(pathname) : pathname === categories);

export const answerFor = (request: Request, origin: string, store: Store, load: (request: Request) => Promise<Response>): Promise<Response> | undefined => answerKept(request, { origin, store, load, isKept });
