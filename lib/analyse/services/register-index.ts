import { mainService } from '../../model/aws/service-names.ts';
import { keySpecificity } from '../../model/azure/key-specificity.ts';
import { plainRegion } from '../../model/plain-region.ts';
import type { RegisterEntry } from '../../model/register.ts';
import type { ServiceUse } from '../../model/services/service-use.ts';
import { globalRegion } from '../../model/unit.ts';
import { glob } from './glob.ts';

/** A row, and where it approves of its service: asked a million times, so that its lists are sets. */
export interface IndexedRow {
  readonly entry: RegisterEntry;
  isForAccount(account: string): boolean;
  /** What stands nowhere is in no place that nobody approved. */
  isForRegion(region: string): boolean;
}

/** Finds the rows of a register that are about a key. */
export interface RegisterIndex {
  /** All of them, in the order of the register. */
  readonly rows: readonly IndexedRow[];
  /** The most specific first: an exact type, then the longest pattern; of equals the first in the register. `key` is in lower case. */
  rowsOf(provider: ServiceUse['provider'], key: string): readonly IndexedRow[];
  /** The rows whose provider has this account or tenant (in lower case), in the order of the register. */
  rowsOfVendor(id: string): readonly IndexedRow[];
}

const made = new WeakMap<readonly RegisterEntry[], RegisterIndex>();

/** The index of a register, made once however many accounts are held against it. */
export function registerIndex(register: readonly RegisterEntry[]): RegisterIndex {
  const known = made.get(register) ?? indexOf(register);
  made.set(register, known);
  return known;
}

function indexOf(register: readonly RegisterEntry[]): RegisterIndex {
  const rows = register.map(indexed);
  const found = {
    aws: byKey(rows, ({ keys }) => keys.aws.map((key) => mainService(key.toLowerCase()))),
    azure: byKey(rows, ({ keys }) => keys.azure.filter((type) => !type.includes('*'))),
    entra: byKey(rows, ({ keys }) => keys.entra),
  };
  const vendors = byKey(rows, ({ keys }) => keys.tenants);
  const patterns = rows.flatMap((row) =>
    row.entry.keys.azure
      .filter((type) => type.includes('*'))
      .map((type) => ({ row, specificity: keySpecificity(type), matches: glob(type) })),
  );
  const types = new Map<string, readonly IndexedRow[]>();
  const rowsOfType = (type: string): readonly IndexedRow[] => {
    const matching = patterns.filter(({ matches }) => matches(type)).toSorted((a, b) => b.specificity - a.specificity);
    return [...new Set([...(found.azure.get(type) ?? []), ...matching.map(({ row }) => row)])];
  };
  return {
    rows,
    rowsOf: (provider, key) => {
      if (provider !== 'azure') return found[provider].get(key) ?? none;
      const known = types.get(key) ?? rowsOfType(key);
      types.set(key, known);
      return known;
    },
    rowsOfVendor: (id) => vendors.get(id) ?? none,
  };
}

const none: readonly IndexedRow[] = [];

function indexed(entry: RegisterEntry): IndexedRow {
  const accounts = new Set(entry.accounts.map((each) => each.toLowerCase()));
  const regions = new Set(entry.regions.map(plainRegion));
  return {
    entry,
    isForAccount: (account) => accounts.size === 0 || accounts.has(account) || accounts.has(account.toLowerCase()),
    isForRegion: (region) =>
      regions.size === 0 || region === globalRegion || regions.has(region) || regions.has(plainRegion(region)),
  };
}

function byKey(
  rows: readonly IndexedRow[],
  keysOf: (entry: RegisterEntry) => readonly string[],
): ReadonlyMap<string, readonly IndexedRow[]> {
  const pairs = rows.flatMap((row) =>
    [...new Set(keysOf(row.entry).map((key) => key.toLowerCase()))].map((key) => ({ key, row })),
  );
  return new Map([...Map.groupBy(pairs, ({ key }) => key)].map(([key, each]) => [key, each.map(({ row }) => row)]));
}
