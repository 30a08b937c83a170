/**
 * Progress as people read it: one line per step with its time, `✔ 3/9 Emulator ready  2.1 s`.
 * On a terminal the running step is shown while it runs; in a log only finished steps are.
 */
export interface Steps {
  /** Runs one step and prints its line. `note` of the result, if any, is printed after the title. */
  run<T>(title: string, work: () => Promise<T>, note?: (result: T) => string | undefined): Promise<T>;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

export function printedSteps(total: number, out: NodeJS.WriteStream = process.stdout): Steps {
  let current = 0;
  const overwrite = out.isTTY ? '\r\u001b[2K' : '';
  return {
    async run(title, work, note) {
      current += 1;
      const label = `${current}/${total} ${title}`;
      if (out.isTTY) out.write(`… ${label}`);
      const startedAt = performance.now();
      try {
        const result = await work();
        const remark = note?.(result);
        out.write(`${overwrite}✔ ${label.padEnd(44)} ${seconds(performance.now() - startedAt).padStart(7)}${remark ? `  ${remark}` : ''}\n`);
        return result;
      } catch (error) {
        out.write(`${overwrite}✘ ${label.padEnd(44)} ${seconds(performance.now() - startedAt).padStart(7)}\n`);
        throw error;
      }
    },
  };
}

/** Steps nobody watches (a test's set-up). */
export const silentSteps: Steps = { run: async (_title, work) => await work() };
