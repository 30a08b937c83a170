import type { Actor, Officer } from '../../../shared/runtime/actor.ts';
import { caseOfficer, clerk, leader, now } from '../support/dossiers.ts';
import { newId } from '../../../shared/kernel/ids.ts';
import { receiver } from './life.ts';

/** Agencies a dossier may come to lie with; it is filed at the first. */
export const agencies = [receiver, 'H30.19.02', 'H30.19.03'] as const;
export type Role = 'one-stop-clerk' | 'case-officer' | 'leader';

const at = (agency: string, role: Role): Officer => ({
  kind: 'officer', subject: `${role}.${agency}`, personId: newId('per', now), username: `${role}.${agency}`, name: `Cán bộ ${role} ${agency}`, posts: [{ agency, role, from: '2020-01-01' }],
});
const roles: readonly Role[] = ['one-stop-clerk', 'case-officer', 'leader'];
const known = new Map<string, Officer>([
  ...agencies.slice(1).flatMap((agency) => roles.map((role): [string, Officer] => [`${agency} ${role}`, at(agency, role)])),
  [`${receiver} one-stop-clerk`, clerk], [`${receiver} case-officer`, caseOfficer], [`${receiver} leader`, leader],
]);
export const officerOf = (agency: string, role: Role): Officer => known.get(`${agency} ${role}`) as Officer;

/** The system of an agency. */
export const systemOf = (agency: string): Actor => ({ kind: 'machine', clientId: `he-thong-${agency}`, scopes: ['dossiers/read', 'dossiers/write', `agency/${agency}`], agency });
