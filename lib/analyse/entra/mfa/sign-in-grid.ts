import type { ConditionalAccessPolicy, NamedLocation, Scope } from '../../../model/entra/conditional-access.ts';
import type { GapCode, SignInSituation } from '../../../model/entra/mfa-coverage.ts';
import { isLegacy } from './demand.ts';
import { matchesUnknownDevice } from './device-rule.ts';

/** One value of one condition, and which policies it keeps from applying, and why. */
export interface GridValue {
  readonly value: string;
  /** By the policy's place in the list; undefined where the value is within the policy. */
  readonly misses: readonly (GapCode | undefined)[];
  /** An outsider can choose it. */
  readonly isOpenToOutsiders: boolean;
  /** What it makes possible by itself, whatever policies say: values of other kinds are never taken together. */
  readonly apart: string;
}

/** The values of each condition that make a difference: everything that can be chosen at a sign-in. */
export interface SignInGrid {
  readonly applications: readonly GridValue[];
  readonly clients: readonly GridValue[];
  readonly platforms: readonly GridValue[];
  readonly locations: readonly GridValue[];
  readonly devices: readonly GridValue[];
}

/** Any application that no policy names. */
const otherApplication = 'other';
/** The addresses that the old MFA settings trust; Graph does not show them, `AllTrusted` means them, too. */
const trustedAddresses = '00000000-0000-0000-0000-000000000000';
const elsewhere = 'elsewhere';

const exchange = '00000002-0000-0ff1-ce00-000000000000';
const sharePoint = '00000003-0000-0ff1-ce00-000000000000';
const teams = 'cc15fd57-2c6c-4117-a88c-83b1d56b4bbe';

/** Applications that a bundle contains ("Apps included in Conditional Access Office 365 app suite"): the best known. */
const bundles: Readonly<Record<string, readonly string[]>> = {
  Office365: [exchange, sharePoint, teams],
  MicrosoftAdminPortals: ['c44b4083-3bb0-49c1-b47d-974e53cbdf3c'],
};

/** The grid for the policies that apply to a user. Values that all policies treat alike are one. */
export function signInGrid(
  policies: readonly ConditionalAccessPolicy[],
  locations: readonly NamedLocation[],
): SignInGrid {
  const usesMobileApps = policies.some(({ grant }) =>
    grant?.controls.some((control) => control === 'approvedApplication' || control === 'compliantApplication'),
  );
  return {
    applications: values(applicationsIn(policies), policies, applicationMiss),
    // What a client can do makes a difference by itself.
    clients: values(['browser', 'mobileAppsAndDesktopClients', 'exchangeActiveSync', 'other'], policies, clientMiss, {
      apart: (client) => (isLegacy(client) ? 'legacy' : client),
    }),
    platforms: values(['windows', 'iOS', 'android', 'macOS', 'linux', 'unknown'], policies, platformMiss, {
      apart: (platform) => (usesMobileApps && (platform === 'iOS' || platform === 'android') ? 'mobile' : ''),
    }),
    locations: locationValues(policies, locations),
    devices: values(['unmanaged', 'compliant', 'hybrid'], policies, deviceMiss, {
      apart: (device) => device,
      isOutside: (device) => device === 'unmanaged',
    }),
  };
}

/** A situation, with locations by their names. */
export function situation(
  cell: Readonly<Record<keyof SignInGrid, readonly [GridValue, ...GridValue[]]>>,
  locations: readonly NamedLocation[],
): SignInSituation {
  const location = cell.locations[0].value;
  return {
    application: cell.applications[0].value,
    client: cell.clients[0].value,
    platform: cell.platforms[0].value,
    location: locations.find(({ id }) => id === location)?.name ?? location,
    device: cell.devices[0].value as SignInSituation['device'],
  };
}

type Miss = (policy: ConditionalAccessPolicy, value: string) => GapCode | undefined;

