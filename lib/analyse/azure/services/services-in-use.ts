import { resourceGroupOf } from '../../../model/azure/arm-id.ts';
import type { AzureResourceInUse, ServiceInUse } from '../../../model/azure/service-in-use.ts';
import { serviceName } from '../../../model/azure/service-name.ts';
import { plainRegion } from '../../../model/plain-region.ts';
import type { ApprovedAzure } from '../../../model/standard.ts';
import type { AnalysisDefinition } from '../../analysis.ts';
import { anyGlob } from '../../services/glob.ts';

/** `azure.servicesInUse`: which types of resources stand where, and whether the standard approves of both. */
export const servicesInUse: AnalysisDefinition<'azure.servicesInUse'> = {
  per: 'azure-subscription',
  requires: ['azure.resources'],
  uses: [],
  analyse: ({ part, standard }) => ({ services: servicesOf(part('azure.resources') ?? [], standard.approved.azure) }),
};

/** Resources by type and location, in that order, and what the lists of the standard say of both. */
export function servicesOf(resources: readonly AzureResourceInUse[], approved: ApprovedAzure): readonly ServiceInUse[] {
  const lists: Lists = { approved, isApproved: anyGlob(approved.types), isIgnored: anyGlob(approved.ignoredTypes) };
  const groups = Map.groupBy(resources, ({ type, location }) => `${type} ${location}`);
  const services = [...groups.values()].flatMap((each) => serviceOf(each, lists));
  return services.toSorted((a, b) => compare(a.type, b.type) || compare(a.location, b.location));
}

interface Lists {
  readonly approved: ApprovedAzure;
  isApproved(type: string): boolean;
  isIgnored(type: string): boolean;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

const exampleCount = 3;

function serviceOf(
  resources: readonly AzureResourceInUse[],
  { approved, isApproved, isIgnored }: Lists,
): readonly ServiceInUse[] {
  const [first] = resources;
  if (!first) return [];
  const { type, location } = first;
  return [
    {
      service: serviceName(type),
      type,
      location,
      count: resources.length,
      examples: resources.slice(0, exampleCount).map(({ id }) => id),
      isAutomatic: resources.every(isMadeByAzure),
      isIgnored: isIgnored(type),
      isTypeApproved: approved.types.length === 0 ? undefined : isApproved(type),
      isLocationApproved: approved.locations.length === 0 ? undefined : isIn(location, approved.locations),
    },
  ];
}

/** Network Watcher makes its own group; groups of node pools and managed applications belong to another resource. */
function isMadeByAzure({ id, managedBy }: AzureResourceInUse): boolean {
  const group = resourceGroupOf(id)?.toLowerCase() ?? '';
  return managedBy !== undefined || group === 'networkwatcherrg' || group.startsWith('mc_');
}

/** What stands nowhere is in no unapproved place. */
function isIn(location: string, approved: readonly string[]): boolean {
  return location === 'global' || approved.some((each) => plainRegion(each) === location);
}
