import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { Agency } from '../../shared/contracts/agency.ts';
import { ProcedureDraft, type ProcedureSummary, type ProcedureView } from '../../shared/contracts/procedure.ts';
import type { Province, Site } from '../../functions/portals/ports.ts';

const seed = <S extends z.ZodType>(name: string, shape: S): z.output<S> =>
  shape.parse(JSON.parse(readFileSync(new URL(`../../infra/local/seed/${name}.json`, import.meta.url), 'utf8')));

export const seedAgencies = seed('agencies', z.array(Agency));
const drafts = seed('procedures', z.array(z.object({ code: z.string(), draft: ProcedureDraft })));

const viewOf = (code: string, draft: ProcedureDraft, version = 1, status: ProcedureView['status'] = 'open'): ProcedureView =>
  ({ ...draft, code, version, status, publishedAt: '2026-11-22T03:00:00.000Z' });

/** The 80 procedures of the launch, as they read once published. */
export const seedProcedures: readonly ProcedureView[] = drafts.map(({ code, draft }) => viewOf(code, draft));

export const birthRegistration = (): ProcedureView => {
  const found = seedProcedures.find(({ code }) => code === '1.001193');
  if (found === undefined) throw new Error('the seed has no 1.001193');
  return structuredClone(found);
};

export const summaryOf = ({ code, name, field, level, acceptsOnline, version, status }: ProcedureView): ProcedureSummary => ({ code, name, field, level, acceptsOnline, version, status });

/** A catalogue that can change while it is read. */
export const catalogueOf = (procedures: readonly ProcedureView[], waiting: readonly ProcedureView[] = []) => {
  const state = new Map(procedures.map((procedure) => [procedure.code, procedure]));
  const province: Province = {
    procedure: async (code) => state.get(code),
    version: async (code, version) => {
      const found = waiting.find((one) => one.code === code && one.version === version);
      if (found === undefined) throw new Error(`getProcedureVersion answered 404 for ${code}`);
      return found;
    },
    procedures: async () => [...state.values()].map(summaryOf),
    agencies: async () => seedAgencies,
    everyAgency: async () => seedAgencies,
  };
  return { state, province };
};

/** A site's bucket in memory, with the marks an object store gives. */
export const memorySite = () => {
  const files = new Map<string, string>();
  const puts: string[] = [];
  const site: Site = {
    assets: async () => ({ procedure: { css: ['/tai-nguyen/portal-1.css'], js: ['/tai-nguyen/procedure-1.js'] }, procedures: { css: ['/tai-nguyen/portal-1.css'] } }),
    mark: async (key) => files.get(key),
    replace: async ({ key, body }, mark) => {
      if (mark === body) return true;
      if (files.get(key) !== mark) return false;
      files.set(key, body);
      puts.push(key);
      return true;
    },
  };
  return { files, puts, site };
};
