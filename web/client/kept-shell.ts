/// <reference lib="webworker" />
import { answerKept } from './kept-files.ts';
import type { Kept, Store } from './kept-files.ts';

/** A worker that keeps its shell under the name of its version; older versions of its own go when it takes over. */
export const keepShell = (self: ServiceWorkerGlobalScope, { version, shell, isKept, also = [] }: { readonly version: string; readonly shell: readonly string[]; readonly isKept: Kept['isKept']; /** kept as well where it answers */ readonly also?: readonly string[] }): void => {
  const own = version.replace(/[^-]*$/, '');
  const store: Store = { read: async (request) => (await caches.match(request, { ignoreSearch: true })), write: async (request, response) => { await (await caches.open(version)).put(request, response); } };
  self.addEventListener('install', (event) => {
    event.waitUntil(caches.open(version).then(async (cache) => { await cache.addAll([...shell]); await cache.addAll([...also]).catch(() => undefined); }).then(() => self.skipWaiting()));
  });
  self.addEventListener('activate', (event) => {
    const old = async (): Promise<void> => { for (const name of await caches.keys()) if (name.startsWith(own) && name !== version) await caches.delete(name); };
    event.waitUntil(old().then(() => self.clients.claim()));
  });
  self.addEventListener('fetch', (event) => {
    const answer = answerKept(event.request, { origin: self.location.origin, store, load: (request) => fetch(request), isKept });
    if (answer !== undefined) event.respondWith(answer);
  });
};
