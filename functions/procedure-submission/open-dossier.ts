import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { Citizen, Officer } from '../../shared/runtime/actor.ts';
import { requireReader } from './desk-rights.ts';
import { isOwn, readingAgencies } from './dossier.ts';
import type { DossierRecord, DossierStore } from './ports.ts';

type Deps = { readonly dossiers: DossierStore };

const required = (record: DossierRecord | undefined): DossierRecord => {
  if (record === undefined) throw new DomainError('not-found');
  return record;
};

/** A dossier of the agency of one of the officer's posts. Another agency's answers as one that does not exist. */
export const openForDesk = ({ dossiers }: Deps) => async (dossierId: string, officer: Officer, now: Date): Promise<DossierRecord> => {
  const record = required(await dossiers.load(dossierId));
  requireReader(officer, readingAgencies(record), now);
  return record;
};

/** An own dossier. Another's answers as one that does not exist. */
export const openOwn = ({ dossiers }: Deps) => async (dossierId: string, citizen: Citizen): Promise<DossierRecord> => {
  const record = required(await dossiers.load(dossierId));
  if (!isOwn(record.filed, citizen)) throw new DomainError('not-found');
  return record;
};

/** A dossier by its code, for anyone who holds it. Throws `tracking-code-unknown`. */
export const openByCode = ({ dossiers }: Deps) => async (code: string): Promise<DossierRecord> => {
  const dossierId = await dossiers.idByTrackingCode(code);
  const record = dossierId === undefined ? undefined : await dossiers.load(dossierId);
  if (record === undefined) throw new DomainError('tracking-code-unknown');
  return record;
};
