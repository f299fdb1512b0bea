import type { CheckCase } from '../../../lib/model/check-case.ts';
import { securityGroup, tcp } from '../cases/security-groups.ts';
import { account, denied, inRegion } from '../cases/units.ts';

const from = (GroupId: string): object => ({
  IpProtocol: 'tcp',
  FromPort: 443,
  ToPort: 443,
  UserIdGroupPairs: [{ GroupId }],
});
const given = inRegion({
  'ec2:DescribeSecurityGroups': {
    SecurityGroups: [
      securityGroup('sg-carried', { ingress: [from('sg-named')] }),
      securityGroup('sg-named', { ingress: [tcp(443, '10.0.0.0/8')] }),
      securityGroup('sg-itself', { ingress: [from('sg-itself')] }),
      securityGroup('sg-empty', {}),
      securityGroup('sg-default', { name: 'default' }),
      { ...securityGroup('sg-shared', {}), OwnerId: '444455556666' },
    ],
  },
  'ec2:DescribeNetworkInterfaces': {
    NetworkInterfaces: [
      {
        NetworkInterfaceId: 'eni-1',
        VpcId: 'vpc-0a1',
        SubnetId: 'subnet-1',
        OwnerId: account,
        Groups: [{ GroupId: 'sg-carried' }],
      },
    ],
  },
});

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: 'インターフェイスに付いている、ほかのグループから参照されている、自分だけを参照、ルールなし（デフォルトと共有元のグループは対象外）',
      en: 'Carried by an interface, named by another group, named by itself alone, without rules; default and shared groups are not judged',
    },
    given,
    expect: { 'sg-carried': 'pass', 'sg-named': 'pass', 'sg-itself': 'fail', 'sg-empty': 'fail' },
  },
  {
    name: { ja: 'ネットワークインターフェイスの取得を拒否された', en: 'The network interfaces were denied' },
    given: denied(given, 'ec2:DescribeNetworkInterfaces'),
    expect: { 'ap-northeast-1': 'unknown' },
  },
  {
    name: { ja: 'セキュリティグループの取得を拒否された', en: 'The security groups were denied' },
    given: denied(given, 'ec2:DescribeSecurityGroups'),
    expect: { 'ap-northeast-1': 'unknown' },
  },
];
