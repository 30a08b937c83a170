import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** `killed`: the process ends at this call, and nobody is told anything. */
export type Fault = { readonly call: number; readonly when: 'before' | 'after'; readonly kind: 'timeout' | 'throttle' | 'failure' | 'killed' };

const errorOf = { timeout: 'TimeoutError', throttle: 'ThrottlingException', failure: 'InternalServerError', killed: 'Killed' } as const;

/** Calls of which the n-th fails: never sent, or carried out with its answer lost. */
export const struckCalls = (fault: Fault | undefined) => {
  let calls = 0;
  let tell: (nothing: undefined) => void = () => undefined;
  let gone = new Promise<undefined>((resolve) => { tell = resolve; });
  const pass = async <T>(send: () => Promise<T>): Promise<T> => {
    calls++;
    const strikes = fault?.call === calls;
    const strike = (): Promise<never> => {
      if (fault?.kind !== 'killed') throw Object.assign(new Error('injected'), { name: errorOf[fault?.kind ?? 'failure'] });
      tell(undefined);
      // the next process lives
      gone = new Promise(() => undefined);
      return new Promise(() => undefined);
    };
    if (strikes && fault.when === 'before') return strike();
    const answer = await send();
    return strikes ? strike() : answer;
  };
  return { pass, calls: () => calls, died: (): Promise<undefined> => gone };
};

/** A client of a table with such calls. */
export const faulty = (client: DynamoDBDocumentClient, fault: Fault | undefined) => {
  const { pass, ...struck } = struckCalls(fault);
  return { client: { send: (command: never): Promise<unknown> => pass(() => client.send(command)) } as unknown as DynamoDBDocumentClient, ...struck };
};
