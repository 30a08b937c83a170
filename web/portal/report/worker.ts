/// <reference lib="webworker" />
import { carrier } from './carrier.ts';
import { keep } from '../../client/keep.ts';
import { keepShell } from '../../client/kept-shell.ts';
import { alone, sendWaiting } from './outbox.ts';
import { isKept } from './worker-answers.ts';

/** Set by the build: the name of this version, and everything the page needs to open without a network. */
declare const VERSION: string;
declare const SHELL: readonly string[];
declare const self: ServiceWorkerGlobalScope;

type SyncEvent = ExtendableEvent & { readonly tag: string };

keepShell(self, { version: VERSION, shell: SHELL, isKept });

/** The network is back though no page is open: what waits is sent, by the same rules and under the same lock. */
self.addEventListener('sync', (event) => {
  const { tag } = event as SyncEvent;
  if (tag !== 'phan-anh') return;
  (event as SyncEvent).waitUntil(keep().then((store) => alone(() => sendWaiting(store, carrier()))).then(() => { new BroadcastChannel('phan-anh').postMessage('sent'); }));
});
