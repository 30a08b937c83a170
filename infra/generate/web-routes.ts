import areas from '../../shared/kernel/areas.json' with { type: 'json' };
import { routesByWorkflow } from '../../shared/contracts/all-routes.ts';
import { FileType, MAX_FILE_BYTES } from '../../shared/contracts/dossier.ts';
import { MAX_MEDIA_BYTES, MediaType, mostCharacters } from '../../shared/contracts/feedback-shapes.ts';
import { problems } from '../../shared/contracts/problems.ts';
import type { ProblemCode } from '../../shared/contracts/problems.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { feedbackPublicRoutes } from '../../shared/contracts/feedback.ts';
import { bookingRoutes } from '../../shared/contracts/booking.ts';
import { ticketRoutes } from '../../shared/contracts/ticket.ts';
import type { Generated } from './generated.ts';

const header = '// Generated from shared/contracts by `npm run generate`; a test compares. Pages carry these few facts instead of zod.\n';
/** Problems a page meets without an answer of ours: the gateway spoke. */
const saidByThePage = ['busy', 'unexpected'] as const satisfies readonly ProblemCode[];
/** What can be wrong with a file before it is sent, or after; only pages that send files carry these. */
const saidOfFiles = [
  'file-type-not-accepted', 'file-empty', 'file-too-large', 'file-type-mismatch', 'file-checksum-mismatch', 'file-active-content', 'upload-refused', 'upload-not-checked',
] as const satisfies readonly ProblemCode[];

const saidOfMedia = ['media-type-not-accepted', 'file-empty', 'file-too-large', 'file-type-mismatch', 'file-checksum-mismatch', 'upload-refused', 'upload-not-checked'] as const satisfies readonly ProblemCode[];

/** Said while a pattern of numbers is typed, by the rule the province would refuse it with. */
const saidToOfficers = ['number-pattern-malformed', 'number-pattern-without-ordinal', 'number-pattern-runs-together', 'number-pattern-repeats', 'number-pattern-too-long'] as const satisfies readonly ProblemCode[];

const line = ({ name, method, path, keyed }: Route): string => `  ${name}: ${JSON.stringify({ method, path, ...(keyed ? { keyed } : {}) })},`;

/** What the typed client needs of each route at run time, and the sentences it must know without an answer. Routes that only officers may call stay with the desk: no page of citizens carries them. */
export const webRoutes = (): Generated[] => {
  // a machine has its own client, and so has an interface that others laid down; a redirect is followed by the browser: none is called by a page
  const all = (Object.values(routesByWorkflow).flat() as readonly Route[]).filter(({ access, ok, dialect, plain, raw }) => ok.status !== 302 && dialect === undefined && plain === undefined && raw === undefined && access.some(({ kind }) => kind !== 'machine'));
  const sentences = (name: string, codes: readonly ProblemCode[]): string => `export const ${name} = ${JSON.stringify(Object.fromEntries(codes.map((code) => [code, problems[code]])), null, 2)} as const;\n`;
  const ofBookings = ({ name }: Route): boolean => [...bookingRoutes, ...ticketRoutes].some((route) => route.name === name);
  const ofFeedback = ({ name }: Route): boolean => feedbackPublicRoutes.some((route) => route.name === name);
  const forOfficers = (route: Route): boolean => route.access.every(({ kind }) => kind === 'officer' || kind === 'machine');
  const object = (name: string, of: readonly Route[]): string => `export const ${name} = {\n${of.map(line).join('\n')}\n} as const;\n`;
  const officers = `${header}${object('officerRoutes', all.filter(forOfficers))}
${sentences('officerSentences', saidToOfficers)}`;
  const routes = `${header}${object('routes', all.filter((route) => !forOfficers(route) && !ofBookings(route) && !ofFeedback(route)))}
${sentences('sentences', saidByThePage)}`;
  const files = `${header}${sentences('fileSentences', saidOfFiles)}
export const uploads = ${JSON.stringify({ maxBytes: MAX_FILE_BYTES, types: FileType.options })} as const;
`;
  // one page books: no other carries these
  const bookings = `${header}${object('bookingRoutes', all.filter((route) => ofBookings(route) && !forOfficers(route)))}`;
  // the pages of reports carry their own, and the sentences of a photo
  const feedback = `${header}${object('feedbackRoutes', all.filter(ofFeedback))}
${sentences('mediaSentences', saidOfMedia)}
export const media = ${JSON.stringify({ maxBytes: MAX_MEDIA_BYTES, types: MediaType.options })} as const;
export const mostCharacters = ${mostCharacters};
`;
  // a list needs the names of the communes, not their lines
  const names = `// Generated from shared/kernel/areas.json by \`npm run generate\`; a test compares.\n/** Code, Vietnamese and English name of every commune. */\nexport const areaNames: readonly (readonly [code: string, vi: string, en: string])[] = [\n${areas.areas.map(({ code, name }) => `  ${JSON.stringify([code, name.vi, name.en])},`).join('\n')}\n];\n`;
  return [{ path: 'web/client/area-names.gen.ts', text: names }, { path: 'web/client/feedback-routes.gen.ts', text: feedback }, { path: 'web/client/routes.gen.ts', text: routes }, { path: 'web/client/booking-routes.gen.ts', text: bookings }, { path: 'web/client/officer-routes.gen.ts', text: officers }, { path: 'web/client/files.gen.ts', text: files }];
};
