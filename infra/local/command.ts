/** The frame of every local command: Ctrl-C stops what it started, a failure is one sentence and exit code 1. */
import { tellFailure } from './failure.ts';
import { stopProvince } from './province.ts';

/** Runs the command; when it resolves the process goes on until it is interrupted. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  const leave = (code: number) => void stopProvince().finally(() => process.exit(code));
  let leaving = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (leaving) process.exit(130);
      leaving = true;
      process.stdout.write('\nStopping…\n');
      leave(0);
    });
  }
  try {
    await work();
  } catch (error) {
    if (leaving) return;
    tellFailure(error);
    leave(1);
  }
}