function values(
  all: readonly string[],
  policies: readonly ConditionalAccessPolicy[],
  miss: Miss,
  {
    apart = () => '',
    isOutside = () => true,
  }: { apart?(value: string): string; isOutside?(value: string): boolean } = {},
): readonly GridValue[] {
  const distinct = new Map<string, GridValue>();
  for (const value of all) {
    const misses = policies.map((policy) => miss(policy, value));
    const isOpenToOutsiders = isOutside(value);
    const key = `${misses.join(',')}|${isOpenToOutsiders}|${apart(value)}`;
    if (!distinct.has(key)) distinct.set(key, { value, misses, isOpenToOutsiders, apart: apart(value) });
  }
  return [...distinct.values()];
}

function applicationsIn(policies: readonly ConditionalAccessPolicy[]): readonly string[] {
  const named = policies.flatMap(({ id, applications }) => [
    ...applications.include,
    ...applications.exclude,
    ...(applications.filter ? [filtered(id)] : []),
  ]);
  return [otherApplication, ...new Set(named.filter((each) => each !== 'All' && each !== 'None'))];
}

/** The applications that the filter of a policy chooses: which they are, only the applications' attributes say. */
function filtered(policy: string): string {
  return `filtered by ${policy}`;
}

function applicationMiss({ id, applications }: ConditionalAccessPolicy, value: string): GapCode | undefined {
  const { include, exclude, filter } = applications;
  const isIn = (named: ReadonlySet<string>): boolean =>
    named.has(value) || [...named].some((bundle) => bundles[bundle]?.includes(value));
  if (isIn(exclude) || (filter === 'exclude' && value === filtered(id))) return 'APP_EXCLUDED';
  const isIncluded = include.has('All') || isIn(include) || (filter === 'include' && value === filtered(id));
  return isIncluded ? undefined : 'APP_SCOPE';
}

function clientMiss({ clients }: ConditionalAccessPolicy, client: string): GapCode | undefined {
  if (clients.has(client)) return undefined;
  return isLegacy(client) ? 'LEGACY_CLIENT' : 'MODERN_CLIENT';
}

/** The platform comes from what the client says of itself: an outsider says what he likes. */
function platformMiss({ platforms }: ConditionalAccessPolicy, platform: string): GapCode | undefined {
  return !platforms || isWithin(platforms, (named) => named.has(platform) || named.has('all')) ? undefined : 'PLATFORM';
}

function isWithin({ include, exclude }: Scope, names: (named: ReadonlySet<string>) => boolean): boolean {
  return (include.size === 0 || names(include)) && !names(exclude);
}

function deviceMiss({ devices }: ConditionalAccessPolicy, device: string): GapCode | undefined {
  if (!devices) return undefined;
  const { filter, excludesManaged } = devices;
  if (excludesManaged && device !== 'unmanaged') return 'DEVICE_STATE';
  if (!filter) return undefined;
  // What a rule says of the organisation's own devices is not followed: the policy may leave out any of them.
  if (device !== 'unmanaged') return 'DEVICE_FILTER';
  const matches = matchesUnknownDevice(filter.rule);
  return (filter.mode === 'include') === matches ? undefined : 'DEVICE_FILTER';
}

function locationValues(
  policies: readonly ConditionalAccessPolicy[],
  locations: readonly NamedLocation[],
): readonly GridValue[] {
  const trusted = new Set([trustedAddresses, ...locations.filter(({ isTrusted }) => isTrusted).map(({ id }) => id)]);
  const used = new Set(policies.flatMap((policy) => [...scopeIds(policy.locations)]));
  // A location that is no more is nowhere.
  const named = locations.map(({ id }) => id).filter((id) => used.has(id));
  const miss: Miss = ({ locations: scope }, place) => {
    if (!scope) return undefined;
    const names = (named_: ReadonlySet<string>): boolean =>
      named_.has('All') || named_.has(place) || (named_.has('AllTrusted') && trusted.has(place));
    if (isWithin(scope, names)) return undefined;
    return names(scope.exclude) && trusted.has(place) ? 'LOCATION_TRUSTED' : 'LOCATION_SCOPE';
  };
  return values([elsewhere, trustedAddresses, ...named], policies, miss, { isOutside: (place) => !trusted.has(place) });
}

function scopeIds(scope: Scope | undefined): ReadonlySet<string> {
  return scope ? scope.include.union(scope.exclude) : new Set();
}
