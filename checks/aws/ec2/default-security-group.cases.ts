import type { CheckCase } from '../../../lib/model/check-case.ts';
import { securityGroup, tcp } from '../cases/security-groups.ts';
import { denied, inRegion } from '../cases/units.ts';

const itself = { IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: 'sg-new' }] };
const outbound = { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
const given = inRegion({
  'ec2:DescribeSecurityGroups': {
    SecurityGroups: [
      securityGroup('sg-new', { name: 'default', ingress: [itself], egress: [outbound] }),
      securityGroup('sg-egress', { name: 'default', egress: [outbound] }),
      securityGroup('sg-empty', { name: 'default' }),
      securityGroup('sg-web', { ingress: [tcp(443, '0.0.0.0/0')] }),
      { ...securityGroup('sg-shared', { name: 'default', egress: [outbound] }), OwnerId: '444455556666' },
    ],
  },
});

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '作成直後のまま、送信ルールだけ、ルールなし（ほかのグループと共有元のグループは対象外）',
      en: 'As created, outbound rules only, no rules; other groups, and those of another account, are not judged',
    },
    given,
    expect: { 'sg-new': 'fail', 'sg-egress': 'fail', 'sg-empty': 'pass' },
  },
  {
    name: { ja: 'セキュリティグループの取得を拒否された', en: 'The security groups were denied' },
    given: denied(given, 'ec2:DescribeSecurityGroups'),
    expect: { 'ap-northeast-1': 'unknown' },
  },
];
