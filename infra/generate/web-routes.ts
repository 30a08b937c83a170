import { routesByWorkflow } from '../../shared/contracts/all-routes.ts';
import { problems } from '../../shared/contracts/problems.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { channels, dossierStatuses } from '../../shared/kernel/dossier-status.ts';
import type { Generated } from './generated.ts';

const header = '// Generated from shared/contracts by `npm run generate`; a test compares. Pages carry these few facts instead of zod.\n';
const line = ({ name, method, path, keyed }: Route): string => `  ${name}: ${JSON.stringify({ method, path, keyed })},`;

/** What the typed client needs of each route at run time, and the two sentences it must know without an answer. */
export const webRoutes = (): Generated[] => {
  const all: readonly Route[] = Object.values(routesByWorkflow).flat();
  const sentence = (code: 'busy' | 'unexpected') => ({ status: problems[code].status, vi: problems[code].vi, en: problems[code].en });
  const routes = `${header}export const routes = {\n${all.map(line).join('\n')}\n} as const;

export const sentences = ${JSON.stringify({ busy: sentence('busy'), unexpected: sentence('unexpected') }, null, 2)} as const;
`;
  const statuses = dossierStatuses.map(({ code, key, name, clock, terminal }) => `  ${JSON.stringify({ code, key, name, clock, terminal })},`);
  const ways = channels.map((channel) => `  ${JSON.stringify(channel)},`);
  const vocabulary = `${header}export const statuses = [\n${statuses.join('\n')}\n] as const;\n\nexport const channels = [\n${ways.join('\n')}\n] as const;\n`;
  return [{ path: 'web/client/routes.gen.ts', text: routes }, { path: 'web/client/vocabulary.gen.ts', text: vocabulary }];
};
