import type { IpPermission, SecurityGroupRule as RuleAnswer } from '@aws-sdk/client-ec2';
import type { RuleSource, SecurityGroupRule } from '../../model/aws/security-group.ts';
import { parseCidr } from '../../model/network/cidr.ts';
import { listOf, required } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { protocolName } from './protocol-name.ts';

/** What makes two rules of one group and direction the same rule. */
type Traffic = Pick<SecurityGroupRule, 'protocol' | 'fromPort' | 'toPort'>;

/** One rule for each source of one permission; `listed` tells what was read of a prefix list. */
export function rulesOf(
  permission: Wire<IpPermission>,
  listed: (prefixList: string) => Omit<RuleSource & { readonly kind: 'prefix-list' }, 'kind' | 'id'>,
): readonly SecurityGroupRule[] {
  const traffic = trafficOf(permission);
  const rule = (source: RuleSource, description: string | undefined): SecurityGroupRule => ({
    ...traffic,
    source,
    description,
  });
  return [
    ...listOf(permission.IpRanges, 'IpRanges').map((range) =>
      rule({ kind: 'cidr', family: 'ipv4', cidr: cidrBlock(range.CidrIp) }, range.Description),
    ),
    ...listOf(permission.Ipv6Ranges, 'Ipv6Ranges').map((range) =>
      rule({ kind: 'cidr', family: 'ipv6', cidr: cidrBlock(range.CidrIpv6) }, range.Description),
    ),
    ...listOf(permission.PrefixListIds, 'PrefixListIds').map((list) => {
      const id = required(list.PrefixListId, 'PrefixListId');
      return rule({ kind: 'prefix-list', id, ...listed(id) }, list.Description);
    }),
    ...listOf(permission.UserIdGroupPairs, 'UserIdGroupPairs').map((pair) =>
      rule({ kind: 'security-group', id: required(pair.GroupId, 'GroupId') }, pair.Description),
    ),
  ];
}

/** Where a rule stands, as one text: equal for the same rule in `DescribeSecurityGroups` and `DescribeSecurityGroupRules`. */
export function ruleKey(group: string, egress: boolean, traffic: Traffic, source: string): string {
  return [group, egress, traffic.protocol, traffic.fromPort, traffic.toPort, source].join('|');
}

/** {@link ruleKey} of a rule as `DescribeSecurityGroupRules` answers it. */
export function answeredRuleKey(rule: Wire<RuleAnswer>): string {
  const source = rule.CidrIpv4 ?? rule.CidrIpv6 ?? rule.PrefixListId ?? rule.ReferencedGroupInfo?.GroupId;
  return ruleKey(required(rule.GroupId, 'GroupId'), rule.IsEgress ?? false, trafficOf(rule), source ?? '');
}

function trafficOf(answer: {
  readonly IpProtocol?: string | undefined;
  readonly FromPort?: number | undefined;
  readonly ToPort?: number | undefined;
}): Traffic {
  const protocol = protocolName(required(answer.IpProtocol, 'IpProtocol'));
  if (protocol === 'tcp' || protocol === 'udp') {
    // Without ports, or with -1, a rule would cover them all; the API does not make such rules, but moto and imports do.
    const open = answer.FromPort === undefined || answer.FromPort === -1;
    return {
      protocol,
      fromPort: open ? 0 : answer.FromPort,
      toPort: open ? 65_535 : (answer.ToPort ?? answer.FromPort),
    };
  }
  if (protocol !== 'icmp' && protocol !== 'icmpv6') return { protocol };
  return { protocol, fromPort: answer.FromPort ?? -1, toPort: answer.ToPort ?? -1 };
}

/** A block that is none is an answer that nobody understands, and must not be taken for a closed rule. */
function cidrBlock(text: string | undefined): string {
  const cidr = required(text, 'CidrIp');
  parseCidr(cidr);
  return cidr;
}
