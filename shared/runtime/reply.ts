type Parts<T> = { readonly body?: T; readonly cookies?: readonly string[]; readonly location?: string; readonly headers?: Readonly<Record<string, string>> };

/** An answer that says more than its body. */
export class Reply<T> {
  readonly parts: Parts<T>;

  constructor(parts: Parts<T>) {
    this.parts = parts;
  }
}

export const reply = <T = undefined>(parts: Parts<T>): Reply<T> => new Reply(parts);
