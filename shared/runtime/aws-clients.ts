import { NodeHttpHandler } from '@smithy/node-http-handler';
import { waitingFor } from './waiting.ts';

/** The SDK's own handler, with the time on the wire counted: what a request waited for AWS is told beside its own time. */
class CountedHandler extends NodeHttpHandler {
  override handle(...asked: Parameters<NodeHttpHandler['handle']>): ReturnType<NodeHttpHandler['handle']> {
    return waitingFor(super.handle(...asked));
  }
}

/**
 * What every AWS client starts from: give up early and try again rather than wait out a function's whole time.
 * Each adapter makes its own client, so that a bundle carries only the clients it calls.
 */
export const leanClient = {
  maxAttempts: 3,
  requestHandler: new CountedHandler({ connectionTimeout: 1_000, requestTimeout: 5_000 }),
} as const;
