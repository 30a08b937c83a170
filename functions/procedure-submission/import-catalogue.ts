import type { ImportLine } from '../../shared/contracts/catalogue-work.ts';
import type { FieldProblemCode } from '../../shared/contracts/field-problems.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { fieldError } from '../../shared/runtime/problem.ts';
import { fingerprintOf } from '../../shared/runtime/request-key.ts';
import type { CatalogueWorks, WorkFile } from './catalogue-ports.ts';
import { readDraft } from './draft-faults.ts';
import { fromNational, type Imported, type Refusal } from './import-procedure.ts';
import { keepCatalogue, type KeepDeps } from './keep-catalogue.ts';
import type { Asked } from './ports.ts';
import { editionOf } from './procedure.ts';

export type ImportCommand = { readonly procedures: readonly unknown[]; readonly toReview: boolean; readonly asked: Asked };

const lineOf = (index: number, { code, name, notTaken }: Imported, outcome: ImportLine['outcome'], more: Partial<ImportLine> = {}): ImportLine =>
  ({ index, code, name, outcome, refused: [], notTaken: [...notTaken], toComplete: [], ...more });

const refusedLine = (index: number, imported: Imported, refusals: readonly Refusal[]): ImportLine => lineOf(index, imported, 'refused', {
  refused: refusals.map(({ path, code }) => { const { vi, en } = fieldError('', code); return { path, code, vi, en }; }),
});

/** Each intention of an import has a key of its own, made from the request's. */
const keyFor = ({ requestKey, cause }: Asked, code: string, act: string): Asked => ({ requestKey: { ...requestKey, id: `${requestKey.id}-${code}-${act}` }, cause });

const same = (a: unknown, b: unknown): boolean => fingerprintOf(a) === fingerprintOf(b);

/** What is published says the same already. The day it began is its own affair. */
const isPublished = async ({ procedures }: KeepDeps, { code, content }: Imported, now: Date): Promise<boolean> => {
  const latest = (await procedures.timeline(code, now)).begins.at(-1);
  const view = latest === undefined ? undefined : await procedures.version(code, latest.version);
  return view !== undefined && same({ ...editionOf(view), effectiveFrom: '' }, { ...content, effectiveFrom: '' });
};

const standing = async (works: CatalogueWorks, code: string): Promise<Pick<ImportLine, 'state' | 'revision'>> => {
  const { work, revision } = await works.load(code);
  return { revision, ...(work === undefined ? {} : { state: work.state }) };
};

type One = { readonly index: number; readonly imported: Imported; readonly file: WorkFile };

/**
 * Takes procedures of the national portal in as drafts: each in one transaction, or not at all with every refused field
 * by its path. The same file again changes nothing; a code that stands twice in it is refused both times. `toReview`
 * sends on what is complete.
 */
export const importCatalogue = (deps: KeepDeps) => {
  const keep = keepCatalogue(deps);

  const take = async ({ index, imported, file }: One, { toReview, asked }: ImportCommand, officer: Officer): Promise<ImportLine> => {
    const { code, content = {} } = imported;
    const faults = readDraft(code, content).faults;
    const wrong = faults.filter((fault) => fault.code !== 'field.missing');
    if (wrong.length > 0) return refusedLine(index, imported, wrong.map((fault) => ({ path: fault.pointer, code: fault.code as FieldProblemCode })));
    const there = file.work !== undefined && same(file.work.content, content);
    if (!there && file.work !== undefined) return refusedLine(index, imported, [{ path: 'MATTHC', code: 'import.draft-exists' }]);
    if (!there && (await isPublished(deps, imported, asked.cause.now))) return lineOf(index, imported, 'unchanged');
    if (!there) await keep({ procedureCode: code, act: 'save', revision: file.revision, content, asked: keyFor(asked, code, 'save') }, officer);
    const goesOn = toReview && faults.length === 0 && (!there || file.work?.state === 'draft');
    if (goesOn) await keep({ procedureCode: code, act: 'submit', revision: there ? file.revision : file.revision + 1, asked: keyFor(asked, code, 'submit') }, officer);
    return lineOf(index, imported, there ? 'unchanged' : 'imported', { toComplete: faults.map(({ pointer }) => pointer), ...(await standing(deps.works, code)) });
  };

  return async (command: ImportCommand, officer: Officer): Promise<ImportLine[]> => {
    const all = command.procedures.map(fromNational);
    const lines: ImportLine[] = [];
    for (const [index, imported] of all.entries()) {
      const twice = imported.code !== '' && all.some(({ code }, other) => other !== index && code === imported.code);
      const refusals = twice ? [...imported.refusals, { path: 'MATTHC', code: 'import.code-twice' } as const] : imported.refusals;
      lines.push(refusals.length > 0 ? refusedLine(index, imported, refusals) : await take({ index, imported, file: await deps.works.load(imported.code) }, command, officer));
    }
    return lines;
  };
};
