/** The frame of the local commands: Ctrl-C stops what they started, a failure is one sentence and exit code 1. */
import { LocalFailure, tellFailure } from './failure.ts';
import { portNamedBy } from './prerequisites.ts';
import { PROVINCE_STEPS, type Province, startProvince, stopProvince } from './province.ts';
import { printedSteps } from './steps.ts';

/** The province as the environment asks for it (`SITE_PORT`, `AWS_ENDPOINT_URL`), with its progress printed. */
export async function startWatched(): Promise<Province> {
  const sitePort = portNamedBy('SITE_PORT');
  return await startProvince({
    steps: printedSteps(PROVINCE_STEPS), useAnswering: true, ...(sitePort === undefined ? {} : { sitePort }),
    onEmulatorEnd: (lastWords) => {
      tellFailure(new LocalFailure(`The local AWS ended by itself: ${lastWords}`, 'Start again; its log is under .local/logs.'));
      void stopProvince().finally(() => process.exit(1));
    },
  });
}

/** Runs the command; when it resolves the process goes on until it is interrupted. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  const leave = (code: number) => void stopProvince().finally(() => process.exit(code));
  let leaving = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // npm passes a signal on that the terminal has sent already: the second one means nothing.
      if (leaving) return;
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
