import type { Outputs } from '../outputs.ts';
import type { Seeded } from '../seeded.ts';

/** Fills a freshly deployed province through the code paths an official would use. Leaves a province that is seeded as it is. */
export async function seedProvince(_deployed: { readonly siteUrl: string; readonly endpoint: string; readonly outputs: Outputs }): Promise<Seeded> {
  return { note: 'nothing yet', accounts: [] };
}
