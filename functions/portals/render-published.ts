import type { ProcedureSummary } from '../../shared/contracts/procedure.ts';
import type { NotDone } from '../../shared/runtime/batch.ts';
import { RetryLater } from '../../shared/runtime/queue.ts';
import { atMost } from './at-most.ts';
import type { Province, Site } from './ports.ts';
import { publishFiles } from './publish-files.ts';
import { catalogueKeys, cataloguePages, procedureKeys, procedurePages } from './site-pages.ts';

export interface RenderDeps {
  readonly province: Province;
  readonly site: Site;
  /** where people read the site, for the sitemap */
  readonly origin: string;
}

/** A procedure of which a version came into force, will, or will not, and the message that said so. */
export interface Published {
  readonly messageId: string;
  readonly code: string;
  readonly version: number;
  /** it is in force (when nothing is said), begins on a later day, or will not begin after all */
  readonly told?: 'begun' | 'waits' | 'recalled';
}

/** How many procedures are read at the same time: each read keeps a function of another workflow busy. */
const READ_AT_ONCE = 3;

/** The highest version told of each procedure. */
const highest = (published: readonly Pick<Published, 'code' | 'version'>[]): ReadonlyMap<string, number> => {
  const versions = new Map<string, number>();
  for (const { code, version } of published) versions.set(code, Math.max(version, versions.get(code) ?? 0));
  return versions;
};

/** What was read must be at least as new as what was told: an older answer is a read from before the write. */
const notOlder = (code: string, told: number, read: number | undefined): void => {
  if (read === undefined || read < told) throw new RetryLater(`version ${told} of ${code} cannot be read yet`);
};

/**
 * Renders the procedures of a batch, then once everything that lists them. Always from the present state of the
 * catalogue, never from the event, so that order and repetition of events do not matter.
 */
export const renderPublished = ({ province, site, origin }: RenderDeps) => async (published: readonly Published[]): Promise<NotDone> => {
  const versions = highest(published);
  const inForce = highest(published.filter(({ told = 'begun' }) => told === 'begun'));
  const [manifest, agencies] = await Promise.all([site.assets(), province.agencies()]);
  const failed = new Map<string, unknown>();

  await atMost(READ_AT_ONCE, [...versions], async ([code, version]) => {
    const make = async () => {
      const procedure = await province.procedure(code);
      notOlder(code, inForce.get(code) ?? 0, procedure?.version ?? 0);
      // the first version of all waits for its day: there is no page yet
      if (procedure === undefined) return [];
      notOlder(code, version, Math.max(procedure.version, procedure.next?.version ?? 0, procedure.highest ?? 0));
      const next = procedure.next === undefined ? undefined : await province.version(code, procedure.next.version);
      return procedurePages(procedure, { agencies, manifest, ...(next === undefined ? {} : { next }) });
    };
    await publishFiles(site, procedureKeys(code), make).catch((error: unknown) => failed.set(code, error));
  });

  if (inForce.size > 0) await publishFiles(site, catalogueKeys, async () => {
    const procedures: readonly ProcedureSummary[] = await province.procedures();
    for (const [code, version] of inForce) notOlder(code, version, procedures.find((listed) => listed.code === code)?.version);
    return cataloguePages(procedures, agencies, manifest, origin);
  });
  return new Map(published.filter(({ code }) => failed.has(code)).map(({ messageId, code }) => [messageId, failed.get(code)]));
};
