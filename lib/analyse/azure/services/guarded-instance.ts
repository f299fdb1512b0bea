import { armKey } from '../../../model/azure/arm-id.ts';
import type { AccessRule, AzureEndpoint } from '../../../model/azure/endpoint.ts';
import type { AzureSubnet, VirtualNetwork } from '../../../model/azure/network.ts';
import type { AzureRule, NetworkSecurityGroup } from '../../../model/azure/network-security-group.ts';
import type { Unread } from '../../../model/unread.ts';

/** What stands before managed instances, as far as it was read. */
export interface Guards {
  readonly networks: readonly VirtualNetwork[] | undefined;
  readonly groups: readonly NetworkSecurityGroup[] | undefined;
}

/**
 * A managed instance, with the rules of the network security group of its subnet as its own: "allow public endpoint traffic
 * on the network security group" is what opens the port 3342 after the endpoint is enabled. Everything else stays as it is.
 */
export function guardedInstance(endpoint: AzureEndpoint, guards: Guards): AzureEndpoint {
  if (endpoint.kind !== 'sql-managed-instance' || endpoint.stop) return endpoint;
  const found = groupBefore(endpoint, guards);
  if ('unread' in found) return { ...endpoint, unread: [...endpoint.unread, found.unread] };
  const [port = 0] = endpoint.ports;
  const about = found.group.inbound.filter((rule) => isAbout(rule, port));
  const odd = about.filter(({ access }) => access === 'unknown').map(({ name }) => notUnderstood(name));
  return {
    ...endpoint,
    access: { rules: about.flatMap((rule) => accessRule(rule)), otherwise: 'deny' },
    ruleOperation: groupOperation,
    unread: [...endpoint.unread, ...odd],
  };
}

const networkOperation = 'Microsoft.Network/virtualNetworks';
const groupOperation = 'Microsoft.Network/networkSecurityGroups';

function groupBefore(
  { subnetId, name }: AzureEndpoint,
  { networks, groups }: Guards,
): { readonly group: NetworkSecurityGroup } | { readonly unread: Unread } {
  const subnets = networks?.flatMap((each) => each.subnets) ?? [];
  const subnet = subnets.find(({ id }) => subnetId !== undefined && armKey(id) === armKey(subnetId));
  if (!subnet) return { unread: notRead(networkOperation, `the subnet of ${name}`) };
  const group = groups?.find((each) => isBefore(each, subnet));
  return group ? { group } : { unread: notRead(groupOperation, `the network security group before ${name}`) };
}

function isBefore({ id }: NetworkSecurityGroup, { networkSecurityGroupId }: AzureSubnet): boolean {
  return networkSecurityGroupId !== undefined && armKey(id) === armKey(networkSecurityGroupId);
}

/** Whatever destination a rule names counts where it allows; a denial counts for all of the subnet alone. */
function isAbout({ protocol, destinationPorts, access, destinations, sourcePorts }: AzureRule, port: number): boolean {
  const fits = protocol === '*' || protocol === 'tcp';
  const isOnPort = destinationPorts.some(({ fromPort, toPort }) => fromPort <= port && port <= toPort);
  const isWhole =
    access !== 'deny' || (destinations.some((each) => each === '*' || each === 'virtualnetwork') && !sourcePorts);
  return fits && isOnPort && isWhole;
}

function accessRule({ name, access, priority, sources }: AzureRule): readonly AccessRule[] {
  const words = sources.filter((word) => !local.has(word)).map((word) => (word === '*' ? 'any' : word));
  const action = access === 'deny' ? 'deny' : 'allow';
  return access === 'unknown' ? [] : [{ name, action, priority, sources: words }];
}

/** Tags that nobody on the internet is in. */
const local: ReadonlySet<string> = new Set(['virtualnetwork', 'azureloadbalancer']);

function notRead(operation: string, what: string): Unread {
  return { operation, code: 'NotCollected', message: `${what} was not read` };
}

function notUnderstood(name: string): Unread {
  return { operation: groupOperation, code: 'UnknownValue', message: `the access of rule ${name} is not understood` };
}
