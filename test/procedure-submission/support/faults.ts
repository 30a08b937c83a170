import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

type Fault = { readonly call: number; readonly when: 'before' | 'after'; readonly kind: 'timeout' | 'throttle' | 'failure' };

const errorOf = { timeout: 'TimeoutError', throttle: 'ThrottlingException', failure: 'InternalServerError' } as const;

/** A client whose n-th call fails: never sent, or carried out with its answer lost. */
export const faulty = (client: DynamoDBDocumentClient, fault: Fault | undefined) => {
  let calls = 0;
  const send = async (command: never): Promise<unknown> => {
    calls++;
    const strikes = fault?.call === calls;
    const error = Object.assign(new Error('injected'), { name: errorOf[fault?.kind ?? 'failure'] });
    if (strikes && fault.when === 'before') throw error;
    const answer = await client.send(command);
    if (strikes) throw error;
    return answer;
  };
  return { client: { send } as unknown as DynamoDBDocumentClient, calls: () => calls };
};
