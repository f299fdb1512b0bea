import type { NetworkInterface } from '../../model/aws/network-interface.ts';

/** Whether an interface is a load balancer's own: by who made it, for its description is anybody's to write. */
export function isBalancerNode({ requester, type }: NetworkInterface): boolean {
  return requester === 'amazon-elb' || type === 'network_load_balancer' || type === 'gateway_load_balancer';
}
