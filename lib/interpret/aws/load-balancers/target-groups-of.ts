import type { TargetGroup as GroupAnswer } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Target, TargetGroup } from '../../../model/aws/load-balancer.ts';
import type { Answers } from '../../part.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf, answersBy } from '../answer.ts';
import { attributesOf } from './attributes-of.ts';

/** The target groups of the region, with their targets as far as these were read. */
export function targetGroupsOf(answers: Answers): readonly TargetGroup[] {
  const { TargetGroups } = answerOf(answers, 'elbv2:DescribeTargetGroups');
  const attributes = attributesOf(answers, 'elbv2:DescribeTargetGroupAttributes', 'TargetGroupArn');
  const healths = answersBy(answers, 'elbv2:DescribeTargetHealth', 'TargetGroupArn', (output) =>
    listOf(output.TargetHealthDescriptions, 'TargetHealthDescriptions'),
  );
  return listOf(TargetGroups, 'TargetGroups').map((group): TargetGroup => {
    const arn = required(group.TargetGroupArn, 'TargetGroupArn');
    const targets = healths.get(arn)?.flatMap(({ Target: target }): Target[] => {
      return target?.Id === undefined ? [] : [{ id: target.Id, port: target.Port ?? group.Port ?? 0 }];
    });
    return groupOf(group, arn, targets, attributes.get(arn));
  });
}

function groupOf(
  group: Wire<GroupAnswer>,
  arn: string,
  targets: TargetGroup['targets'],
  attributes: ReadonlyMap<string, string> | undefined,
): TargetGroup {
  const crossZone = attributes?.get('load_balancing.cross_zone.enabled');
  return {
    arn,
    name: group.TargetGroupName ?? arn,
    type: group.TargetType ?? 'instance',
    protocol: group.Protocol ?? '',
    family: group.IpAddressType === 'ipv6' ? 'ipv6' : 'ipv4',
    vpcId: group.VpcId ?? '',
    loadBalancerArns: listOf(group.LoadBalancerArns, 'LoadBalancerArns'),
    targets,
    preservesClient: preservesClient(group, attributes),
    ...((crossZone === 'true' || crossZone === 'false') && { crossZone: crossZone === 'true' }),
  };
}

/**
 * "Edit target group attributes for your Network Load Balancer": always for UDP and for load balancers as targets; on for
 * instances and off for addresses unless said otherwise. Only network load balancers can.
 */
function preservesClient(
  group: Wire<GroupAnswer>,
  attributes: ReadonlyMap<string, string> | undefined,
): boolean | undefined {
  const { TargetType: type } = group;
  const protocol: string = group.Protocol ?? '';
  if (type === 'alb') return true;
  if (protocol.startsWith('HTTP')) return false;
  if (protocol.includes('UDP') || protocol.includes('QUIC')) return true;
  if (!attributes) return undefined;
  const said = attributes.get('preserve_client_ip.enabled');
  return said === undefined ? type !== 'ip' : said === 'true';
}
