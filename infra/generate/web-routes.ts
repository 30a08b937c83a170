import { routesByWorkflow } from '../../shared/contracts/all-routes.ts';
import { FileType, MAX_FILE_BYTES } from '../../shared/contracts/dossier.ts';
import { problems } from '../../shared/contracts/problems.ts';
import type { ProblemCode } from '../../shared/contracts/problems.ts';
import type { Route } from '../../shared/contracts/route.ts';
import type { Generated } from './generated.ts';

const header = '// Generated from shared/contracts by `npm run generate`; a test compares. Pages carry these few facts instead of zod.\n';
/** Problems a page meets without an answer of ours: the gateway spoke, or the file is refused before it is sent, or after. */
const saidByThePage = ['busy', 'unexpected', 'file-type-not-accepted', 'file-too-large', 'file-type-mismatch', 'file-checksum-mismatch', 'upload-refused', 'upload-not-checked'] as const satisfies readonly ProblemCode[];

/** Said while a pattern of numbers is typed, by the rule the province would refuse it with. */
const saidToOfficers = ['number-pattern-malformed', 'number-pattern-without-ordinal', 'number-pattern-runs-together', 'number-pattern-repeats', 'number-pattern-too-long'] as const satisfies readonly ProblemCode[];

const line = ({ name, method, path, keyed }: Route): string => `  ${name}: ${JSON.stringify({ method, path, ...(keyed ? { keyed } : {}) })},`;

/** What the typed client needs of each route at run time, and the sentences it must know without an answer. Routes that only officers may call stay with the desk: no page of citizens carries them. */
export const webRoutes = (): Generated[] => {
  // a machine has its own client, and a redirect is followed by the browser: neither is called by a page
  const all = (Object.values(routesByWorkflow).flat() as readonly Route[]).filter(({ access, ok }) => ok.status !== 302 && access.some(({ kind }) => kind !== 'machine'));
  const sentencesOf = (codes: readonly ProblemCode[]) => JSON.stringify(Object.fromEntries(codes.map((code) => [code, problems[code]])), null, 2);
  const forOfficers = (route: Route): boolean => route.access.every(({ kind }) => kind === 'officer' || kind === 'machine');
  const object = (name: string, of: readonly Route[]): string => `export const ${name} = {\n${of.map(line).join('\n')}\n} as const;\n`;
  const officers = `${header}${object('officerRoutes', all.filter(forOfficers))}
export const officerSentences = ${sentencesOf(saidToOfficers)} as const;
`;
  const routes = `${header}${object('routes', all.filter((route) => !forOfficers(route)))}
export const sentences = ${sentencesOf(saidByThePage)} as const;

export const uploads = ${JSON.stringify({ maxBytes: MAX_FILE_BYTES, types: FileType.options })} as const;
`;
  return [{ path: 'web/client/routes.gen.ts', text: routes }, { path: 'web/client/officer-routes.gen.ts', text: officers }];
};
