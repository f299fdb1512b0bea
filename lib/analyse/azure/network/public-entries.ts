import type { AzurePublicAddress, IpConfiguration } from '../../../model/azure/network.ts';
import { armName } from '../../../model/azure/arm-id.ts';
import type { AzureFrontend, AzureLoadBalancer } from '../../../model/azure/load-balancing.ts';
import type { Family } from '../../../model/network/exposure.ts';
import type { Hop } from '../../../model/network/hop.ts';
import { everyPort } from '../../../model/network/port-range.ts';
import type { AzureNetwork } from './azure-network.ts';
import { internetHop, type Entry } from './entry.ts';
import { protocols } from './rule-passages.ts';

const operation = 'Microsoft.Network/publicIPAddresses';

/** The way to a configuration's own public address. */
export function publicEntries(network: AzureNetwork, configuration: IpConfiguration): readonly Entry[] {
  const { family, publicAddressId, ownPublicAddress } = configuration;
  const common = { family, protocols, ports: everyPort, unread: [] } as const;
  if (publicAddressId !== undefined) {
    const found = network.address(publicAddressId);
    const hops = [internetHop, addressHop(network, publicAddressId)];
    return [{ ...common, hops, withoutGroup: 'thing' in found ? skuRule(found.thing, operation) : found.unread }];
  }
  if (!ownPublicAddress) return [];
  // Instances of scale sets get theirs from the model, and no list of public addresses holds them.
  const hop: Hop = {
    kind: 'public-address',
    id: configuration.id,
    name: configuration.name,
    operation: 'Microsoft.Compute/virtualMachineScaleSets',
  };
  return [{ ...common, hops: [internetHop, hop], withoutGroup: ownPublicAddress.isStandard ? 'closed' : 'open' }];
}

/** What an address or a load balancer does where no group says anything. `from`: the operation that tells its SKU. */
export function skuRule(
  { sku, name }: Pick<AzurePublicAddress | AzureLoadBalancer, 'sku' | 'name'>,
  from: string,
): Entry['withoutGroup'] {
  if (sku !== 'unknown') return sku === 'basic' ? 'open' : 'closed';
  return { operation: from, code: 'NotUnderstood', message: `the SKU of ${name} is newer than this version` };
}

/** The family of a frontend's address; IPv4 where the answers do not hold it. */
export function familyOfFrontend(
  network: AzureNetwork,
  { publicAddressId }: Pick<AzureFrontend, 'publicAddressId'>,
): Family {
  const found = publicAddressId === undefined ? undefined : network.address(publicAddressId);
  return found && 'thing' in found ? found.thing.family : 'ipv4';
}

/** A public address on a way, with the address itself where it is known. */
export function addressHop(network: AzureNetwork, id: string): Hop {
  const found = network.address(id);
  const address = 'thing' in found ? found.thing.address : undefined;
  return { kind: 'public-address', id, name: armName(id), ...(address !== undefined && { rule: address }), operation };
}
