import type { CheckCase } from '../../../lib/model/check-case.ts';
import type { Snapshot } from '../../../lib/model/snapshot.ts';
import { network, nothingGlobal, type CaseInstance } from '../cases/network.ts';
import { tcp } from '../cases/security-groups.ts';
import { denied, inRegion } from '../cases/units.ts';

const global = nothingGlobal;
const standard = {
  allowedPorts: [
    { protocol: 'tcp', fromPort: 443, toPort: 443 },
    {
      protocol: 'tcp',
      fromPort: 22,
      toPort: 22,
      sources: ['203.0.113.0/24'],
      resources: { tags: { Role: 'bastion' } },
    },
    { protocol: 'tcp', fromPort: 8443, toPort: 8443, loadBalancerOnly: true },
  ],
} as const;
const ssh: CaseInstance = {
  id: 'i-ssh',
  subnet: 'subnet-public',
  publicIp: '198.51.100.1',
  ingress: [tcp(22, '0.0.0.0/0')],
};
const balanced: Snapshot['responses'] = {
  ...network({ ...ssh, id: 'i-app', subnet: 'subnet-private', ingress: [tcp(5432, '10.0.0.0/16')] }),
  'elbv2:DescribeLoadBalancers': {
    LoadBalancers: [
      {
        LoadBalancerArn: 'arn:aws:elasticloadbalancing:ap-northeast-1:111122223333:loadbalancer/net/db/1',
        LoadBalancerName: 'db',
        Type: 'network',
        Scheme: 'internet-facing',
        IpAddressType: 'ipv4',
        VpcId: 'vpc-1',
        AvailabilityZones: [{ SubnetId: 'subnet-public' }],
      },
    ],
  },
  'elbv2:DescribeTargetGroups': {
    TargetGroups: [
      {
        TargetGroupArn: 'tg',
        TargetType: 'ip',
        Protocol: 'TCP',
        Port: 5432,
        VpcId: 'vpc-1',
        LoadBalancerArns: ['arn:aws:elasticloadbalancing:ap-northeast-1:111122223333:loadbalancer/net/db/1'],
      },
    ],
  },
  'elbv2:DescribeListeners': [
    {
      input: { LoadBalancerArn: 'arn:aws:elasticloadbalancing:ap-northeast-1:111122223333:loadbalancer/net/db/1' },
      output: {
        Listeners: [
          {
            ListenerArn: 'listener-1',
            Port: 5432,
            Protocol: 'TCP',
            DefaultActions: [{ Type: 'forward', TargetGroupArn: 'tg' }],
          },
        ],
      },
    },
  ],
  'elbv2:DescribeTargetHealth': [
    {
      input: { TargetGroupArn: 'tg' },
      output: { TargetHealthDescriptions: [{ Target: { Id: '10.0.2.10', Port: 5432 } }] },
    },
  ],
  'elbv2:DescribeTargetGroupAttributes': [{ input: { TargetGroupArn: 'tg' }, output: { Attributes: [] } }],
};

