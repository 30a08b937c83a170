import * as z from 'zod';
import { Username } from '../../shared/contracts/directory.ts';
import { AgencyCode } from '../../shared/kernel/agency-code.ts';
import { systemClock } from '../../shared/kernel/clock.ts';
import { cleanText } from '../../shared/kernel/vietnamese-text.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { firstAdministratorDeps } from './deps.ts';

const deps = firstAdministratorDeps();
const Command = z.object({ username: Username, name: cleanText(120), agency: AgencyCode });

type Outcome = { readonly appointed: boolean; readonly reason?: string };

/** Invoked by an operator with `{ username, name, agency }`, once, before anybody can sign in. */
export const handler = async (input: unknown): Promise<Outcome> => {
  const command = Command.safeParse(input);
  if (!command.success) return { appointed: false, reason: `not right: ${command.error.issues.map(({ path }) => path.join('.')).join(', ')}` };
  const { appointed } = await deps.appointFirstAdministrator(command.data, systemClock());
  logger.info('first-administrator', { appointed });
  return appointed ? { appointed } : { appointed, reason: 'there is an administrator already' };
};
