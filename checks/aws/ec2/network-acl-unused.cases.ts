import type { CheckCase } from '../../../lib/model/check-case.ts';
import { account, denied, inRegion } from '../cases/units.ts';

const acl = (NetworkAclId: string, changes: object): object => ({
  NetworkAclId,
  VpcId: 'vpc-1',
  OwnerId: account,
  IsDefault: false,
  Entries: [],
  Associations: [],
  ...changes,
});
const given = inRegion({
  'ec2:DescribeNetworkAcls': {
    NetworkAcls: [
      acl('acl-used', { Associations: [{ SubnetId: 'subnet-1' }] }),
      acl('acl-unused', { Tags: [{ Key: 'Name', Value: 'old' }] }),
      acl('acl-default', { IsDefault: true }),
      acl('acl-shared', { OwnerId: '444455556666' }),
    ],
  },
});

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: 'サブネットあり、なし（デフォルトのACLと、ほかのアカウントのACLは対象外）',
      en: 'With a subnet and without; default ACLs, and those of other accounts, are not judged',
    },
    given,
    expect: { 'acl-used': 'pass', 'acl-unused': 'fail' },
  },
  {
    name: { ja: 'ネットワークACLの取得を拒否された', en: 'The network ACLs were denied' },
    given: denied(given, 'ec2:DescribeNetworkAcls'),
    expect: { 'ap-northeast-1': 'unknown' },
  },
];
