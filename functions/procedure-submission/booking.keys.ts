import { placeName, type Place } from './desk-slots.ts';

/**
 * Access patterns of bookings. A place of a half hour is a row, and who has the row has the place: there is no number
 * beside it that could differ from the rows, and no row that all bookings of an agency wait for.
 *
 * | pattern                                             | pk                 | sk                              |
 * |-----------------------------------------------------|--------------------|---------------------------------|
 * | a booking                                           | BKG#<booking>      | BOOKING                         |
 * | booking by its code (and its uniqueness)            | BKCODE#<code>      | BOOKING                         |
 * | places taken at a desk, by day and time: a range    | SLOTS#<agency>     | <day>T<time>#<counter>#<seat>   |
 * | the bookings to come of a person, each with a seat  | HOLDER#<person>    | <2 digits>                      |
 * | how a desk takes people, by the day it begins       | PLAN#<agency>      | <day>                           |
 * | agencies that take bookings                         | BOOKABLE           | <agency>                        |
 */
type Key = { readonly pk: string; readonly sk: string };

export const bookingKey = (bookingId: string): Key => ({ pk: `BKG#${bookingId}`, sk: 'BOOKING' });
export const bookingCodeKey = (code: string): Key => ({ pk: `BKCODE#${code}`, sk: 'BOOKING' });
export const slotsPartition = (agency: string): string => `SLOTS#${agency}`;
export const placeKey = (agency: string, place: Place): Key => ({ pk: slotsPartition(agency), sk: placeName(place) });
/** What `placeKey` made of a place. */
export const placeIn = (sk: string): Place => {
  const [when = '', counter = '', seat = ''] = sk.split('#');
  const [day = '', time = ''] = when.split('T');
  return { day, time, counter, seat: Number(seat) };
};
export const holderPartition = (holder: string): string => `HOLDER#${holder}`;
export const holderKey = (holder: string, seat: number): Key => ({ pk: holderPartition(holder), sk: String(seat).padStart(2, '0') });
export const planPartition = (agency: string): string => `PLAN#${agency}`;
export const planKey = (agency: string, from: string): Key => ({ pk: planPartition(agency), sk: from });
export const bookablePartition = 'BOOKABLE';
export const bookableKey = (agency: string): Key => ({ pk: bookablePartition, sk: agency });
