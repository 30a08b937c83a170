import type { DeskPlan, PlanView, UnplacedBooking } from '../../shared/contracts/booking.ts';
import { DomainError } from '../../shared/kernel/domain-error.ts';
import { localDate } from '../../shared/kernel/vietnam-time.ts';
import { postFor, type Officer } from '../../shared/runtime/actor.ts';
import { fingerprintOf } from '../../shared/runtime/request-key.ts';
import type { BookingStore, Taken } from './booking-ports.ts';
import { planOn, startOf, stillOffered, type Desk } from './desk-slots.ts';
import { deskRoles } from './desk-rights.ts';
import { deskOf } from './free-slots.ts';
import type { Directory } from './ports.ts';

type Deps = { readonly bookings: BookingStore; readonly directory: Pick<Directory, 'agency' | 'calendarInForce'> };

/** Whatever was booked, however far ahead a plan of then allowed it. */
const farthest = '9999-12-31';

/** The places somebody holds to come that a desk does not offer any more. */
export const unplacedOf = async ({ bookings }: Pick<Deps, 'bookings'>, agency: string, desk: Desk, now: Date): Promise<Taken[]> =>
  (await bookings.taken(agency, { from: localDate(now), to: farthest })).filter(({ place }) => startOf(place) > now && !stillOffered(desk, place));

const listed = async ({ bookings }: Pick<Deps, 'bookings'>, places: readonly Taken[]): Promise<UnplacedBooking[]> => {
  const found = new Map((await bookings.findMany(places.map(({ bookingId }) => bookingId))).map((booking) => [booking.bookingId, booking]));
  return places.flatMap(({ bookingId, told }) => {
    const booking = found.get(bookingId);
    if (booking === undefined) return [];
    const { code, place: { day, time }, person: { name, phone, email } } = booking;
    return [{ code, day, time, name, ...(phone === undefined ? {} : { phone }), told: told === true && email !== undefined }];
  });
};

/** Today's plan and those to come. */
const current = (plans: readonly DeskPlan[], now: Date): DeskPlan[] => {
  const today = localDate(now);
  return plans.filter((plan) => plan === planOn(plans, today) || plan.effectiveFrom > today);
};

const viewOf = async (deps: Deps, agency: string, desk: Desk, now: Date): Promise<PlanView> =>
  ({ plans: current(desk.plans, now), unplaced: await listed(deps, await unplacedOf(deps, agency, desk, now)) });

export const getDeskPlan = (deps: Deps) => async (agency: string, officer: Officer, now: Date): Promise<PlanView> => {
  postFor(officer, agency, deskRoles, now);
  return viewOf(deps, agency, await deskOf(deps, agency), now);
};

type Setting = { readonly agency: string; readonly plan: DeskPlan; /** only tells who would lose a place */ readonly preview: boolean; readonly now: Date };

/** Whether a plan is in force as it is wanted, set over what its writer has seen. Throws `desk-plan-changed` where somebody else set that day meanwhile. */
const isSet = (plans: readonly DeskPlan[], { revision: seen = 0, ...wanted }: DeskPlan): boolean => {
  const { revision = 0, ...there } = plans.find(({ effectiveFrom }) => effectiveFrom === wanted.effectiveFrom) ?? {};
  if (revision === seen) return false;
  if (revision === seen + 1 && fingerprintOf(there) === fingerprintOf(wanted)) return true;
  throw new DomainError('desk-plan-changed', `revision ${revision}, seen ${seen}`);
};

/**
 * Sets how a desk takes people from a day on; the same day again replaces what was seen of it, and the same request again sets nothing. No booking is moved or cancelled by it: those
 * that lose their place are listed here, and told by the next look at the bookings (`watch-bookings.ts`).
 */
export const setDeskPlan = (deps: Deps) => async ({ agency, plan, preview, now }: Setting, officer: Officer): Promise<PlanView> => {
  postFor(officer, agency, ['leader'], now);
  const [known, desk] = await Promise.all([deps.directory.agency(agency), deskOf(deps, agency)]);
  if (known === undefined) throw new DomainError('agency-unknown');
  if (plan.effectiveFrom < localDate(now)) throw new DomainError('effective-date-past', undefined, { pointers: ['/body/effectiveFrom'] });
  if (!isSet(desk.plans, plan) && !preview && !(await deps.bookings.keepPlan(known, plan)) && !isSet(await deps.bookings.plans(agency), plan)) throw new DomainError('desk-plan-changed');
  const set: DeskPlan = { ...plan, revision: (plan.revision ?? 0) + 1 };
  return viewOf(deps, agency, { ...desk, plans: [...desk.plans.filter(({ effectiveFrom }) => effectiveFrom !== plan.effectiveFrom), set] }, now);
};
