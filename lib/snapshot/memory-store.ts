import type { ObjectStore } from '../model/object-store.ts';

/** A store in memory, for tests and for runs that keep nothing. */
export function memoryStore(): ObjectStore {
  const objects = new Map<string, Uint8Array>();
  return {
    location: 'memory',
    async put(key, body) {
      objects.set(key, typeof body === 'string' ? new TextEncoder().encode(body) : body);
    },
    async get(key) {
      return objects.get(key);
    },
    async *list(prefix) {
      yield* [...objects.keys()].filter((key) => key.startsWith(prefix)).toSorted(byCodeUnit);
    },
  };
}

/** Ascending order of UTF-16 code units, whatever the locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
