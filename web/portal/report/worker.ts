/// <reference lib="webworker" />
import { carrier } from './carrier.ts';
import { keep } from '../../client/keep.ts';
import { alone, sendWaiting } from './outbox.ts';
import { answerFor, type Store } from './worker-answers.ts';

/** Set by the build: the name of this version, and everything the page needs to open without a network. */
declare const VERSION: string;
declare const SHELL: readonly string[];
declare const self: ServiceWorkerGlobalScope;

type SyncEvent = ExtendableEvent & { readonly tag: string };

const kept: Store = { read: async (request) => (await caches.match(request, { ignoreSearch: true })), write: async (request, response) => { await (await caches.open(VERSION)).put(request, response); } };

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(VERSION).then((cache) => cache.addAll([...SHELL])).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  const old = async (): Promise<void> => { for (const name of await caches.keys()) if (name.startsWith('phan-anh-') && name !== VERSION) await caches.delete(name); };
  event.waitUntil(old().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const answer = answerFor(event.request, self.location.origin, kept, (request) => fetch(request));
  if (answer !== undefined) event.respondWith(answer);
});

/** The network is back though no page is open: what waits is sent, by the same rules and under the same lock. */
self.addEventListener('sync', (event) => {
  const { tag } = event as SyncEvent;
  if (tag !== 'phan-anh') return;
  (event as SyncEvent).waitUntil(keep().then((store) => alone(() => sendWaiting(store, carrier()))).then(() => { new BroadcastChannel('phan-anh').postMessage('sent'); }));
});
