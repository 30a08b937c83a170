import { createHash, createHmac, createSecretKey, type Hash, type Hmac, type KeyObject } from 'node:crypto';

type Bytes = string | ArrayBuffer | ArrayBufferView;

/** A secret as Node takes it. Making the key object costs as much as the signature: one stays with the bytes it was made of, and goes with them. */
const made = new WeakMap<object, KeyObject>();
const viewOf = (bytes: ArrayBuffer | ArrayBufferView): NodeJS.ArrayBufferView => (ArrayBuffer.isView(bytes) ? bytes : new Uint8Array(bytes)) as NodeJS.ArrayBufferView;
const keyOf = (secret: Bytes): KeyObject | string => {
  if (typeof secret === 'string') return secret;
  const key = made.get(secret) ?? createSecretKey(viewOf(secret));
  made.set(secret, key);
  return key;
};

/** SHA-256, with a secret HMAC, as the SDK asks for it: five times for each request it signs, mostly with the same secret. */
export class Sha256 {
  readonly #secret: Bytes | undefined;
  #state: Hash | Hmac;

  constructor(secret?: Bytes) {
    this.#secret = secret;
    this.#state = this.#begin();
  }

  #begin(): Hash | Hmac {
    return this.#secret === undefined ? createHash('sha256') : createHmac('sha256', keyOf(this.#secret));
  }

  update(data: Bytes): void {
    this.#state.update(typeof data === 'string' ? data : viewOf(data));
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#state.digest());
  }

  reset(): void {
    this.#state = this.#begin();
  }
}
