import { command } from '../command.ts';
import type { SecurityGroup, SecurityGroupRule } from './security-group.ts';

/**
 * The command that removes rules of one direction from a group: by their ids where these were read, else by what they
 * say. Removes nothing else.
 */
export function revokeCommand(
  region: string,
  group: SecurityGroup,
  direction: 'ingress' | 'egress',
  rules: readonly SecurityGroupRule[],
): string {
  const head = `aws ec2 revoke-security-group-${direction}${command` --region ${region} --group-id ${group.id}`}`;
  const ids = rules.map((rule) => rule.ruleId).filter((id) => id !== undefined);
  if (ids.length === rules.length) {
    return [`${head} --security-group-rule-ids`, ...ids.map((id) => command`${id}`)].join(' ');
  }
  return head + command` --ip-permissions ${JSON.stringify(rules.map(permissionOf))}`;
}

/** The rule as the API takes it (`IpPermission`, Amazon EC2 API Reference). */
function permissionOf(rule: SecurityGroupRule): object {
  return {
    IpProtocol: rule.protocol === 'all' ? '-1' : rule.protocol,
    FromPort: rule.fromPort,
    ToPort: rule.toPort,
    ...sourceOf(rule),
  };
}

function sourceOf({ source }: SecurityGroupRule): object {
  if (source.kind === 'prefix-list') return { PrefixListIds: [{ PrefixListId: source.id }] };
  if (source.kind === 'security-group') return { UserIdGroupPairs: [{ GroupId: source.id }] };
  return source.family === 'ipv4'
    ? { IpRanges: [{ CidrIp: source.cidr }] }
    : { Ipv6Ranges: [{ CidrIpv6: source.cidr }] };
}
