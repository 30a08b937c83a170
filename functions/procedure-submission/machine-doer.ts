import { callerOf, type Machine, type Officer } from '../../shared/runtime/actor.ts';

/** Who acts at a desk: an officer, or the system of her agency in her place. */
export type DeskDoer = Officer & { readonly machine?: true };

/** The system of an agency acts as one of its case officers, under the same rules; history says that it was the system. */
export const doerOf = ({ clientId, agency }: Machine): DeskDoer => ({
  kind: 'officer', machine: true, subject: `machine:${clientId}`, personId: `machine:${clientId}`, username: clientId, name: `Hệ thống của cơ quan (${clientId})`,
  posts: [{ agency, role: 'case-officer', from: '2000-01-01' }],
});

/** Whose uploads the doer may use. */
export const uploaderOf = (doer: DeskDoer): string => (doer.machine === true ? doer.subject : callerOf(doer));
