import { setTimeout as wait } from 'node:timers/promises';
import { LocalFailure } from '../failure.ts';

const LIMIT = 30_000;
const PAUSE = 60;

/** Asks again until the answer is yes. @throws LocalFailure naming what did not come. */
export async function until(what: string, asked: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + LIMIT;
  while (performance.now() < end) {
    if (await asked()) return;
    await wait(PAUSE);
  }
  throw new LocalFailure(`${what} did not come within ${LIMIT / 1000} s.`, 'Look for what failed in the emulator’s log under .local/logs, and start again.');
}

/** Works off a list, so many at once. */
export async function atOnce<T>(most: number, items: Iterable<T>, work: (item: T) => Promise<unknown>): Promise<void> {
  const waiting = items[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (let next = waiting.next(); next.done !== true; next = waiting.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: most }, worker));
}
