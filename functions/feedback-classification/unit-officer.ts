import { dateOfDayNumber, dayNumberOf, type IsoDate } from '../../shared/kernel/vietnam-time.ts';

/** Days a post is held, both included. */
export type Held = { readonly from: IsoDate; readonly to?: IsoDate | undefined };

/** Somebody who works on reports of an agency, or may, as far as the directory told and the desk has seen. */
export type UnitOfficer = {
  readonly officerId: string;
  /** as the desk saw it; who never came has none here, and the directory is asked */
  readonly name?: string;
  readonly working: number;
  /** posts there that work on reports, as the directory told; missing until it did */
  readonly posts?: readonly Held[];
  /** the last day at the desk, and to when what was exercised that day runs: everything, and for others */
  readonly seenOn?: IsoDate; readonly heldUntil?: IsoDate; readonly actingUntil?: IsoDate;
};

export const unitRoles = ['field-officer', 'leader'] as const;
export const isUnitRole = (role: string): boolean => (unitRoles as readonly string[]).includes(role);

/** Whom the directory never told of and who did not come for so long is not thought of as somebody to give work to. */
const presentDays = 90;
const runs = ({ from, to }: Held, day: IsoDate): boolean => from <= day && (to === undefined || day <= to);

/** Whether no post lets the officer work there on a day: none held, none exercised for somebody else. */
export const isWithoutPost = ({ posts, heldUntil, actingUntil }: UnitOfficer, day: IsoDate): boolean => {
  if (actingUntil !== undefined && actingUntil >= day) return false;
  return posts === undefined ? heldUntil !== undefined && heldUntil < day : !posts.some((post) => runs(post, day));
};

/** Whether a report may be given to the officer on a day. */
export const mayBeGiven = (officer: UnitOfficer, day: IsoDate): boolean =>
  !isWithoutPost(officer, day) && (officer.posts !== undefined || officer.working > 0 || (officer.seenOn !== undefined && officer.seenOn >= dateOfDayNumber(dayNumberOf(day) - presentDays)));
