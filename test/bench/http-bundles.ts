import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFolder } from '../../infra/build/paths.ts';
import type { Entry } from '../../infra/build/paths.ts';
import { routesByWorkflow, type HttpWorkflow } from '../../shared/contracts/all-routes.ts';

/** Every function a person waits for: those that answer HTTP and the authoriser before them. */
export const httpBundles: readonly Entry[] = [
  ...(Object.keys(routesByWorkflow) as HttpWorkflow[]).map((workflow): Entry => `${workflow}/api`), 'identity/authorizer',
];

/** The bundle of a function. Throws a sentence when it was not built. */
export const bundleFile = (entry: Entry): string => {
  const file = join(bundleFolder(entry), 'index.mjs');
  if (!existsSync(file)) throw new Error(`${entry} is not built: run \`npm run build\` first.`);
  return file;
};

const realm = (name: string, endpoint: string) => ({
  issuer: `https://issuer.example/${name}`, clientId: `${name}-browser`, authorizeUrl: `${endpoint}/oauth2/authorize`,
  tokenUrl: `${endpoint}/oauth2/token`, logoutUrl: `${endpoint}/logout`, jwksUrl: `${endpoint}/${name}/jwks.json`,
});

/** What a function finds in its environment, its AWS at an address of ours. */
export const functionEnvironment = (endpoint: string): NodeJS.ProcessEnv => ({
  STAGE: 'bench', SITE_ORIGIN: 'http://localhost:8080', POWERTOOLS_SERVICE_NAME: 'bench', TABLE_NAME: 'bench', BUS_NAME: 'bench',
  UPLOADS_BUCKET: 'bench-uploads', MODELS_BUCKET: 'bench-models', DOCUMENTS_BUCKET: 'bench-documents', UPLOADS_ENDPOINT: '',
  MAIL_FROM: 'bench@example.org', API_BASE_URL: `${endpoint}/api`, SITE_BUCKET: 'bench-site', LAKE_BUCKET: 'bench-lake', GLUE_DATABASE: 'bench', ATHENA_WORKGROUP: 'bench',
  REALMS: JSON.stringify({ national: realm('national', endpoint), province: realm('province', endpoint) }),
  AWS_ENDPOINT_URL: endpoint, AWS_REGION: 'ap-southeast-1', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_SESSION_TOKEN: 'test',
});
