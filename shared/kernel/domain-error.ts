/** What accompanies a code: all optional, all safe to show to the caller. */
export interface DomainErrorContext {
  /** JSON pointers to the fields concerned, e.g. `/body/applicant/name`. */
  readonly pointers?: readonly string[];
  /** Facts the sentence on screen needs, e.g. `{ maximum: 10 }`. Never personal data. */
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/**
 * The one error of the domain. `code` is stable (`dossier-not-open`), is mapped to an HTTP status by the
 * contract that names it and to a sentence by the message catalogue; `detail` is for the log, in English.
 */
export class DomainError extends Error {
  readonly code: string;
  readonly detail?: string;
  readonly pointers?: readonly string[];
  readonly extra?: Readonly<Record<string, unknown>>;

  constructor(code: string, detail?: string, context: DomainErrorContext = {}) {
    super(detail === undefined ? code : `${code}: ${detail}`, context.cause === undefined ? undefined : { cause: context.cause });
    this.name = 'DomainError';
    this.code = code;
    if (detail !== undefined) this.detail = detail;
    if (context.pointers !== undefined) this.pointers = context.pointers;
    if (context.extra !== undefined) this.extra = context.extra;
  }
}
