import * as z from 'zod';
import { Localised } from '../kernel/localised.ts';

/** Who may own an internal step: a post of the agency that holds the dossier. */
export const StepRole = z.enum(['one-stop-clerk', 'case-officer', 'leader']);
export type StepRole = z.infer<typeof StepRole>;

/**
 * One step of the agency's own way with a dossier (quy trình nội bộ): who owns it, and how much of the term is its.
 * `share` is per cent of the term, in quarters, so that shares add up exactly.
 */
export const InternalStep = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(40), name: Localised, role: StepRole,
  share: z.number().min(0).max(100).multipleOf(0.25),
  /** the level at which the step is done, where a procedure runs through several */
  agencyLevel: z.enum(['commune', 'district', 'province']).optional(),
}).meta({ title: 'Internal step', description: 'A step of the agency’s own way with a dossier: its owner and its share of the term.', examples: [{ id: 'expert', name: { vi: 'Thẩm định', en: 'Examination' }, role: 'case-officer', share: 60 }] });
export type InternalStep = z.infer<typeof InternalStep>;

export const InternalSteps = z.array(InternalStep).min(2).max(12);

/** The first step takes the dossier in, the last gives the result out: their ids are fixed, everything between is the procedure's own. */
export const receptionStep = 'reception';
export const returnStep = 'return';

/** The steps of a version that declares none: what the acts of the desk do anyhow. */
export const defaultSteps: readonly InternalStep[] = [
  { id: receptionStep, name: { vi: 'Tiếp nhận hồ sơ', en: 'Reception' }, role: 'one-stop-clerk', share: 10 },
  { id: 'expert', name: { vi: 'Thẩm định, giải quyết', en: 'Examination and decision' }, role: 'case-officer', share: 90 },
  { id: returnStep, name: { vi: 'Trả kết quả', en: 'Return of the result' }, role: 'one-stop-clerk', share: 0 },
];

/** The steps a dossier of a version walks. */
export const stepsOf = ({ steps }: { readonly steps?: readonly InternalStep[] | undefined }): readonly InternalStep[] => steps ?? defaultSteps;

/**
 * JSON pointers, from the version on, to what the shape alone does not see: a first step that is not the reception by
 * a clerk, a last one that is not the return by a clerk (outside the term: the clock stops when the result reaches the
 * one-stop desk), nothing between them, a step before the return of somebody who may not finish a matter, ids used twice,
 * shares that do not make up the whole.
 */
export const faultsOfSteps = (steps: readonly InternalStep[] | undefined): string[] => {
  if (steps === undefined) return [];
  const last = steps.length - 1;
  const ends = ([[0, receptionStep], [last, returnStep]] as const).flatMap(([place, id]) => [
    ...(steps[place]?.id === id ? [] : [`/steps/${place}/id`]), ...(steps[place]?.role === 'one-stop-clerk' ? [] : [`/steps/${place}/role`]),
  ]);
  const beforeReturn = steps.length > 2 && steps[last - 1]?.role === 'one-stop-clerk' ? [`/steps/${last - 1}/role`] : [];
  const twice = steps.flatMap(({ id }, index) => (steps.findIndex((other) => other.id === id) === index ? [] : [`/steps/${index}/id`]));
  const whole = steps.reduce((sum, { share }) => sum + share, 0) === 100;
  return [...new Set([...ends, ...beforeReturn, ...twice, ...(steps[last]?.share === 0 ? [] : [`/steps/${last}/share`]), ...(whole && steps.length > 2 ? [] : ['/steps'])])];
};
