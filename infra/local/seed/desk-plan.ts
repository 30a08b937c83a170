import type { DeskPlan } from '../../../shared/contracts/booking.ts';
import { localDate } from '../../../shared/kernel/vietnam-time.ts';
import { LocalFailure } from '../failure.ts';
import { firstWard, leader, localPassword } from './accounts.ts';
import { signIn } from './sign-in.ts';

/** How the desk of the first ward takes people: one counter for everything, one for civil status and certification. */
const planFrom = (effectiveFrom: string): DeskPlan => ({
  effectiveFrom,
  counters: [
    { id: 'quay-1', name: 'Quầy 1', fields: [], perHalfHour: 4 },
    { id: 'quay-2', name: 'Quầy 2', fields: [{ vi: 'Hộ tịch', en: 'Civil status' }, { vi: 'Chứng thực', en: 'Certification' }], perHalfHour: 4 },
  ],
  openDays: 14, leadMinutes: 60, walkInPercent: 50, openPerPerson: 3, graceMinutes: 15, noShowMinutes: 5, serviceMinutes: 10,
});

/** The leader of the first ward opens its desk for bookings. @throws LocalFailure when that is refused. */
export const planDesk = async (siteUrl: string): Promise<void> => {
  const session = await signIn({ siteUrl, realm: leader.realm, username: leader.username, password: localPassword });
  const answer = await session.send('PUT', `/api/desk/agencies/${firstWard}/plan`, planFrom(localDate(new Date())));
  // set earlier today, and changed since: what somebody made of it stays
  if (!answer.ok && answer.status !== 409) throw new LocalFailure(`Opening the desk of ${firstWard} for bookings was refused (${answer.status}): ${await answer.text()}`, 'Correct what it names and start again.');
  await answer.arrayBuffer();
};
