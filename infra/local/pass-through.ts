/**
 * One fixed address for people and tests, `http://localhost:8080`, in front of the distribution's own host name
 * (`<label>.cloudfront.localhost`, which browsers resolve and other programs may not). Only the host is rewritten:
 * methods, bodies, cookies, redirects and status codes pass as they are, streamed in both directions. What is marked
 * `immutable` is kept, as an edge keeps it: the emulated distribution reads its bucket anew for every page.
 */
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { LocalFailure } from './failure.ts';
import { anyFreePort } from './ports.ts';

export interface PassThroughOptions {
  /** `http://127.0.0.1:4566` */
  readonly endpoint: string;
  /** First label of the distribution's domain. */
  readonly label: string;
  /** 8080 unless told; 0 takes any free port. */
  readonly port?: number;
}

export interface PassThrough {
  /** `http://localhost:8080` */
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

const IDLE = 2000;

/** @throws LocalFailure when the port is taken. */
export async function passThrough({ endpoint, label, port = 8080 }: PassThroughOptions): Promise<PassThrough> {
  const { hostname, port: endpointPort } = new URL(endpoint);
  // Idle connections are given up before the emulator closes them, so that no request meets a closing one.
  const agent = new Agent({ keepAlive: true, timeout: IDLE });
  const target: Target = { agent, kept: new Map(), host: hostname, port: Number(endpointPort || 80), hostHeader: `${label}.cloudfront.localhost:${endpointPort || 80}` };
  const server = createServer((incoming, answer) => forward(incoming, answer, target));
  const chosen = port === 0 ? await anyFreePort() : port;
  await new Promise<void>((resolve, reject) => {
    server.once('error', () => reject(new LocalFailure(`Port ${chosen} is taken by another program.`, `Stop it, or choose another port: SITE_PORT=${chosen + 1} npm start`)));
    server.listen({ port: chosen, host: '127.0.0.1' }, resolve);
  });
  return {
    origin: `http://localhost:${chosen}`,
    stop: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

interface Kept { readonly headers: string[]; readonly body: Buffer }
interface Target { readonly agent: Agent; readonly kept: Map<string, Kept>; readonly host: string; readonly port: number; readonly hostHeader: string }

/** What an edge may answer by itself the next time. */
const keepFor = ({ method, url = '/', headers: { range } }: IncomingMessage, response: IncomingMessage, kept: Map<string, Kept>): void => {
  if (method !== 'GET' || range !== undefined || response.statusCode !== 200 || !/\bimmutable\b/.test(response.headers['cache-control'] ?? '')) return;
  const parts: Buffer[] = [];
  response.on('data', (part: Buffer) => { parts.push(part); });
  response.once('end', () => { kept.set(url, { headers: withoutHop(response.rawHeaders), body: Buffer.concat(parts) }); });
};

function forward(incoming: IncomingMessage, answer: ServerResponse, { agent, kept, host, port, hostHeader }: Target): void {
  const known = incoming.method === 'GET' && incoming.headers.range === undefined ? kept.get(incoming.url ?? '/') : undefined;
  if (known !== undefined) {
    incoming.resume();
    answer.writeHead(200, known.headers).end(known.body);
    return;
  }
  const onward = request(
    { agent, host, port, method: incoming.method ?? 'GET', path: incoming.url ?? '/', headers: [...withoutHost(incoming.rawHeaders), 'Host', hostHeader], setHost: false },
    (response) => {
      answer.writeHead(response.statusCode ?? 502, response.statusMessage, withoutHop(response.rawHeaders));
      keepFor(incoming, response, kept);
      response.pipe(answer);
      response.once('error', () => answer.destroy());
    },
  );
  onward.once('error', (error) => {
    if (answer.headersSent) return void answer.destroy();
    answer.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' });
    answer.end(`The local AWS does not answer: ${error.message}\n`);
  });
  // A reader who leaves takes the request along.
  answer.once('close', () => (answer.writableFinished ? undefined : onward.destroy()));
  incoming.pipe(onward);
}

const pairs = (raw: readonly string[]): [string, string][] => Array.from({ length: raw.length / 2 }, (_, i) => [raw[2 * i] ?? '', raw[2 * i + 1] ?? '']);
const without = (raw: readonly string[], names: readonly string[]): string[] => pairs(raw).filter(([name]) => !names.includes(name.toLowerCase())).flat();
const withoutHost = (raw: readonly string[]): string[] => without(raw, ['host', 'connection', 'keep-alive', 'proxy-connection', 'upgrade', 'expect']);
const withoutHop = (raw: readonly string[]): string[] => without(raw, ['connection', 'keep-alive', 'transfer-encoding']);
