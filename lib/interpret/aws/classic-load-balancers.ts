import type { ListenerDescription, LoadBalancerDescription } from '@aws-sdk/client-elastic-load-balancing';
import type { Listener, LoadBalancer, LoadBalancers, TargetGroup } from '../../model/aws/load-balancer.ts';
import type { AwsUnit } from '../../model/unit.ts';
import type { PartDefinition } from '../part.ts';
import { listOf, required } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { answerOf } from './answer.ts';
import { partitionOf } from './partition-of.ts';

/** `aws.classicLoadBalancers`: those of the first generation, which another API lists. */
export const classicLoadBalancers: PartDefinition<'aws.classicLoadBalancers'> = {
  per: 'aws-region',
  operations: ['elb:DescribeLoadBalancers'],
  interpret: (answers, unit): LoadBalancers => {
    const { LoadBalancerDescriptions } = answerOf(answers, 'elb:DescribeLoadBalancers');
    const each = listOf(LoadBalancerDescriptions, 'LoadBalancerDescriptions').map((one) => classicOf(one, unit));
    return {
      loadBalancers: each.map(({ loadBalancer }) => loadBalancer),
      targetGroups: each.flatMap(({ targetGroups }) => targetGroups),
    };
  },
};

function classicOf(
  answer: Wire<LoadBalancerDescription>,
  unit: AwsUnit,
): { readonly loadBalancer: LoadBalancer; readonly targetGroups: readonly TargetGroup[] } {
  const name = required(answer.LoadBalancerName, 'LoadBalancerName');
  const { region, account } = unit;
  const arn = `arn:${partitionOf(region)}:elasticloadbalancing:${region}:${account}:loadbalancer/${name}`;
  const listening = listOf(answer.ListenerDescriptions, 'ListenerDescriptions').map(({ Listener: one }) =>
    required(one, 'Listener'),
  );
  const vpcId = answer.VPCId ?? '';
  const targets = listOf(answer.Instances, 'Instances').flatMap(({ InstanceId }) => InstanceId ?? []);
  const ports = [...new Set(listening.map(({ InstancePort }) => required(InstancePort, 'InstancePort')))];
  return {
    loadBalancer: {
      id: name,
      arn,
      name,
      type: 'classic',
      internetFacing: answer.Scheme !== 'internal',
      families: ['ipv4'],
      vpcId,
      subnetIds: listOf(answer.Subnets, 'Subnets'),
      securityGroupIds: listOf(answer.SecurityGroups, 'SecurityGroups'),
      // Said by an operation of its own, which is not called: a target in another zone counts as served.
      crossZone: true,
      listeners: listening.map((one) => listenerOf(one, arn)),
    },
    targetGroups: ports.map((port) => ({
      arn: `${arn}/${port}`,
      name,
      type: 'instance',
      protocol: 'TCP',
      family: 'ipv4',
      vpcId,
      loadBalancerArns: [arn],
      targets: targets.map((id) => ({ id, port })),
      preservesClient: false,
    })),
  };
}

function listenerOf(listener: NonNullable<Wire<ListenerDescription>['Listener']>, arn: string): Listener {
  const port = required(listener.LoadBalancerPort, 'LoadBalancerPort');
  return {
    id: `${arn}:${port}`,
    port,
    protocol: listener.Protocol ?? 'TCP',
    forwards: [{ targetGroupArn: `${arn}/${listener.InstancePort}`, authenticates: false }],
    rulesRead: true,
  };
}
