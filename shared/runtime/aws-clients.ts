import { NodeHttpHandler } from '@smithy/node-http-handler';
import { Sha256 } from './sha256.ts';
import { waitingFor } from './waiting.ts';

/** The SDK's own handler, with the time on the wire counted: what a request waited for AWS is told beside its own time. */
export class CountedHandler extends NodeHttpHandler {
  override handle(...asked: Parameters<NodeHttpHandler['handle']>): ReturnType<NodeHttpHandler['handle']> {
    return waitingFor(super.handle(...asked));
  }
}

const nothing = (): void => undefined;
/** Without `info`: for a line nobody writes, the SDK would walk through all it sent and all it received. */
const quiet = { trace: nothing, debug: nothing, warn: nothing, error: nothing } as unknown as Console;

/**
 * What every AWS client starts from: give up early and try again rather than wait out a function's whole time.
 * Each adapter makes its own client, so that a bundle carries only the clients it calls.
 */
export const leanClient = {
  maxAttempts: 3,
  requestHandler: new CountedHandler({ connectionTimeout: 1_000, requestTimeout: 5_000 }),
  sha256: Sha256,
  logger: quiet,
} as const;
