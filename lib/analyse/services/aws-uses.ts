import type { BilledService, DiscoveredResources, RecordedCall } from '../../model/aws/discovered.ts';
import type { AccessReport } from '../../model/aws/last-accessed.ts';
import type { AttemptedService } from '../../model/aws/organization-access.ts';
import { awsServiceCategory, awsServiceName, isPlumbing, mainService } from '../../model/aws/service-names.ts';
import { placeOf } from '../../model/aws/place-of-use.ts';
import { daysBetween } from '../../model/days.ts';
import { ownerOf } from '../../model/owner-of.ts';
import type { ServiceUse, Sighting } from '../../model/services/service-use.ts';
import type { Owners } from '../../model/standard.ts';
import { globalRegion } from '../../model/unit.ts';
import { appendTo } from '../append-to.ts';

/** A resource that stands in a region, as a list of its own kind names it. */
export interface StandingResource {
  /** Prefix of its service. */
  readonly service: string;
  readonly arn: string;
  readonly operation: string;
  readonly tags: Readonly<Record<string, string>>;
  /** ISO 8601. */
  readonly created?: string;
  /** A copy or a backup: it is there even where the service is used no more. */
  readonly isCopy?: true;
}

/** What was found out of one region; empty lists where nothing was asked. */
export interface RegionAnswers {
  /** `global` for what stands in none. */
  readonly region: string;
  readonly standing: readonly StandingResource[];
  readonly discovered: readonly DiscoveredResources[];
  readonly calls: readonly RecordedCall[];
}

/** What was found out of an account. */
export interface AccountAnswers {
  /** Twelve digits. */
  readonly account: string;
  readonly regions: readonly RegionAnswers[];
  readonly billed: readonly BilledService[];
  readonly accessed: readonly AccessReport[];
  /** What the organization's report says that somebody in the account tried to use. */
  readonly attempted: readonly AttemptedService[];
  /** Whether a principal is AWS's own or the scan's: what it calls is nobody's use. */
  isOwn(arn: string): boolean;
  /** Whether the scan itself calls a service in the account, so that a call by nobody in particular may be its own. */
  isScanned(service: string): boolean;
  readonly owners: Owners;
  readonly asOf: Date;
  /** A call longer ago than this is no use any more. */
  readonly staleDays: number;
}

/** Everything known of one service in one region. */
interface Found {
  readonly sightings: Sighting[];
  readonly examples: string[];
  readonly owners: string[];
}

const exampleCount = 3;

/** What an account uses, by service and region, from every layer that was read. */
export function awsUses(answers: AccountAnswers): readonly ServiceUse[] {
  const found = new Map<string, Found>();
  const at = (region: string, service: string): Found => {
    const key = `${service} ${region}`;
    const known = found.get(key) ?? { sightings: [], examples: [], owners: [] };
    found.set(key, known);
    return known;
  };
  for (const region of answers.regions) addRegion(region, at, answers);
  for (const billed of answers.billed) addBilled(billed, at);
  addCalls(answers, at, found);
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => useOf(answers.account, key, each));
}

type At = (region: string, service: string) => Found;

function addRegion(
  { region, standing, discovered, calls }: RegionAnswers,
  at: At,
  { owners, isOwn }: AccountAnswers,
): void {
  const own = new Map<string, StandingResource[]>();
  for (const resource of standing) appendTo(own, `${resource.service} ${resource.operation}`, resource);
  for (const each of own.values()) {
    const [{ service, operation }] = each as [StandingResource];
    const place = at(region, service);
    place.sightings.push(standingSighting(each, operation));
    place.examples.push(...each.map(({ arn }) => arn));
    place.owners.push(...each.flatMap(({ tags }) => ownerOf(tags, owners) ?? []));
  }
  for (const { service, operation, count, examples, tags, region: where, isCopy } of discovered) {
    const place = at(where, service);
    place.sightings.push({ layer: isCopy ? 'stored' : 'inventory', operation, ref: examples[0] ?? service, count });
    place.examples.push(...examples);
    place.owners.push(...tags.flatMap((each) => ownerOf(each, owners) ?? []));
  }
  const others = calls.filter(({ by }) => !isOwn(by));
  const byService = Map.groupBy(others, ({ service }) => mainService(service));
  for (const [service, each] of byService) at(region, service).sightings.push(...callSightings(each));
}

function standingSighting(resources: readonly StandingResource[], operation: string): Sighting {
  const created = resources.flatMap((each) => each.created ?? []).toSorted();
  return {
    layer: resources.every(({ isCopy }) => isCopy) ? 'stored' : 'inventory',
    operation,
    ref: resources[0]?.arn ?? '',
    count: resources.length,
    ...(created[0] !== undefined && { firstSeen: created[0] }),
  };
}