function interfacesOf(responses: Snapshot['responses']): readonly object[] {
  const answer = responses['ec2:DescribeNetworkInterfaces'];
  return (answer as { readonly NetworkInterfaces: readonly object[] }).NetworkInterfaces;
}

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: 'SSHが全世界から到達できる、全通信、許可されていない接続元、ロードバランサー専用ポートを直接公開、停止中',
      en: 'SSH reached by the world, all traffic, a source nobody allowed, a port meant for load balancers only, one that is stopped',
    },
    given: inRegion(
      network(
        ssh,
        { ...ssh, id: 'i-all', ingress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] },
        { ...ssh, id: 'i-office', ingress: [tcp(22, '203.0.113.0/25')] },
        { ...ssh, id: 'i-direct', ingress: [tcp(8443, '0.0.0.0/0')] },
        { ...ssh, id: 'i-stopped', state: 'stopped' },
      ),
    ),
    global,
    standard,
    expect: { 'i-ssh': 'fail', 'i-all': 'fail', 'i-office': 'fail', 'i-direct': 'fail', 'i-stopped': 'fail' },
  },
  {
    name: {
      ja: '許可ポート、プライベートサブネット、パブリックIPなし、許可された接続元と対象、閉じたグループ',
      en: 'An allowed port, a private subnet, no public address, an allowed source and resource, a closed group',
    },
    given: inRegion(
      network(
        { ...ssh, id: 'i-web', ingress: [tcp(443, '0.0.0.0/0')] },
        { ...ssh, id: 'i-private', subnet: 'subnet-private' },
        { id: 'i-hidden', subnet: 'subnet-public', ingress: ssh.ingress },
        { ...ssh, id: 'i-bastion', ingress: [tcp(22, '203.0.113.0/25')], tags: { Role: 'bastion' } },
        { ...ssh, id: 'i-closed', ingress: [] },
      ),
    ),
    global,
    standard,
    expect: { 'i-web': 'pass', 'i-private': 'pass', 'i-hidden': 'pass', 'i-bastion': 'pass', 'i-closed': 'pass' },
  },
  {
    name: {
      ja: 'パブリックアドレスのないインスタンスに、セキュリティグループのないNLBから到達できる',
      en: 'An instance without a public address, reached through a network load balancer that has no security group',
    },
    given: inRegion(balanced),
    global,
    standard,
    expect: { 'i-app': 'fail', '1': 'fail' },
  },
  {
    name: {
      ja: 'ルートテーブルを読めない（アドレスのないもの、グループの閉じたものは支障がない）',
      en: 'The route tables were denied, which does not matter without an address or behind a closed group',
    },
    given: denied(
      inRegion(
        network(
          ssh,
          { id: 'i-hidden', subnet: 'subnet-public', ingress: ssh.ingress },
          { ...ssh, id: 'i-closed', ingress: [] },
        ),
      ),
      'ec2:DescribeRouteTables',
    ),
    global,
    standard,
    expect: { 'i-ssh': 'unknown', 'i-hidden': 'pass', 'i-closed': 'pass' },
  },
  {
    name: {
      ja: 'ロードバランサーのリスナーを読めない（そのターゲットも判定できない）',
      en: 'The listeners of a load balancer were denied: what stands behind it is not known either',
    },
    given: denied(inRegion(balanced), 'elbv2:DescribeListeners'),
    global,
    standard,
    expect: { 'i-app': 'unknown', '1': 'unknown' },
  },
  {
    name: {
      ja: 'ロードバランサーの一覧を読めない（ロードバランサーのインターフェイスがあるVPCでは判定できない）',
      en: 'The load balancers were denied, where an interface of one stands in the VPC',
    },
    given: denied(
      inRegion({
        ...balanced,
        'ec2:DescribeNetworkInterfaces': {
          NetworkInterfaces: [
            ...interfacesOf(balanced),
            {
              NetworkInterfaceId: 'eni-node',
              VpcId: 'vpc-1',
              SubnetId: 'subnet-private',
              Description: 'ELB net/db/1',
              RequesterManaged: true,
              RequesterId: 'amazon-elb',
              Groups: [],
            },
          ],
        },
      }),
      'elbv2:DescribeLoadBalancers',
    ),
    global,
    standard,
    expect: { 'i-app': 'unknown', 'load-balancer': 'unknown' },
  },
  {
    name: {
      ja: 'Global Acceleratorを読めない（ルールの開いたものだけが判定できない）',
      en: 'Global Accelerator was not read, which leaves open only what a rule opens',
    },
    given: inRegion(
      network(
        { id: 'i-hidden', subnet: 'subnet-private', ingress: ssh.ingress },
        { id: 'i-closed', subnet: 'subnet-private', ingress: [] },
      ),
    ),
    global: { ...nothingGlobal, 'globalaccelerator:ListAccelerators': undefined },
    standard,
    expect: { 'i-hidden': 'unknown', 'i-closed': 'pass' },
  },
  {
    name: {
      ja: 'インターフェイスのセキュリティグループが一覧にない',
      en: 'A security group that an interface names and no answer holds',
    },
    given: inRegion({ ...network(ssh), 'ec2:DescribeSecurityGroups': { SecurityGroups: [] } }),
    global,
    standard,
    expect: { 'i-ssh': 'unknown' },
  },
  {
    name: { ja: '存在しないゲートウェイへのルート', en: 'A route to a gateway that is gone' },
    given: inRegion({ ...network(ssh), 'ec2:DescribeInternetGateways': { InternetGateways: [] } }),
    global,
    standard,
    expect: { 'i-ssh': 'unknown' },
  },
  {
    name: { ja: '知らないブロックパブリックアクセスのモード', en: 'A mode of Block Public Access that nobody knows' },
    given: inRegion({
      ...network(ssh),
      'ec2:DescribeVpcBlockPublicAccessOptions': { VpcBlockPublicAccessOptions: { InternetGatewayBlockMode: 'new' } },
    }),
    global,
    standard,
    expect: { 'i-ssh': 'unknown' },
  },
  {
    name: { ja: 'データベースの一覧を読めない', en: 'The databases were denied' },
    given: denied(inRegion(network(ssh)), 'rds:DescribeDBInstances'),
    global,
    standard,
    expect: { 'i-ssh': 'fail', 'db-instance': 'unknown' },
  },
  {
    name: { ja: 'ネットワークインターフェイスの取得を拒否された', en: 'The network interfaces were denied' },
    given: denied(inRegion(network(ssh)), 'ec2:DescribeNetworkInterfaces'),
    global,
    standard,
    expect: { 'ap-northeast-1': 'unknown' },
  },
];
