/** The tables as data: CDK creates them, the functions read the same names. One table per workflow. */
export type TableSpec = {
  readonly workflow: string;
  readonly partitionKey: 'pk';
  readonly sortKey: 'sk';
  /** attribute holding the expiry in epoch seconds */
  readonly ttl: 'expiresAt';
  readonly stream: boolean;
};

const table = (workflow: string, stream: boolean): TableSpec => ({ workflow, partitionKey: 'pk', sortKey: 'sk', ttl: 'expiresAt', stream });

export const tables = {
  identity: table('identity', false),
  directory: table('directory', true),
  'procedure-submission': table('procedure-submission', true),
  'feedback-classification': table('feedback-classification', true),
} as const satisfies Record<string, TableSpec>;

/** Value of the `entity` attribute on outbox rows: the stream filter and the publisher agree on it. */
export const OUTBOX_ENTITY = 'outbox';

/** The partition of events the bus refused, by their ids: the publisher writes it, an operator's redrive empties it. */
export const PARKED = 'PARKED';
