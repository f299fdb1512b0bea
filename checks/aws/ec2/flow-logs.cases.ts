import type { CaseSnapshot, CheckCase } from '../../../lib/model/check-case.ts';
import { account, denied, inRegion } from '../cases/units.ts';

const log = (ResourceId: string, changes: object = {}): object => ({
  FlowLogId: `fl-${ResourceId}`,
  ResourceId,
  FlowLogStatus: 'ACTIVE',
  DeliverLogsStatus: 'SUCCESS',
  TrafficType: 'ALL',
  ...changes,
});
const network = (...FlowLogs: readonly object[]): CaseSnapshot =>
  inRegion({
    'ec2:DescribeVpcs': { Vpcs: [{ VpcId: 'vpc-1', OwnerId: account, Tags: [{ Key: 'Name', Value: 'main' }] }] },
    'ec2:DescribeSubnets': {
      Subnets: [
        { SubnetId: 'subnet-a', VpcId: 'vpc-1' },
        { SubnetId: 'subnet-b', VpcId: 'vpc-1' },
      ],
    },
    'ec2:DescribeFlowLogs': { FlowLogs },
  });

export const cases: readonly CheckCase[] = [
  {
    name: { ja: 'フローログがない', en: 'No flow log' },
    given: network(),
    expect: { 'vpc-1': 'fail' },
  },
  {
    name: { ja: '一部のサブネットだけ記録している', en: 'One subnet of two is logged' },
    given: network(log('subnet-a')),
    expect: { 'vpc-1': 'fail' },
  },
  {
    name: { ja: 'フローログの作成に失敗している', en: 'A flow log that is not active' },
    given: network(log('vpc-1', { FlowLogStatus: 'FAILED' })),
    expect: { 'vpc-1': 'fail' },
  },
  {
    name: { ja: 'サブネットのないVPC', en: 'A VPC without subnets' },
    given: inRegion({
      'ec2:DescribeVpcs': { Vpcs: [{ VpcId: 'vpc-2', OwnerId: account }] },
      'ec2:DescribeSubnets': { Subnets: [] },
      'ec2:DescribeFlowLogs': {},
    }),
    expect: { 'vpc-2': 'fail' },
  },
  {
    name: { ja: '配信に失敗しているフローログ', en: 'A flow log whose delivery fails' },
    given: network(log('vpc-1', { DeliverLogsStatus: 'FAILED', DeliverLogsErrorMessage: 'Access error' })),
    expect: { 'vpc-1': 'fail' },
  },
  {
    name: { ja: 'VPCのフローログがある', en: 'The VPC is logged' },
    given: network(log('vpc-1')),
    expect: { 'vpc-1': 'pass' },
  },
  {
    name: { ja: 'すべてのサブネットを記録している', en: 'Every subnet is logged' },
    given: network(log('subnet-a'), log('subnet-b')),
    expect: { 'vpc-1': 'pass' },
  },
  {
    name: { ja: 'ほかのアカウントから共有されたVPC', en: 'A VPC that another account shares' },
    given: inRegion({
      'ec2:DescribeVpcs': { Vpcs: [{ VpcId: 'vpc-2', OwnerId: '444455556666' }] },
      'ec2:DescribeSubnets': { Subnets: [] },
      'ec2:DescribeFlowLogs': { FlowLogs: [] },
    }),
    expect: {},
  },
  {
    name: { ja: 'フローログの取得を拒否された', en: 'The flow logs were denied' },
    given: denied(network(), 'ec2:DescribeFlowLogs'),
    expect: { 'ap-northeast-1': 'unknown' },
  },
];
