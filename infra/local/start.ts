/** `npm start`: the province on this machine, until Ctrl-C. */
import { runCommand } from './command.ts';
import { printAddresses } from './addresses.ts';
import { startProvince } from './province.ts';

await runCommand(async () => {
  const startedAt = performance.now();
  const province = await startProvince();
  printAddresses(province, performance.now() - startedAt);
});
