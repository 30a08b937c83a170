type Ruled = { readonly source: string; /** how sure we are, as in dossier-rules.ts */ readonly mark: 'C' | 'S' | 'M' };

/** What holds for every desk of the province; what an agency chooses itself is in its plan. No law sets these: an official corrects them here. */
export const bookingRules: Ruled & {
  /** from this hour of the day before, people are reminded */
  readonly remindFromHour: number;
  /** how long names and telephone numbers stay after the booked day */
  readonly keepDays: number;
  /** how many other half hours are offered in place of a full one */
  readonly offeredInstead: number;
} = { remindFromHour: 8, keepDays: 90, offeredInstead: 6, source: 'Không văn bản nào ấn định; tỉnh tự quy định trong quy chế bộ phận một cửa', mark: 'M' };
