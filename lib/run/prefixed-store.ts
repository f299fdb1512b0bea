import type { ObjectStore } from '../model/object-store.ts';

/** The part of a store whose keys begin with `prefix` (`snapshot/`), as a store of its own. */
export function prefixedStore(store: ObjectStore, prefix: string): ObjectStore {
  return {
    location: `${store.location.replace(/\/$/, '')}/${prefix.replace(/\/$/, '')}`,
    put: (key, body, contentType) => store.put(prefix + key, body, contentType),
    get: (key) => store.get(prefix + key),
    async *list(rest) {
      for await (const key of store.list(prefix + rest)) yield key.slice(prefix.length);
    },
  };
}
