import type { LoadBalancer } from '../../model/aws/load-balancer.ts';
import type { NetworkInterface } from '../../model/aws/network-interface.ts';
import { hostRange } from '../../model/network/cidr.ts';
import { addressSet, type AddressSet } from './address-set.ts';
import { isBalancerNode } from './is-balancer-node.ts';

/**
 * The addresses of load balancers' nodes, by ARN, subnet and family (`arn:… subnet-1 ipv4`). Load balancing names its
 * interfaces `ELB app/web/50dc6c495c0c9188`, and those of a classic one `ELB web`.
 */
export function nodeAddresses(
  interfaces: readonly NetworkInterface[],
  balancers: readonly LoadBalancer[],
): ReadonlyMap<string, AddressSet> {
  const arns = new Map(balancers.map(({ arn }) => [`ELB ${arn.slice(arn.indexOf(':loadbalancer/') + 14)}`, arn]));
  const nodes = new Map<string, AddressSet>();
  for (const eni of interfaces) {
    const arn = isBalancerNode(eni) ? arns.get(eni.description) : undefined;
    if (arn === undefined) continue;
    for (const [family, addresses] of [
      ['ipv4', eni.privateIpv4],
      ['ipv6', eni.ipv6],
    ] as const) {
      const key = `${arn} ${eni.subnetId} ${family}`;
      const own = addresses.map(hostRange);
      if (own.length > 0) nodes.set(key, addressSet([...(nodes.get(key) ?? []), ...own]));
    }
  }
  return nodes;
}
