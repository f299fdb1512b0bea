import type { RegisterEntry } from '../../model/register.ts';
import type { ServiceUse } from '../../model/services/service-use.ts';
import { glob } from './glob.ts';

/** Finds the rows of a register that are about a key. */
export interface RegisterIndex {
  /** In the order of the register. `key` is in lower case. */
  rowsOf(provider: ServiceUse['provider'], key: string): readonly RegisterEntry[];
}

const made = new WeakMap<readonly RegisterEntry[], RegisterIndex>();

/** The index of a register, made once however many accounts are held against it. */
export function registerIndex(register: readonly RegisterEntry[]): RegisterIndex {
  const known = made.get(register) ?? indexOf(register);
  made.set(register, known);
  return known;
}

function indexOf(register: readonly RegisterEntry[]): RegisterIndex {
  const exact = {
    aws: byKey(register, ({ keys }) => keys.aws),
    azure: byKey(register, ({ keys }) => keys.azure.filter((type) => !type.includes('*'))),
    entra: byKey(register, ({ keys }) => keys.entra),
  };
  const patterns = register.flatMap((entry, at) =>
    entry.keys.azure.filter((type) => type.includes('*')).map((type) => ({ entry, at, matches: glob(type) })),
  );
  const places = new Map(register.map((entry, at) => [entry, at]));
  const found = new Map<string, readonly RegisterEntry[]>();
  const search = (provider: ServiceUse['provider'], key: string): readonly RegisterEntry[] => {
    const named = exact[provider].get(key) ?? [];
    if (provider !== 'azure') return named;
    const matching = patterns.filter(({ matches }) => matches(key)).map(({ entry }) => entry);
    return [...new Set([...named, ...matching])].toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  };
  return {
    rowsOf: (provider, key) => {
      const cached = `${provider} ${key}`;
      const rows = found.get(cached) ?? search(provider, key);
      found.set(cached, rows);
      return rows;
    },
  };
}

function byKey(
  register: readonly RegisterEntry[],
  keysOf: (entry: RegisterEntry) => readonly string[],
): ReadonlyMap<string, readonly RegisterEntry[]> {
  const pairs = register.flatMap((entry) =>
    [...new Set(keysOf(entry).map((key) => key.toLowerCase()))].map((key) => ({ key, entry })),
  );
  return new Map([...Map.groupBy(pairs, ({ key }) => key)].map(([key, each]) => [key, each.map(({ entry }) => entry)]));
}
