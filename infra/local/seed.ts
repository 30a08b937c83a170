/** `npm run seed`: seeds a province that is deployed already (`AWS_ENDPOINT_URL`, otherwise the default address). */
import { tellFailure, LocalFailure } from './failure.ts';
import { answers } from './emulator.ts';
import { outputsOf } from './deploy.ts';
import { requireLocal } from './local-aws.ts';
import { readOutputs } from './outputs.ts';
import { seedProvince } from './seed/seed-province.ts';

try {
  const endpoint = process.env['AWS_ENDPOINT_URL'] ?? 'http://127.0.0.1:4566';
  requireLocal(endpoint);
  if (!(await answers(endpoint))) throw new LocalFailure(`No local AWS answers at ${endpoint}.`, 'Start the province first: npm start');
  const { note } = await seedProvince({
    endpoint, siteUrl: `http://localhost:${process.env['SITE_PORT'] ?? '8080'}`, outputs: await readOutputs(outputsOf()),
  });
  process.stdout.write(`Seeded: ${note}\n`);
} catch (error) {
  tellFailure(error);
  process.exitCode = 1;
}
