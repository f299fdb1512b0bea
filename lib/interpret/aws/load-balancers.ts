import type { LoadBalancer as BalancerAnswer } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { LoadBalancer } from '../../model/aws/load-balancer.ts';
import type { PartDefinition } from '../part.ts';
import { listOf, required } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { answerOf } from './answer.ts';
import { attributesOf } from './load-balancers/attributes-of.ts';
import { listenersOf } from './load-balancers/listeners-of.ts';
import { targetGroupsOf } from './load-balancers/target-groups-of.ts';

/** `aws.loadBalancers`: application, network and gateway load balancers, their listeners and their targets. */
export const loadBalancers: PartDefinition<'aws.loadBalancers'> = {
  per: 'aws-region',
  operations: ['elbv2:DescribeLoadBalancers', 'elbv2:DescribeTargetGroups'],
  optional: [
    'elbv2:DescribeListeners',
    'elbv2:DescribeRules',
    'elbv2:DescribeTargetHealth',
    'elbv2:DescribeTargetGroupAttributes',
    'elbv2:DescribeLoadBalancerAttributes',
  ],
  interpret: (answers) => {
    const { LoadBalancers } = answerOf(answers, 'elbv2:DescribeLoadBalancers');
    const listeners = listenersOf(answers);
    const attributes = attributesOf(answers, 'elbv2:DescribeLoadBalancerAttributes', 'LoadBalancerArn');
    return {
      loadBalancers: listOf(LoadBalancers, 'LoadBalancers').map((each) => {
        const arn = required(each.LoadBalancerArn, 'LoadBalancerArn');
        return balancerOf(each, arn, listeners.get(arn), attributes.get(arn));
      }),
      targetGroups: targetGroupsOf(answers),
    };
  },
};

const types = ['application', 'network', 'gateway'] as const;

function balancerOf(
  answer: Wire<BalancerAnswer>,
  arn: string,
  listeners: LoadBalancer['listeners'],
  attributes: ReadonlyMap<string, string> | undefined,
): LoadBalancer {
  const type = types.find((each) => each === answer.Type) ?? 'other';
  const crossZone = attributes?.get('load_balancing.cross_zone.enabled');
  return {
    id: arn,
    arn,
    name: answer.LoadBalancerName ?? arn,
    type,
    internetFacing: answer.Scheme === 'internet-facing',
    families: familiesOf(answer.IpAddressType),
    vpcId: answer.VpcId ?? '',
    subnetIds: listOf(answer.AvailabilityZones, 'AvailabilityZones').flatMap(({ SubnetId }) => SubnetId ?? []),
    securityGroupIds: listOf(answer.SecurityGroups, 'SecurityGroups'),
    // On for application load balancers unless a target group turns it off; off for the others unless it is turned on.
    crossZone: type === 'application' ? true : attributes && crossZone === 'true',
    listeners,
  };
}

/** An unknown type may hold either family. */
function familiesOf(type: string | undefined): LoadBalancer['families'] {
  if (type === undefined || type === 'ipv4') return ['ipv4'];
  return type === 'dualstack-without-public-ipv4' ? ['ipv6'] : ['ipv4', 'ipv6'];
}
