import type { RegisterRow } from '../../shared/contracts/form-routes.ts';
import { competentAgency, type Dossier } from './dossier.ts';

/** A dossier as a line of the register. */
export const registerRow = (dossier: Dossier): RegisterRow => {
  const { filed, standing } = dossier;
  const { number, receivedAt = filed.submittedAt, dueAt, finishedAt, verdict, steps, business } = standing;
  const returnedAt = steps.find(({ status }) => status === 10)?.at;
  return {
    dossierId: filed.dossierId, trackingCode: filed.trackingCode, procedure: { code: filed.procedure.code, name: filed.procedure.name }, applicantName: filed.applicant.name,
    competent: competentAgency(dossier).name, channel: filed.channel, status: business, receivedAt,
    ...(number === undefined ? {} : { number }), ...(filed.applicant.phone === undefined ? {} : { phone: filed.applicant.phone }), ...(dueAt === undefined ? {} : { dueAt }),
    ...(finishedAt === undefined ? {} : { finishedAt }), ...(returnedAt === undefined ? {} : { returnedAt }), ...(verdict === undefined ? {} : { verdict }),
  };
};
