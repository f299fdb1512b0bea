import type { IpPermission, SecurityGroup, SecurityGroupRule } from '@aws-sdk/client-ec2';
import { identifier } from '../identifier.ts';

/** One ingress permission: `ports` is one port, a range, or `all` traffic; `from` names CIDRs or a security group. */
export interface DemoRule {
  readonly ports: number | readonly [number, number] | 'all';
  readonly protocol?: 'tcp' | 'udp';
  readonly from: readonly string[];
  readonly description?: string;
}

/** A security group; the one named `default` is its VPC's own. */
export interface DemoSecurityGroup {
  readonly name: string;
  readonly description?: string;
  readonly ingress?: readonly DemoRule[];
  /** False for a default group whose rules were taken away. */
  readonly egress?: boolean;
}

/** Where a security group lives. */
export interface GroupPlace {
  readonly account: string;
  readonly region: string;
  /** The VPC's name in the description. */
  readonly vpc: string;
  readonly vpcId: string;
}

/** The id of a group, by its name in its VPC. */
export function groupId(place: Pick<GroupPlace, 'account' | 'region' | 'vpc'>, name: string): string {
  return identifier('sg', `${place.account} ${place.region} ${place.vpc} ${name}`);
}

/** The group as DescribeSecurityGroups tells of it. */
export function securityGroup(place: GroupPlace, group: DemoSecurityGroup): SecurityGroup {
  return {
    GroupId: groupId(place, group.name),
    GroupName: group.name,
    Description: group.description ?? (group.name === 'default' ? 'default VPC security group' : group.name),
    OwnerId: place.account,
    VpcId: place.vpcId,
    SecurityGroupArn: `arn:aws:ec2:${place.region}:${place.account}:security-group/${groupId(place, group.name)}`,
    IpPermissions: (group.ingress ?? []).map((rule) => permission(place, rule)),
    IpPermissionsEgress: group.egress === false ? [] : [everywhere],
    Tags: [],
  };
}

/** The same rules, one source each, as DescribeSecurityGroupRules tells of them. */
export function securityGroupRules(place: GroupPlace, group: DemoSecurityGroup): SecurityGroupRule[] {
  const GroupId = groupId(place, group.name);
  const ingress = (group.ingress ?? []).flatMap((rule) =>
    rule.from.map((source) => ({
      ...portsOf(rule),
      ...ruleSource(place, source),
      ...(rule.description && { Description: rule.description }),
    })),
  );
  const egress = group.egress === false ? [] : [{ IpProtocol: '-1', FromPort: -1, ToPort: -1, CidrIpv4: '0.0.0.0/0' }];
  return [
    ...ingress.map((rule) => ({ IsEgress: false, ...rule })),
    ...egress.map((rule) => ({ IsEgress: true, ...rule })),
  ].map((rule, at) => ({
    SecurityGroupRuleId: identifier('sgr', `${GroupId} ${at}`),
    GroupId,
    GroupOwnerId: place.account,
    ...rule,
    Tags: [],
  }));
}

const everywhere: IpPermission = {
  IpProtocol: '-1',
  IpRanges: [{ CidrIp: '0.0.0.0/0' }],
  Ipv6Ranges: [],
  PrefixListIds: [],
  UserIdGroupPairs: [],
};

function permission(place: GroupPlace, rule: DemoRule): IpPermission {
  const about = rule.description ? { Description: rule.description } : {};
  const of = (wanted: SourceKind): string[] => rule.from.filter((source) => kindOf(source) === wanted);
  const { IpProtocol, FromPort, ToPort } = portsOf(rule);
  return {
    IpProtocol,
    ...(rule.ports !== 'all' && { FromPort, ToPort }),
    IpRanges: of('ipv4').map((CidrIp) => ({ CidrIp, ...about })),
    Ipv6Ranges: of('ipv6').map((CidrIpv6) => ({ CidrIpv6, ...about })),
    PrefixListIds: of('list').map((PrefixListId) => ({ PrefixListId, ...about })),
    UserIdGroupPairs: of('group').map((name) => ({ GroupId: groupId(place, name), UserId: place.account, ...about })),
  };
}

type SourceKind = 'ipv4' | 'ipv6' | 'list' | 'group';

function kindOf(source: string): SourceKind {
  if (source.startsWith('pl-')) return 'list';
  if (!source.includes('/')) return 'group';
  return source.includes(':') ? 'ipv6' : 'ipv4';
}

function portsOf({ ports, protocol = 'tcp' }: DemoRule): { IpProtocol: string; FromPort: number; ToPort: number } {
  if (ports === 'all') return { IpProtocol: '-1', FromPort: -1, ToPort: -1 };
  const [FromPort, ToPort] = typeof ports === 'number' ? [ports, ports] : ports;
  return { IpProtocol: protocol, FromPort, ToPort };
}

function ruleSource(place: GroupPlace, source: string): Partial<SecurityGroupRule> {
  switch (kindOf(source)) {
    case 'list':
      return { PrefixListId: source };
    case 'group':
      return { ReferencedGroupInfo: { GroupId: groupId(place, source), UserId: place.account } };
    case 'ipv4':
      return { CidrIpv4: source };
    case 'ipv6':
      return { CidrIpv6: source };
  }
}
