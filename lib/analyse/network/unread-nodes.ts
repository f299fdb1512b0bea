import type { NetworkInterface } from '../../model/aws/network-interface.ts';
import type { Unread } from '../../model/unread.ts';
import type { AnalysisSources } from '../analysis.ts';
import { isBalancerNode } from './is-balancer-node.ts';
import type { Network } from './network.ts';

/** An interface of a load balancer that was not read. */
export interface UnreadNode {
  readonly eni: NetworkInterface;
  readonly kind: 'load-balancer' | 'classic-load-balancer';
  readonly unread: Unread;
}

/** The interfaces that say that load balancers stand in the region which were not read. */
export function unreadNodes(
  { interfaces }: Network,
  { unread }: Pick<AnalysisSources, 'unread'>,
): readonly UnreadNode[] {
  const gaps = {
    'load-balancer': unread('aws.loadBalancers'),
    'classic-load-balancer': unread('aws.classicLoadBalancers'),
  };
  return interfaces.filter(isBalancerNode).flatMap((eni) => {
    // Those of the first generation are described by their name alone.
    const kind = /^ELB (app|net|gwy)\//.test(eni.description) ? 'load-balancer' : 'classic-load-balancer';
    const gap = gaps[kind];
    return gap ? [{ eni, kind, unread: gap }] : [];
  });
}
