import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { dossierStatuses } from '../../shared/kernel/dossier-status.ts';
import type { Generated } from './generated.ts';

type Move = { readonly act: string; readonly from: readonly number[]; readonly to: number | 'same'; readonly by: string; readonly name: { readonly vi: string } };

export const DIAGRAM_BEGIN = '<!-- state diagram: generated, do not edit -->';
export const DIAGRAM_END = '<!-- end of state diagram -->';

const nodeOf = (status: number): string => `s${status}`;
const nameOf = (status: number): string => dossierStatuses.find(({ code }) => code === status)?.name.vi ?? String(status);

/** Mermaid text of the moves: one box per status in use, one arrow per way there. */
export const stateDiagram = (moves: readonly Move[]): string => {
  const used = [...new Set(moves.flatMap(({ from, to }) => (to === 'same' ? from : [...from, to])))].toSorted((a, b) => a - b);
  const ends = used.filter((status) => !moves.some(({ from, to }) => to !== 'same' && from.includes(status)));
  return [
    'stateDiagram-v2',
    ...used.map((status) => `  ${nodeOf(status)}: ${status} ${nameOf(status)}`),
    ...moves.flatMap(({ act, from, to, by, name }) => (from.length === 0 ? ['[*]'] : from.map(nodeOf)).map((prior) => `  ${prior} --> ${to === 'same' ? prior : nodeOf(to)}: ${name.vi} (${act}, ${by})`)),
    ...ends.map((status) => `  ${nodeOf(status)} --> [*]`),
  ].join('\n');
};

/** A README with its diagram renewed between the two markers; undefined where it has none. */
export const withDiagram = (readme: string, diagram: string): string | undefined => {
  const [before, rest] = readme.split(DIAGRAM_BEGIN);
  const after = rest?.split(DIAGRAM_END)[1];
  return before === undefined || after === undefined ? undefined : `${before}${DIAGRAM_BEGIN}\n\`\`\`mermaid\n${diagram}\n\`\`\`\n${DIAGRAM_END}${after}`;
};

/** The diagrams of every workflow that declares its transitions. Function code is reached by path only, as everywhere in infra. */
export const stateDiagrams = (root: string): Generated[] => {
  const path = 'functions/procedure-submission/README.md';
  if (!existsSync(join(root, path))) return [];
  const { transitions } = createRequire(import.meta.url)('../../functions/procedure-submission/transitions.ts') as { transitions: readonly Move[] };
  const text = withDiagram(readFileSync(join(root, path), 'utf8'), stateDiagram(transitions));
  return text === undefined ? [] : [{ path, text }];
};
