import type { ProblemBody } from '../../shared/contracts/problem-body.ts';
import type { BulkAct } from '../../shared/contracts/desk-bulk.ts';
import { HandOverResult, TakeDossier } from '../../shared/contracts/procedure-submission.ts';
import { callerOf, type Officer } from '../../shared/runtime/actor.ts';
import { logger, traceOf } from '../../shared/runtime/logger.ts';
import type { Cause } from '../../shared/runtime/outbox.ts';
import { problemCodeOf, toProblem } from '../../shared/runtime/problem.ts';
import { requestKeyOf } from '../../shared/runtime/request-key.ts';
import type { ActCommand } from './perform-act.ts';
import type { DossierRecord } from './ports.ts';

type Act = (command: ActCommand, officer: Officer) => Promise<DossierRecord>;
type Item = { readonly dossierId: string; readonly revision: number; readonly key: string };
type Result = { readonly dossierId: string; readonly done?: { readonly revision: number; readonly status: DossierRecord['standing']['business']; readonly number?: string }; readonly problem?: ProblemBody };

/** The route whose single act a row of many is: the same key, here or there, names the same request. */
const routeOf = { take: TakeDossier, 'hand-over': HandOverResult } as const;

/**
 * One act on many dossiers. Each row is a request of its own under the rules of the single act: done or refused by itself,
 * answered and not done again when it is sent again. One after the other, because all of them count in one row of the agency.
 */
export const actOnMany = (acts: Readonly<Record<BulkAct, Act>>) => async ({ act, items, cause }: { act: BulkAct; items: readonly Item[]; cause: Cause }, officer: Officer): Promise<Result[]> => {
  const results: Result[] = [];
  for (const { dossierId, revision, key } of items) {
    const requestKey = requestKeyOf(callerOf(officer), routeOf[act].name, key, { params: { dossierId }, body: { revision } });
    try {
      const { standing } = await acts[act]({ dossierId, revision, asked: { requestKey, cause } }, officer);
      results.push({ dossierId, done: { revision: standing.revision, status: standing.business, ...(standing.number === undefined ? {} : { number: standing.number }) } });
    } catch (error) {
      if (problemCodeOf(error) === 'unexpected') logger.error('unexpected', { correlationId: cause.correlationId, route: routeOf[act].name, ...traceOf(error) });
      results.push({ dossierId, problem: toProblem(error, cause.correlationId) });
    }
  }
  return results;
};
