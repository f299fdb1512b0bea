import { describe, expect, it } from 'vitest';
import type { AwsUnit } from '../../model/unit.ts';
import { securityGroups } from './security-groups.ts';

const unit: AwsUnit = { provider: 'aws', account: '111122223333', region: 'cn-north-1' };

function read(permissions: readonly object[], others: Readonly<Record<string, unknown>> = {}) {
  const group = { GroupId: 'sg-1', GroupName: 'web', VpcId: 'vpc-1', IpPermissions: permissions };
  const answers = { 'ec2:DescribeSecurityGroups': { SecurityGroups: [group] }, ...others };
  return securityGroups.interpret(answers, unit)[0]?.ingress ?? [];
}
const world = { IpRanges: [{ CidrIp: '0.0.0.0/0' }] };

describe('aws.securityGroups', () => {
  it.each([
    [
      { IpProtocol: '6', FromPort: 0, ToPort: 0 },
      { protocol: 'tcp', fromPort: 0, toPort: 0 },
    ],
    [{ IpProtocol: 'TCP' }, { protocol: 'tcp', fromPort: 0, toPort: 65_535 }],
    [{ IpProtocol: '-1' }, { protocol: 'all' }],
    [{ IpProtocol: '-1', FromPort: -1, ToPort: -1 }, { protocol: 'all' }],
    [
      { IpProtocol: 'icmp', FromPort: 8, ToPort: -1 },
      { protocol: 'icmp', fromPort: 8, toPort: -1 },
    ],
    [{ IpProtocol: '50' }, { protocol: '50' }],
  ])('reads %j', (permission, traffic) => {
    expect(read([{ ...permission, ...world }])).toMatchObject([traffic]);
  });

  it('makes one rule of each source', () => {
    const rules = read([
      {
        IpProtocol: '-1',
        IpRanges: [{ CidrIp: '10.0.0.0/8' }, { CidrIp: '192.168.0.0/16', Description: 'office' }],
        Ipv6Ranges: [{ CidrIpv6: '::/0' }],
        PrefixListIds: [{ PrefixListId: 'pl-1' }],
        UserIdGroupPairs: [{ GroupId: 'sg-2', UserId: '444455556666' }],
      },
    ]);
    expect(rules.map(({ source }) => source.kind)).toEqual(['cidr', 'cidr', 'cidr', 'prefix-list', 'security-group']);
  });

  it('finds the id of each rule, whatever its source, and however the ports of "all" are written', () => {
    const rules = [
      {
        SecurityGroupRuleId: 'sgr-1',
        GroupId: 'sg-1',
        IpProtocol: '-1',
        FromPort: -1,
        ToPort: -1,
        CidrIpv4: '0.0.0.0/0',
      },
      {
        SecurityGroupRuleId: 'sgr-2',
        GroupId: 'sg-1',
        IpProtocol: 'tcp',
        FromPort: 22,
        ToPort: 22,
        ReferencedGroupInfo: { GroupId: 'sg-2' },
      },
      { SecurityGroupRuleId: 'sgr-3', GroupId: 'sg-1', IpProtocol: '-1', IsEgress: true, CidrIpv4: '0.0.0.0/0' },
    ];
    const permissions = [
      { IpProtocol: '-1', ...world },
      { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, UserIdGroupPairs: [{ GroupId: 'sg-2' }] },
      { IpProtocol: 'tcp', FromPort: 23, ToPort: 23, ...world },
    ];
    const found = read(permissions, { 'ec2:DescribeSecurityGroupRules': { SecurityGroupRules: rules } });
    expect(found.map((rule) => rule.ruleId)).toEqual(['sgr-1', 'sgr-2', undefined]);
  });

  it('names a group by the ARN of its partition', () => {
    const answers = {
      'ec2:DescribeSecurityGroups': { SecurityGroups: [{ GroupId: 'sg-1', OwnerId: '444455556666' }] },
    };
    expect(securityGroups.interpret(answers, unit)).toMatchObject([
      {
        arn: 'arn:aws-cn:ec2:cn-north-1:444455556666:security-group/sg-1',
        owner: '444455556666',
        ingress: [],
        egress: [],
      },
    ]);
  });

  it('refuses a block that is none, lest the rule be taken for closed', () => {
    expect(() => read([{ IpProtocol: '-1', IpRanges: [{ CidrIp: 'everywhere' }] }])).toThrow('not a CIDR block');
  });
});
