import type { DeskPlan } from '../../shared/contracts/booking.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import type { Localised } from '../../shared/kernel/localised.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import type { BookingStore } from './booking-ports.ts';
import { countersFor, freeDays, lastDay, placeName, planOn, type Desk } from './desk-slots.ts';
import type { Directory, Procedures } from './ports.ts';

export type SlotDeps = { readonly bookings: Pick<BookingStore, 'plans' | 'taken'>; readonly directory: Pick<Directory, 'agency' | 'calendarInForce'>; readonly procedures: Pick<Procedures, 'current'> };
/** For what somebody comes, by name. */
export type Matter = { readonly procedure?: { readonly code: string; readonly name: Localised }; readonly field?: Localised };
type Asked = { readonly procedure?: string | undefined; readonly field?: string | undefined };

const fieldsOf = (plans: readonly DeskPlan[]): Localised[] =>
  [...new Map(plans.flatMap(({ counters }) => counters.flatMap(({ fields }) => fields)).map((field) => [field.vi, field])).values()];

const matterOf = async ({ procedures }: Pick<SlotDeps, 'procedures'>, plans: readonly DeskPlan[], { procedure, field }: Asked, now: Date): Promise<Matter> => {
  if (procedure !== undefined) {
    const found = await procedures.current(procedure, now);
    if (found === undefined) throw new DomainError('procedure-unknown');
    return { procedure: { code: found.code, name: found.name }, field: found.field };
  }
  if (field === undefined) return {};
  const known = fieldsOf(plans).find(({ vi }) => vi === field);
  if (known === undefined) throw new DomainError('field-not-served');
  return { field: known };
};

/** The calendar and the plans of an agency's desk. Throws `booking-not-offered` where it has none. */
export const deskOf = async ({ bookings, directory }: { readonly bookings: Pick<BookingStore, 'plans'>; readonly directory: Pick<Directory, 'calendarInForce'> }, agency: string): Promise<Desk> => {
  const [plans, { calendar }] = await Promise.all([bookings.plans(agency), directory.calendarInForce(agency)]);
  return { plans, calendar };
};

/** A desk that takes bookings for what is asked. Throws `agency-unknown`, `booking-not-offered`, `procedure-unknown`, `field-not-served`. */
export const openDesk = async (deps: SlotDeps, agencyCode: string, asked: Asked, now: Date): Promise<{ desk: Desk; agency: { code: string; name: string }; matter: Matter }> => {
  const [agency, desk] = await Promise.all([deps.directory.agency(agencyCode), deskOf(deps, agencyCode)]);
  if (agency === undefined) throw new DomainError('agency-unknown');
  if (desk.plans.length === 0) throw new DomainError('booking-not-offered');
  const matter = await matterOf(deps, desk.plans, asked, now);
  const days = desk.plans.filter((plan) => plan === planOn(desk.plans, localDate(now)) || plan.effectiveFrom > localDate(now));
  if (!days.some((plan) => countersFor(plan, matter.field?.vi).length > 0)) throw new DomainError('field-not-served');
  return { desk, agency: { code: agency.code, name: agency.name }, matter };
};

/** Every half hour that can be booked, with the places left in it. */
export const freeSlots = (deps: SlotDeps) => async (agencyCode: string, asked: Asked, now: Date) => {
  const { desk, agency, matter } = await openDesk(deps, agencyCode, asked, now);
  const taken = new Set((await deps.bookings.taken(agencyCode, { from: localDate(now), to: lastDay(desk, now) })).map(({ place }) => placeName(place)));
  return { agency, ...(matter.procedure === undefined ? {} : { procedure: matter.procedure }), fields: fieldsOf(desk.plans), days: freeDays(desk, matter.field?.vi, taken, now) };
};
