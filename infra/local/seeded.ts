/** What seeding reports, for the lines printed at the end of `npm start`. */
export interface Seeded {
  /** What there is now: `102 agencies, 80 procedures`. */
  readonly note: string;
  readonly accounts: readonly LocalAccount[];
}

/** An account of the local user pools; its password protects nothing. */
export interface LocalAccount {
  readonly username: string;
  readonly password: string;
  /** Who this is, in Vietnamese: `Cán bộ một cửa, UBND phường I`. */
  readonly who: string;
  /** Path of the front end this account is for. */
  readonly signIn: string;
}
