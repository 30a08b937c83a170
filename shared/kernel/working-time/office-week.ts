import type { WeekSpec } from './calendar.ts';

const office = [
  { from: '07:00', to: '11:00' },
  { from: '13:00', to: '17:00' },
];

/** The week of the province's agencies: Monday to Friday, 07:00-11:00 and 13:00-17:00, 40 hours. Data to start a calendar from. */
export const officeWeek: WeekSpec = {
  monday: office,
  tuesday: office,
  wednesday: office,
  thursday: office,
  friday: office,
  saturday: [],
  sunday: [],
  makeup: office,
};
