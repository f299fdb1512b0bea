import { expect, it } from 'vitest';
import type { CoverageRow } from '../../model/results.ts';
import { regionStatuses } from './region-status.ts';

const row = (region: string, operation: string, status: CoverageRow['status'], reason?: string): CoverageRow => ({
  unit: { provider: 'aws', account: '111122223333', region },
  operation,
  status,
  ...(reason && { reason }),
});

it('says of each region whether it was read, in part, not at all, skipped or empty', () => {
  const coverage = [
    row('global', 'iam:GetAccountSummary', 'read'),
    row('eu-west-1', 'ec2:DescribeVpcs', 'read'),
    row('eu-west-1', 'ec2:DescribeSubnets', 'failed', 'AccessDenied'),
    row('eu-west-2', 'ec2:DescribeVpcs', 'failed', 'ECONNREFUSED'),
    row('eu-west-3', 'ec2:DescribeNetworkInterfaces', 'read'),
    row('eu-west-3', 'ec2:DescribeVpcs', 'skipped', 'empty-region'),
    row('eu-north-1', '*', 'skipped', 'not-in-snapshot'),
    { ...row('', 'organizations:ListAccounts', 'read'), unit: { provider: 'aws', organization: 'o-a1b2c3d4e5' } },
  ] as const;
  expect(regionStatuses(coverage)).toEqual({
    global: 'read',
    'eu-west-1': 'partial',
    'eu-west-2': 'unread',
    'eu-west-3': 'empty',
    'eu-north-1': 'skipped',
  });
});
