import type { Session } from '../../infra/local/seed/sign-in.ts';

/** `own` is the request without what it waited for AWS, which the answer tells (`Server-Timing`); both in milliseconds. */
export type Sample = { readonly whole: number; readonly own: number };
/** What a run saw: the requests by their kind, those to the null function by the kind they stood beside, and every answer that was none. */
export type Seen = { readonly samples: Map<string, Sample[]>; readonly beside: Map<string, number[]>; readonly errors: string[]; readonly open: Promise<unknown>[] };
export const nothingSeen = (): Seen => ({ samples: new Map(), beside: new Map(), errors: [], open: [] });

/** Of so many requests one has a call of the null function at its heels, which meets the machine in the same state. */
const oneIn = 3;

const told = (answer: Response, name: 'aws' | 'total'): number => Number(new RegExp(`${name};dur=([\\d.]+)`).exec(answer.headers.get('server-timing') ?? '')?.[1] ?? 0);
export const awsMilliseconds = (answer: Response): number => told(answer, 'aws');
/** From the request’s arrival in the function to its answer. */
export const totalMilliseconds = (answer: Response): number => told(answer, 'total');

/** A request by what it asks for, whichever dossier or agency it is about. */
const kindOf = (method: string, path: string): string => `${method} ${(path.split('?', 1)[0] ?? '').replace(/^\/api/, '').replaceAll(/\/(?:dos_|upl_|HG-|H30|\d\.)[\w.-]*/g, '/…')}`;

const keep = <T>(all: Map<string, T[]>, kind: string, one: T): void => {
  const known = all.get(kind);
  if (known === undefined) all.set(kind, [one]);
  else known.push(one);
};

/** The session, with every request timed; anything but a success is an error of the run, and thrown to whoever asked. */
export const timedSession = (session: Session, { samples, beside, errors, open }: Seen, nothing: string): Session => {
  const timed = async (kind: string, ask: () => Promise<Response>): Promise<{ answer: Response; text: string; whole: number }> => {
    const begun = performance.now();
    const refuse = (why: string): never => {
      errors.push(`${kind}: ${why}`);
      throw new Error(why);
    };
    const answer = await ask().catch((error: unknown) => refuse(String(error)));
    const text = await answer.text();
    return answer.ok ? { answer, text, whole: performance.now() - begun } : refuse(`${answer.status} ${text.slice(0, 300)}`);
  };
  const compare = async (kind: string, method: string): Promise<void> => {
    const { whole } = await timed('null function', () => (method === 'GET' ? session.send('GET', nothing) : session.send('POST', nothing, {})));
    keep(beside, kind, whole);
  };
  return {
    ...session,
    send: async (method, path, body, headers) => {
      const kind = kindOf(method, path);
      const { answer, text, whole } = await timed(kind, () => session.send(method, path, body, headers));
      keep(samples, kind, { whole, own: whole - awsMilliseconds(answer) });
      if ((samples.get(kind)?.length ?? 0) % oneIn === 1) open.push(compare(kind, method).catch(() => undefined));
      return new Response(text, { status: answer.status, headers: answer.headers });
    },
  };
};
