/// <reference lib="webworker" />
import { keepShell } from '../../../client/kept-shell.ts';
import { isKept, names } from './worker-answers.ts';

/** Set by the build: the name of this version, and everything the page at the scene needs to open without a network. */
declare const VERSION: string;
declare const SHELL: readonly string[];
declare const self: ServiceWorkerGlobalScope;

keepShell(self, { version: VERSION, shell: SHELL, isKept, also: names });
