import type { NetworkInterface } from '../../model/aws/network-interface.ts';
import { overlaps, parseCidr } from '../../model/network/cidr.ts';
import type { Block, Family } from '../../model/network/exposure.ts';
import { publicSpace } from '../../model/network/public-space.ts';
import type { Unread } from '../../model/unread.ts';
import type { Network } from './network.ts';
import { addressesOf } from './traffic.ts';

/** Whether the internet can address an interface; by an edge table where brought addresses are routed to it. */
export function internetAddress(
  network: Network,
  eni: NetworkInterface,
  family: Family,
): 'address' | 'ingress-routing' | Block | Unread {
  if (family === 'ipv4') {
    if (eni.publicIpv4.length > 0) return 'address';
    return isRoutedIn(network, eni) ? 'ingress-routing' : 'no-public-address';
  }
  const own = [...eni.ipv6.map((address) => `${address}/128`), ...eni.prefixes.filter((block) => block.includes(':'))];
  if (own.length === 0) return 'no-public-address';
  const vpc = network.vpc(eni.vpcId);
  const hidden = addressesOf(vpc?.privateIpv6 ?? [], 'ipv6');
  const known = own
    .map((block) => parseCidr(block))
    .some(
      (address) =>
        publicSpace.ipv6.some((block) => overlaps(block, address)) && !hidden.some((block) => overlaps(block, address)),
    );
  if (!known) return 'private-ipv6';
  if (eni.deniesInternet) return 'deny-igw';
  // A block may look public and be private to the VPC.
  return vpc ? 'address' : network.unknownVpc(eni.vpcId);
}

/** "Ingress routing": a pool of brought addresses is associated with the gateway's table, which sends it to the interface. */
function isRoutedIn(network: Network, { id, vpcId }: NetworkInterface): boolean {
  return network
    .edgeTables(vpcId)
    .some(
      ({ publicIpv4Pools, routes }) =>
        publicIpv4Pools.length > 0 && routes.some(({ target, state }) => target.id === id && state !== 'blackhole'),
    );
}
