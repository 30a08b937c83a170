import { afterEach, expect, test, vi } from 'vitest';
import { GetQueue } from '../../shared/contracts/desk-queues.ts';
import { SubmitDossier } from '../../shared/contracts/procedure-submission.ts';
import { rehearsingOfficer } from '../../shared/runtime/actor.ts';
import { httpApi, on, rehearsal } from '../../shared/runtime/http.ts';
import { logger } from '../../shared/runtime/logger.ts';

afterEach(() => { vi.restoreAllMocks(); });

const counts = { 'to-accept': 0, 'to-take': 0, processing: 0, 'to-hand-over': 0, paused: 0, mine: 0 };
const params = { agencyCode: 'H30', queue: 'to-accept' };

test('a rehearsal goes the whole way of a request and leaves no line among the true ones', async () => {
  const log = vi.spyOn(logger, 'info').mockReturnValue(undefined);
  const seen: string[] = [];
  const events: Parameters<ReturnType<typeof httpApi>>[0][] = [];
  const handler = httpApi([on(GetQueue, ({ params: { agencyCode, queue }, actor }) => { seen.push(`${actor.kind} ${agencyCode} ${queue}`); return { items: [], counts }; })]);
  await rehearsal((event) => { events.push(event); return handler(event); }, { route: GetQueue, params, actor: rehearsingOfficer })();
  expect(new Set(seen)).toEqual(new Set(['officer H30 to-accept']));
  expect(log).not.toHaveBeenCalled();
  const [event] = events;
  if (event === undefined) throw new Error('nothing was rehearsed');
  expect((await handler({ ...event })).statusCode).toBe(200);
  expect(log).toHaveBeenCalledOnce();
});

test('only a reading route can be rehearsed', async () => {
  await expect(rehearsal(() => Promise.reject(new Error('called')), { route: SubmitDossier, params: {}, actor: rehearsingOfficer })()).rejects.toThrow('no reading request');
});
