import type { Channel, DossierStatusCode } from '../../../shared/kernel/dossier-status.ts';
import { newId } from '../../../shared/kernel/ids.ts';
import type { Dossier, Standing } from '../../../functions/procedure-submission/dossier.ts';
import { verdictOf } from '../../../functions/procedure-submission/punctuality.ts';
import { seeded, type Random } from '../../fuzz/random.ts';
import { filedAt } from './dossiers.ts';

export const lifeAgencies = ['H30.19.01', 'H30.19.02', 'H30.07'] as const;

/** What may follow a status, with what is likely listed more often; `move` gives the dossier to another agency. */
const next: Readonly<Record<DossierStatusCode, readonly (DossierStatusCode | 'move' | 'extend')[]>> = {
  1: [2, 2, 2, 3, 5, 7], 2: [4, 4, 4, 5, 6, 8, 7, 'move', 'extend'], 3: [], 4: [9, 9, 9, 5, 6, 8, 7, 'move', 'extend'], 5: [1, 2, 4, 8, 7], 6: [4, 4, 7], 7: [], 8: [2, 4, 7], 9: [10], 10: [],
};

const hours = (random: Random): number => (random.chance(0.2) ? random.below(1400) : random.below(90)) * 3_600_000 + random.below(3_600_000);

type Draft = { -readonly [K in keyof Standing]: Standing[K] };

const stepInto = (before: Standing, step: DossierStatusCode | 'move' | 'extend', at: Date, random: Random): Standing => {
  const after: Draft = { ...before, revision: before.revision + 1 };
  const last = before.steps.at(-1);
  const agency = step === 'move' ? random.pick(lifeAgencies) : last?.agency ?? lifeAgencies[0];
  const status = typeof step === 'number' ? step : before.business;
  if (typeof step === 'number' || agency !== last?.agency) after.steps = [...before.steps, { at: at.toISOString(), status, agency }];
  after.business = status;
  after.competent = { code: agency, name: agency };
  const later = (): string => new Date(at.getTime() + hours(random)).toISOString();
  if (status === 2 && before.receivedAt === undefined) { after.receivedAt = at.toISOString(); if (random.chance(0.85)) after.dueAt = later(); }
  // late before it was paused: the date stays; otherwise nothing is promised while the clock stands
  if ((status === 5 || status === 6 || status === 8) && after.dueAt !== undefined && at.toISOString() < after.dueAt) delete after.dueAt;
  if ((step === 2 || step === 4) && before.receivedAt !== undefined && before.business !== 2 && after.dueAt === undefined) after.dueAt = later();
  if (step === 'extend' && after.dueAt !== undefined && at.toISOString() < after.dueAt) after.dueAt = new Date(Date.parse(after.dueAt) + 86_400_000).toISOString();
  if (status === 7 && after.dueAt !== undefined) { after.lapsedDueAt = after.dueAt; delete after.dueAt; }
  if (status === 9) { after.finishedAt = at.toISOString(); if (after.dueAt !== undefined) after.verdict = verdictOf(at, new Date(after.dueAt)); }
  return after;
};

/** Every state a dossier goes through; the last is where it stands. */
export type Life = readonly Dossier[];

const lifeOf = (random: Random): Life => {
  let at = new Date(Date.UTC(2026, 5, 1) + random.below(120) * 86_400_000 + random.below(86_400_000));
  const agency = random.pick(lifeAgencies);
  const filed = filedAt(at, { dossierId: newId('dos', at, random.next), agency: { code: agency, name: agency }, channel: random.pick<Channel>(['online', 'online', 'direct', 'post']) });
  let standing: Standing = { revision: 0, business: 1, finance: 'not-due', delivery: 'none', sync: 'local', steps: [{ at: at.toISOString(), status: 1, agency }], historyHead: '' };
  const life: Dossier[] = [{ filed, standing }];
  for (let step = random.below(12); step > 0; step--) {
    // before acceptance a dossier goes back to where it was, and is not in progress
    const possible = next[standing.business].filter((to) => (standing.receivedAt === undefined ? to !== 'move' && (standing.business !== 5 || to === 1 || to === 7) : to !== 1));
    if (possible.length === 0) break;
    at = new Date(at.getTime() + hours(random));
    standing = stepInto(standing, random.pick(possible), at, random);
    life.push({ filed, standing });
  }
  return life;
};

export const randomLives = (seed: number, count: number): readonly Life[] => {
  const random = seeded(seed);
  return Array.from({ length: count }, () => lifeOf(random));
};
