import { competentAgency, type Dossier } from './dossier.ts';
import { wayOf } from './internal-step.ts';
import type { Warning } from './reminder.ts';
import type { Localised } from '../../shared/kernel/localised.ts';
import type { DeskRole } from './transitions.ts';

type Level = { readonly threshold: number; readonly dueAt: string };
/** A dossier on its agency's list of warnings: for the owner of the step it stands in, and the leader. */
export type Notice = {
  readonly agency: string; readonly dossierId: string; readonly number?: string; readonly trackingCode: string;
  readonly procedure: { readonly code: string; readonly name: Localised }; readonly applicantName: string;
  readonly role: DeskRole; readonly stepName: Localised; readonly step?: Level; readonly whole?: Level; readonly at: string;
};

const highest = (warnings: readonly Warning[]): Warning | undefined => warnings.toSorted((a, b) => b.threshold - a.threshold)[0];

/** What the list says of a dossier: the furthest warning of its step and of the whole. Nothing while the clock stands or once there is a result. */
export const noticeOf = (dossier: Dossier, warnings: readonly Warning[]): Notice | undefined => {
  const { filed, standing: { business, internal, number, dueAt } } = dossier;
  if (internal === undefined || dueAt === undefined || (business !== 2 && business !== 4)) return undefined;
  const step = highest(warnings.filter((one) => one.of === 'step' && one.step === internal.id));
  const whole = highest(warnings.filter((one) => one.of === 'whole'));
  const last = [step, whole].flatMap((one) => (one === undefined ? [] : [one.at])).toSorted().at(-1);
  const stepName = wayOf(filed).find(({ id }) => id === internal.id)?.name;
  if (last === undefined || stepName === undefined) return undefined;
  return {
    agency: competentAgency(dossier).code, dossierId: filed.dossierId, trackingCode: filed.trackingCode, applicantName: filed.applicant.name,
    procedure: { code: filed.procedure.code, name: filed.procedure.name }, role: internal.role, stepName, at: last,
    ...(number === undefined ? {} : { number }), ...(step === undefined ? {} : { step: { threshold: step.threshold, dueAt: internal.dueAt ?? step.dueAt } }),
    ...(whole === undefined ? {} : { whole: { threshold: whole.threshold, dueAt } }),
  };
};
