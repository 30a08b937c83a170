/** `npm start`: the province on this machine, until Ctrl-C. */
import { runCommand, startWatched } from './command.ts';
import { printAddresses } from './addresses.ts';

await runCommand(async () => {
  const startedAt = performance.now();
  const province = await startWatched();
  printAddresses(province, performance.now() - startedAt);
});
