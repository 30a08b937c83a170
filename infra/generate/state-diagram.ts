import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { dossierStatuses } from '../../shared/kernel/dossier-status.ts';
import { feedbackStates } from '../../shared/kernel/feedback-state.ts';
import type { Generated } from './generated.ts';

type State = number | string;
type Move = { readonly act: string; readonly from: readonly State[]; readonly to: State; readonly by: string; readonly name: { readonly vi: string } };
type Named = Readonly<Record<string, { readonly vi: string }>>;

export const DIAGRAM_BEGIN = '<!-- state diagram: generated, do not edit -->';
export const DIAGRAM_END = '<!-- end of state diagram -->';
const beginOf = (of: string): string => `<!-- state diagram of ${of}: generated, do not edit -->`;

const nodeOf = (state: State): string => `s${state}`;
const dossierNames: Named = Object.fromEntries(dossierStatuses.map(({ code, name }) => [code, { vi: `${code} ${name.vi}` }]));

/** Mermaid text of the moves: one box per state in use, one arrow per way there. */
export const stateDiagram = (moves: readonly Move[], names: Named = dossierNames): string => {
  const inOrder = Object.keys(names);
  const used = [...new Set(moves.flatMap(({ from, to }) => (to === 'same' ? from : [...from, to])))].toSorted((a, b) => inOrder.indexOf(String(a)) - inOrder.indexOf(String(b)));
  const ends = used.filter((status) => !moves.some(({ from, to }) => to !== 'same' && from.includes(status)));
  return [
    'stateDiagram-v2',
    ...used.map((status) => `  ${nodeOf(status)}: ${names[status]?.vi ?? status}`),
    ...moves.flatMap(({ act, from, to, by, name }) => (from.length === 0 ? ['[*]'] : from.map(nodeOf)).map((prior) => `  ${prior} --> ${to === 'same' ? prior : nodeOf(to)}: ${name.vi} (${act}, ${by})`)),
    ...ends.map((status) => `  ${nodeOf(status)} --> [*]`),
  ].join('\n');
};

/** A README with a diagram renewed between its two markers; undefined where it has none. */
export const withDiagram = (readme: string, diagram: string, begin = DIAGRAM_BEGIN): string | undefined => {
  const [before, ...rest] = readme.split(begin);
  const [, ...after] = rest.join(begin).split(DIAGRAM_END);
  return before === undefined || after.length === 0 ? undefined : `${before}${begin}\n\`\`\`mermaid\n${diagram}\n\`\`\`\n${DIAGRAM_END}${after.join(DIAGRAM_END)}`;
};

/** The diagrams of every workflow that declares its transitions. Function code is reached by path only, as everywhere in infra. */
export const stateDiagrams = (root: string): Generated[] => {
  const path = 'functions/procedure-submission/README.md';
  if (!existsSync(join(root, path))) return [];
  const load = createRequire(import.meta.url);
  const { transitions } = load('../../functions/procedure-submission/transitions.ts') as { transitions: readonly Move[] };
  const { bookingTransitions, bookingStates } = load('../../functions/procedure-submission/booking-transitions.ts') as { bookingTransitions: readonly Move[]; bookingStates: Named };
  const { ticketTransitions, ticketStates } = load('../../functions/procedure-submission/ticket-transitions.ts') as { ticketTransitions: readonly Move[]; ticketStates: Named };
  const diagrams = [[DIAGRAM_BEGIN, stateDiagram(transitions)], [beginOf('bookings'), stateDiagram(bookingTransitions, bookingStates)], [beginOf('numbers'), stateDiagram(ticketTransitions, ticketStates)]] as const;
  const text = diagrams.reduce<string>((readme, [begin, diagram]) => withDiagram(readme, diagram, begin) ?? readme, readFileSync(join(root, path), 'utf8'));
  const feedbackPath = 'functions/feedback-classification/README.md';
  const feedback = load('../../functions/feedback-classification/transitions.ts') as { transitions: readonly Move[] };
  const feedbackNames: Named = Object.fromEntries(feedbackStates.map(({ state, name }) => [state, name]));
  const kept = readFileSync(join(root, feedbackPath), 'utf8');
  return [{ path, text }, { path: feedbackPath, text: withDiagram(kept, stateDiagram(feedback.transitions, feedbackNames)) ?? kept }];
};
