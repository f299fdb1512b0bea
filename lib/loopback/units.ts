import type { Snapshot } from '../model/snapshot.ts';
import { globalRegion, isAwsUnit, unitPath } from '../model/unit.ts';
import { isObject } from './json-value.ts';

/** The snapshot units that the cloud is made of, by account and region. */
export interface Units {
  hasAccount(account: string): boolean;
  of(account: string, region: string): Snapshot | undefined;
  globalOf(account: string): Snapshot | undefined;
  readonly organization: Snapshot | undefined;
  /** False for a region that the account's own list of regions does not name. */
  isEnabled(account: string, region: string): boolean;
}

/** Throws when two units are the same, or when there are two organizations. */
export function indexUnits(snapshots: readonly Snapshot[]): Units {
  const units = new Map(snapshots.map((snapshot) => [unitPath(snapshot.unit), snapshot]));
  const accounts = new Set(snapshots.flatMap(({ unit }) => (isAwsUnit(unit) ? [unit.account] : [])));
  const organizations = snapshots.filter(({ unit }) => 'organization' in unit);
  if (units.size < snapshots.length) throw new Error('Two snapshots are of the same unit.');
  if (organizations.length > 1) throw new Error('The loopback cloud holds one organization.');
  const of = (account: string, region: string): Snapshot | undefined =>
    units.get(unitPath({ provider: 'aws', account, region }));
  return {
    hasAccount: (account) => accounts.has(account),
    of,
    globalOf: (account) => of(account, globalRegion),
    organization: organizations[0],
    isEnabled: (account, region) => {
      const regions = regionNames(of(account, globalRegion));
      return of(account, region) !== undefined || regions === undefined || regions.includes(region);
    },
  };
}

function regionNames(global: Snapshot | undefined): readonly unknown[] | undefined {
  const answer: unknown = global?.responses['ec2:DescribeRegions'];
  if (!isObject(answer) || !Array.isArray(answer['Regions'])) return undefined;
  return answer['Regions'].filter(isObject).map((region) => region['RegionName']);
}
