import type { CheckCase } from '../../../lib/model/check-case.ts';
import { network, nothingGlobal, type CaseInstance } from '../cases/network.ts';
import { securityGroup, tcp } from '../cases/security-groups.ts';
import { denied, inRegion } from '../cases/units.ts';

const groups = (...SecurityGroups: readonly object[]) =>
  inRegion({ ...network(), 'ec2:DescribeSecurityGroups': { SecurityGroups } });
const global = nothingGlobal;
const tcp22v6 = { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, Ipv6Ranges: [{ CidrIpv6: '::/0' }] };
const open: CaseInstance = { id: 'i-a', subnet: 'subnet-public', ingress: [tcp(22, '0.0.0.0/0')] };
const standard = {
  allowedPorts: [
    { protocol: 'tcp', fromPort: 443, toPort: 443 },
    { protocol: 'tcp', fromPort: 8443, toPort: 8443, until: '2025-12-31' },
    { protocol: 'tcp', fromPort: 9443, toPort: 9443, until: '2026-01-01' },
  ],
} as const;
const prefixList = { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, PrefixListIds: [{ PrefixListId: 'pl-1' }] };

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '全世界に開いたSSH、全通信、IPv6、数字で書かれたプロトコル',
      en: 'SSH, all traffic, IPv6, a protocol as a number',
    },
    given: groups(
      securityGroup('sg-ssh', { ingress: [tcp(22, '0.0.0.0/0')] }),
      securityGroup('sg-all', { ingress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] }),
      securityGroup('sg-v6', {
        ingress: [{ IpProtocol: 'tcp', FromPort: 3389, ToPort: 3389, Ipv6Ranges: [{ CidrIpv6: '::/0' }] }],
      }),
      securityGroup('sg-number', {
        ingress: [{ IpProtocol: '17', FromPort: 53, ToPort: 53, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
      }),
      securityGroup('sg-gre', { ingress: [{ IpProtocol: '47', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] }),
    ),
    global,
    standard,
    expect: { 'sg-ssh': 'fail', 'sg-all': 'fail', 'sg-v6': 'fail', 'sg-number': 'fail', 'sg-gre': 'fail' },
  },
  {
    name: {
      ja: '二つのルールで合わせて全世界、許可ポートを含む広い範囲、期限の切れた許可',
      en: 'Two halves that make the world, a range around an allowed port, a permission that ran out',
    },
    given: groups(
      securityGroup('sg-halves', { ingress: [tcp(22, '0.0.0.0/1', '128.0.0.0/1')] }),
      securityGroup('sg-split', { ingress: [tcp([20, 30], '0.0.0.0/1'), tcp([25, 40], '128.0.0.0/1')] }),
      securityGroup('sg-range', { ingress: [tcp([443, 444], '0.0.0.0/0')] }),
      securityGroup('sg-expired', { ingress: [tcp(8443, '0.0.0.0/0')] }),
    ),
    global,
    standard,
    expect: { 'sg-halves': 'fail', 'sg-split': 'fail', 'sg-range': 'fail', 'sg-expired': 'fail' },
  },
  {
    name: {
      ja: '許可されたポート、社内からだけ、片側だけ、ICMP、ルールなし（共有元のグループは対象外）',
      en: 'An allowed port, private sources, one half only, ICMP, no rule; a group of another account is not judged',
    },
    given: groups(
      securityGroup('sg-https', { ingress: [tcp(443, '0.0.0.0/0'), tcp(9443, '0.0.0.0/0')] }),
      securityGroup('sg-inside', { ingress: [tcp(22, '10.0.0.0/8', '203.0.113.7/32')] }),
      securityGroup('sg-half', { ingress: [tcp(22, '0.0.0.0/1')] }),
      securityGroup('sg-apart', { ingress: [tcp(22, '0.0.0.0/1'), tcp(23, '128.0.0.0/1')] }),
      securityGroup('sg-ping', {
        ingress: [{ IpProtocol: 'icmp', FromPort: -1, ToPort: -1, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
      }),
      securityGroup('sg-closed', {}),
      { ...securityGroup('sg-shared', { ingress: [tcp(22, '0.0.0.0/0')] }), OwnerId: '444455556666' },
    ),
    global,
    standard,
    expect: {
      'sg-https': 'pass',
      'sg-inside': 'pass',
      'sg-half': 'pass',
      'sg-apart': 'pass',
      'sg-ping': 'pass',
      'sg-closed': 'pass',
    },
  },
  {
    name: {
      ja: 'プライベートサブネットのインスタンス（到達できるポートは aws-port-exposed が指摘する）',
      en: 'An instance in a private subnet; what is reached indeed is found by aws-port-exposed',
    },
    given: inRegion(
      network(
        { ...open, id: 'i-private', subnet: 'subnet-private' },
        { ...open, id: 'i-exposed', publicIp: '198.51.100.1' },
        { ...open, id: 'i-stopped', publicIp: '198.51.100.2', state: 'stopped' },
        { ...open, id: 'i-half', publicIp: '198.51.100.3', ingress: [tcp(22, '0.0.0.0/0'), tcp22v6] },
      ),
    ),
    global,
    standard,
    expect: { 'sg-private': 'fail', 'sg-exposed': 'pass', 'sg-stopped': 'fail', 'sg-half': 'fail' },
  },
  {
    name: { ja: 'プレフィックスリストの中身が全世界', en: 'A prefix list that holds the world' },
    given: inRegion({
      ...network(),
      'ec2:DescribeSecurityGroups': { SecurityGroups: [securityGroup('sg-list', { ingress: [prefixList] })] },
      'ec2:GetManagedPrefixListEntries': [
        { input: { PrefixListId: 'pl-1' }, output: { Entries: [{ Cidr: '0.0.0.0/1' }, { Cidr: '128.0.0.0/1' }] } },
      ],
    }),
    global,
    standard,
    expect: { 'sg-list': 'fail' },
  },
  {
    name: {
      ja: 'プレフィックスリストの中身が読めない（許可されたポートであれば支障はない）',
      en: 'A prefix list that was not read, which does not matter on an allowed port',
    },
    given: groups(
      securityGroup('sg-list', { ingress: [prefixList] }),
      securityGroup('sg-https', { ingress: [{ ...prefixList, FromPort: 443, ToPort: 443 }] }),
    ),
    global,
    standard,
    expect: { 'sg-list': 'unknown', 'sg-https': 'pass' },
  },
  {
    name: { ja: 'セキュリティグループの取得を拒否された', en: 'The security groups were denied' },
    given: denied(groups(), 'ec2:DescribeSecurityGroups'),
    global,
    standard,
    expect: { 'ap-northeast-1': 'unknown' },
  },
];
