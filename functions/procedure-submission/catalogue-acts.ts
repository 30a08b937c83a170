import type { Role } from '../../shared/contracts/access.ts';
import type { CatalogueAct, WorkState } from '../../shared/contracts/catalogue-work.ts';
import { editing, reviewing } from '../../shared/contracts/catalogue-work.ts';

type State = WorkState | null;

/** An act on the draft of a procedure: from which state, to which, by whom. `null` is no draft at all. */
export type CatalogueTransition = {
  readonly act: CatalogueAct; readonly from: readonly State[]; readonly to: State | 'same'; readonly by: readonly Role[];
  /** never by somebody who wrote on the draft */
  readonly byAnother?: true;
};

/** How a version comes about, as data: what may be done, what the desk offers and what is refused all read these rows. */
export const catalogueTransitions: readonly CatalogueTransition[] = [
  { act: 'save', from: [null, 'draft'], to: 'draft', by: editing },
  { act: 'submit', from: ['draft'], to: 'in-review', by: editing },
  { act: 'take-back', from: ['in-review'], to: 'draft', by: editing },
  { act: 'discard', from: ['draft'], to: null, by: editing },
  { act: 'comment', from: ['draft', 'in-review'], to: 'same', by: [...editing, ...reviewing] },
  { act: 'return', from: ['in-review'], to: 'draft', by: reviewing, byAnother: true },
  { act: 'publish', from: ['in-review'], to: null, by: reviewing, byAnother: true },
  // what was published by two is undone by somebody who did not write it; without another draft, the recalled version is the draft again
  { act: 'recall', from: [null, 'draft', 'in-review'], to: 'same', by: reviewing, byAnother: true },
];

/** What somebody with these roles may do in a state. */
export const actsIn = (state: State, { roles, author }: { readonly roles: readonly Role[]; readonly author: boolean }): CatalogueAct[] =>
  catalogueTransitions.filter(({ from, by, byAnother }) => from.includes(state) && by.some((role) => roles.includes(role)) && !(byAnother === true && author)).map(({ act }) => act);

export const transitionOf = (act: CatalogueAct, state: State): CatalogueTransition | undefined =>
  catalogueTransitions.find((row) => row.act === act && row.from.includes(state));
