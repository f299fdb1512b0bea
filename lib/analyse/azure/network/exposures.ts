import { armKey } from '../../../model/azure/arm-id.ts';
import type { AzureExposures } from '../../../model/azure/exposures.ts';
import type { ExposedKind, Exposure } from '../../../model/network/exposure.ts';
import type { Unread } from '../../../model/unread.ts';
import type { AnalysisDefinition, AzureSources } from '../../analysis.ts';
import { meantToRead } from '../../meant-to-read.ts';
import { Arrivals } from './arrivals.ts';
import { azureExposure, type Judged } from './azure-exposure.ts';
import { AzureNetwork } from './azure-network.ts';
import { BalancerEntries } from './balancer-entries.ts';
import { FirewallEntries } from './firewall-entries.ts';
import { groupExposures, openedByGroups, type Carrier } from './group-exposures.ts';
import { judgedBastions, judgedGateways } from './managed-entries.ts';
import { judgedFirewalls } from './judged-firewalls.ts';
import { judgedMachines } from './judged-machines.ts';
import { judgedScaleSets } from './judged-scale-sets.ts';
import type { Ways } from './ways.ts';

/** `azure.exposures`: what the internet reaches in a subscription's networks, and what stops it elsewhere. */
export const exposures: AnalysisDefinition<'azure.exposures'> = {
  per: 'azure-subscription',
  // Without its interfaces nothing is known of machines; what rules open, is.
  requires: [],
  uses: [
    'azure.interfaces',
    'azure.virtualNetworks',
    'azure.networkSecurityGroups',
    'azure.publicAddresses',
    'azure.routeTables',
    'azure.loadBalancers',
    'azure.firewalls',
    'azure.applicationGateways',
    'azure.bastionHosts',
    'azure.securityAdminRules',
    'azure.machines',
    'azure.scaleSets',
  ],
  analyse: azureExposures,
};

function azureExposures(sources: AzureSources): AzureExposures {
  const network = new AzureNetwork(sources);
  const allFirewalls = sources.part('azure.firewalls')?.firewalls ?? [];
  const firewalls = new FirewallEntries(network, allFirewalls);
  const ways: Ways = {
    network,
    arrivals: new Arrivals(network),
    balancers: new BalancerEntries(network, sources.part('azure.loadBalancers') ?? [], firewalls.inner),
    firewalls,
    opened: openedByGroups(network),
    unread: unreadWays(sources),
  };
  const machines = judgedMachines(ways);
  const scaleSets = judgedScaleSets(ways, sources.part('azure.scaleSets') ?? []);
  const gateways = judgedGateways(ways, sources.part('azure.applicationGateways') ?? []);
  const bastions = judgedBastions(ways, sources.part('azure.bastionHosts') ?? []);
  const all = [...machines, ...scaleSets, ...gateways, ...bastions, ...judgedFirewalls(ways, allFirewalls)];
  const exposed = all.map(({ judged }) => azureExposure(judged, network.tags));
  return {
    exposures: exposed,
    groups: groupExposures(network, carriers(all, exposed), ways.opened),
    unreadKinds: unreadKinds(sources),
    unread: meantToRead(sources.unread('azure.interfaces'))[0],
  };
}

function carriers(
  all: readonly { readonly judged: Judged; readonly groupIds: readonly string[] }[],
  exposed: readonly Exposure[],
): readonly Carrier[] {
  return all.map(({ judged, groupIds }, at) => ({
    id: judged.id,
    groupIds: [...new Set(groupIds.map(armKey))],
    arrived: judged.arrived,
    ...(judged.idle && { idle: judged.idle }),
    unread: exposed[at]?.verdict === 'unknown' ? exposed[at].unread : [],
  }));
}

/** What may lead to any machine, and was not read: load balancers name machines by address, and firewalls translate to them. */
function unreadWays(sources: AzureSources): readonly Unread[] {
  const firewalls = sources.part('azure.firewalls')?.firewalls ?? [];
  return [
    sources.unread('azure.loadBalancers'),
    sources.unread('azure.firewalls'),
    ...firewalls.map(({ unread }) => unread),
  ].filter((each) => each !== undefined);
}

function unreadKinds(sources: AzureSources): AzureExposures['unreadKinds'] {
  const kinds: readonly (readonly [ExposedKind, Unread | undefined])[] = [
    ['scale-set', sources.unread('azure.scaleSets')],
    ['application-gateway', sources.unread('azure.applicationGateways')],
    ['bastion-host', sources.unread('azure.bastionHosts')],
  ];
  return kinds.flatMap(([kind, unread]) => meantToRead(unread).map((gap) => ({ kind, unread: gap })));
}