/** Who called a service, each once: those who changed something first, for they made what is there. */
function callSightings(calls: readonly RecordedCall[]): readonly Sighting[] {
  const weight = ({ readOnly, refused }: RecordedCall): number => Number(readOnly) + 2 * Number(refused !== undefined);
  const ordered = calls.toSorted((a, b) => weight(a) - weight(b) || (a.at < b.at ? -1 : 1));
  const people = Map.groupBy(ordered, ({ by }) => by);
  return [...people].slice(0, 5).map(([by, own]): Sighting => {
    const moments = own.map(({ at }) => at).toSorted();
    const [first] = moments;
    const last = moments.at(-1);
    return {
      layer: 'api',
      operation: 'cloudtrail:LookupEvents',
      ref: own[0] ? `${own[0].service}:${own[0].action}` : by,
      by,
      ...(first !== undefined && { firstSeen: first }),
      ...(last !== undefined && { lastSeen: last }),
      ...(own.every(({ refused }) => refused !== undefined) && { attemptOnly: true as const }),
    };
  });
}

/** Things from the Marketplace are billed under names of their own, and have no prefix. */
function addBilled({ billingName, service, region, firstDay, lastDay }: BilledService, at: At): void {
  const key = service ?? `marketplace:${billingName.toLowerCase()}`;
  at(placeOf(key, region ?? globalRegion).region, key).sightings.push({
    layer: 'billing',
    operation: 'ce:GetCostAndUsage',
    ref: billingName,
    firstSeen: firstDay,
    lastSeen: lastDay,
  });
}

/**
 * What IAM has on record stands in the region that it names. Where it names none it is added to the service's only region, and
 * stands alone where nothing else tells of the service. IAM counts calls that were refused, too ("Refining permissions using
 * last accessed information").
 */
function addCalls(
  { accessed, attempted, isOwn, isScanned, asOf, staleDays }: AccountAnswers,
  at: At,
  found: ReadonlyMap<string, Found>,
): void {
  const places = Map.groupBy([...found], ([key]) => key.slice(0, key.lastIndexOf(' ')));
  const byPlace = new Map<string, Sighting[]>();
  const seen = new Set<string>();
  for (const { arn, services } of accessed) {
    if (isOwn(arn)) continue;
    for (const { service: prefix, lastUsed, region = '' } of services) {
      const service = mainService(prefix);
      if (!lastUsed || daysBetween(lastUsed, asOf) > staleDays) continue;
      const operation = 'iam:GetServiceLastAccessedDetails';
      const lastSeen = lastUsed.toISOString();
      seen.add(service);
      appendTo(byPlace, `${service} ${region}`, {
        layer: 'api',
        operation,
        ref: arn,
        by: arn,
        lastSeen,
        attemptOnly: true,
      });
    }
  }
  for (const { service: prefix, name, lastAttempt, region = '' } of attempted) {
    const service = mainService(prefix);
    // The scan itself calls these in every account, and the report names nobody.
    if (seen.has(service) || isScanned(service) || daysBetween(lastAttempt, asOf) > staleDays) continue;
    const operation = 'iam:GetOrganizationsAccessReport';
    const lastSeen = lastAttempt.toISOString();
    appendTo(byPlace, `${service} ${region}`, { layer: 'api', operation, ref: name, lastSeen, attemptOnly: true });
  }
  for (const [place, sightings] of byPlace) {
    const [service = '', region = ''] = place.split(' ');
    const latest = sightings.toSorted((a, b) => ((a.lastSeen ?? '') > (b.lastSeen ?? '') ? -1 : 1)).slice(0, 5);
    const [only, another] = places.get(service) ?? [];
    if (region !== '') at(placeOf(service, region).region, service).sightings.push(...latest);
    else if (!another) (only?.[1] ?? at(globalRegion, service)).sightings.push(...latest);
  }
}

function useOf(account: string, key: string, { sightings, examples, owners }: Found): ServiceUse {
  const end = key.lastIndexOf(' ');
  const [service, region] = [key.slice(0, end), key.slice(end + 1)];
  const category = awsServiceCategory(service);
  const [owner] = owners;
  const billed = sightings.find(({ layer }) => layer === 'billing')?.ref;
  return {
    provider: 'aws',
    account,
    region,
    key: service,
    name: service.startsWith('marketplace:') ? (billed ?? service) : awsServiceName(service),
    ...(category && { category }),
    examples: [...new Set(examples)].slice(0, exampleCount),
    sightings,
    ...(owner !== undefined && { owner }),
    isAutomatic: isPlumbing(service),
  };
}
