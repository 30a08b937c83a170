import settings from './channels.json' with { type: 'json' };
import type { InboundChannel } from './inbound.ts';
import type { FetchPhoto } from './ports.ts';

const patience = 10_000;
const allowed = (channel: InboundChannel, url: URL, sandbox: boolean): boolean =>
  (url.protocol === 'https:' && settings[channel].photoHosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))) || (sandbox && url.protocol === 'http:' && settings.sandboxHosts.includes(url.hostname));

const within = async (body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | undefined> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
};

/**
 * A photo from where the messenger keeps it: its own hosts alone, no redirects, no more bytes than a photo has. Undefined
 * where there is none to be had; throws when it may be had later.
 */
export const fetchPhoto = ({ sandbox, send = fetch }: { readonly sandbox: boolean; readonly send?: typeof fetch }): FetchPhoto => async (channel, address, most) => {
  if (!URL.canParse(address) || !allowed(channel, new URL(address), sandbox)) return undefined;
  const answer = await send(address, { redirect: 'error', signal: AbortSignal.timeout(patience) });
  if (answer.status >= 500 || answer.status === 429) throw new Error('the messenger does not give the photo now');
  if (!answer.ok || answer.body === null) { await answer.body?.cancel(); return undefined; }
  return within(answer.body, most);
};
