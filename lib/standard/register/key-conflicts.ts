import { plainRegion } from '../../model/plain-region.ts';
import type { RegisterEntry } from '../../model/register.ts';

/** Stands for every account, or every region. */
const all = '*';

/** Rows by account and region; the maps at {@link all} hold what is approved everywhere, `any` what is approved anywhere. */
interface Claims {
  readonly byAccount: Map<string, Region>;
  readonly any: Region;
}

interface Region {
  readonly byRegion: Map<string, number>;
  any?: number;
}

/**
 * Remembers which row claims a detection key where. `claim` returns the earlier row whose accounts and regions both overlap
 * with those of this one, if there is one; it takes no longer for the last of many rows than for the first.
 */
export function keyClaims(): { claim(key: string, row: number, entry: RegisterEntry): number | undefined } {
  const claims = new Map<string, Claims>();
  return {
    claim(key, row, entry) {
      const known = claims.get(key) ?? { byAccount: new Map<string, Region>(), any: newRegion() };
      claims.set(key, known);
      const accounts = entry.accounts.length > 0 ? entry.accounts : [all];
      const regions = entry.regions.length > 0 ? entry.regions.map(plainRegion) : [all];
      const rival = accounts
        .flatMap((account) => regions.map((region) => claimant(known, account, region)))
        .find((found) => found !== undefined && found !== row);
      for (const account of accounts) for (const region of regions) remember(known, account, region, row);
      return rival;
    },
  };
}

function newRegion(): Region {
  return { byRegion: new Map() };
}

function claimant(known: Claims, account: string, region: string): number | undefined {
  const of = (regions: Region | undefined): number | undefined =>
    region === all ? regions?.any : (regions?.byRegion.get(region) ?? regions?.byRegion.get(all));
  if (account === all) return of(known.any);
  return of(known.byAccount.get(account)) ?? of(known.byAccount.get(all));
}

function remember(known: Claims, account: string, region: string, row: number): void {
  const own = known.byAccount.get(account) ?? newRegion();
  known.byAccount.set(account, own);
  for (const regions of [own, known.any]) {
    if (!regions.byRegion.has(region)) regions.byRegion.set(region, row);
    regions.any ??= row;
  }
}
