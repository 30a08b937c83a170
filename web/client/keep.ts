/** What this device keeps of reports: the one being written, those waiting to be sent, the receipts. Photos are kept as they are. */
export type Keep = {
  readonly get: <T>(key: string) => Promise<T | undefined>;
  readonly all: <T>(prefix: string) => Promise<readonly T[]>;
  /** Puts and removes together, or nothing of it. */
  readonly change: (put: Readonly<Record<string, unknown>>, remove?: readonly string[]) => Promise<void>;
};

/** Where the browser keeps nothing (some private windows), until the page is left. */
export const inMemory = (): Keep => {
  const things = new Map<string, unknown>();
  return {
    get: (key) => Promise.resolve(things.get(key) as never),
    all: (prefix) => Promise.resolve([...things].filter(([key]) => key.startsWith(prefix)).map(([, value]) => value) as never),
    change: (put, remove = []) => {
      for (const key of remove) things.delete(key);
      for (const [key, value] of Object.entries(put)) things.set(key, value);
      return Promise.resolve();
    },
  };
};

const STORE = 'things';
const asked = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
  request.onsuccess = () => { resolve(request.result); };
  request.onerror = () => { reject(request.error ?? new Error('the device keeps nothing')); };
});

const open = async (): Promise<Keep> => {
  const request = indexedDB.open('phan-anh', 1);
  request.onupgradeneeded = () => { request.result.createObjectStore(STORE); };
  const database = await asked(request);
  const store = () => database.transaction(STORE).objectStore(STORE);
  return {
    get: (key) => asked(store().get(key)),
    all: (prefix) => asked(store().getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`))),
    change: (put, remove = []) => new Promise((resolve, reject) => {
      const act = database.transaction(STORE, 'readwrite');
      act.oncomplete = () => { resolve(); };
      act.onabort = () => { reject(act.error ?? new Error('the device keeps no more')); };
      for (const key of remove) act.objectStore(STORE).delete(key);
      for (const [key, value] of Object.entries(put)) act.objectStore(STORE).put(value, key);
    }),
  };
};

let opened: Promise<Keep> | undefined;
/** The same for every part of the page. */
export const keep = (): Promise<Keep> => (opened ??= open().catch(inMemory));
