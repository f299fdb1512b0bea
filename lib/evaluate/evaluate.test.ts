import { describe, expect, it } from 'vitest';
import { awsResource } from '../model/aws/aws-resource.ts';
import { defineCheck, type Check } from '../model/check.ts';
import { overBudget, type Snapshot } from '../model/snapshot.ts';
import { defaultStandard } from '../standard/schema.ts';
import { evaluateTenant } from './evaluate.ts';

const account = '111122223333';
const standard = defaultStandard;
const vpc = { VpcId: 'vpc-1', OwnerId: account, IsDefault: false };

function unit(region: string, given: Partial<Snapshot>): Snapshot {
  const about = { provider: 'aws', account, region } as const;
  return {
    schema: 'tenken.snapshot/1',
    unit: about,
    collectedAt: '2026-11-23T00:00:00.000Z',
    responses: {},
    errors: [],
    ...given,
  };
}

const regions = {
  'ec2:DescribeRegions': {
    Regions: [
      { RegionName: 'eu-west-1' },
      { RegionName: 'us-east-1' },
      { RegionName: 'ap-east-1', OptInStatus: 'not-opted-in' },
    ],
  },
};
const global = unit('global', { responses: regions });
const readable = unit('us-east-1', { responses: { 'ec2:DescribeVpcs': { Vpcs: [vpc] } } });
const denied = unit('us-east-1', {
  errors: [
    {
      operation: 'ec2:DescribeVpcs',
      code: 'UnauthorizedOperation',
      message: 'User: x is not authorized to perform: ec2:DescribeVpcs',
    },
  ],
});
const empty = unit('us-east-1', { skipped: [{ operation: 'ec2:DescribeVpcs', reason: 'empty-region' }] });

const head = {
  clauses: ['11.1'],
  severity: 'low',
  title: { ja: '題', en: 'A VPC exists' },
  why: { ja: '', en: '' },
  fix: { ja: '', en: '' },
} as const;
const vpcExists = defineCheck({
  ...head,
  id: 'aws-vpc-exists',
  reads: ['aws.vpcs'],
  find: ({ 'aws.vpcs': vpcs }) =>
    vpcs.map((each) => ({
      status: 'fail',
      resource: { provider: 'aws', account, region: 'us-east-1', type: 'vpc', id: each.id, name: each.id },
      detail: { ja: '', en: '' },
      evidence: [{ what: { ja: '', en: '' }, operation: 'ec2:DescribeVpcs', ref: each.id }],
      remediation: [{ kind: 'aws-cli', text: 'aws' }],
    })),
});

function run(snapshots: Snapshot[], check: Check = vpcExists): ReturnType<typeof evaluateTenant> {
  return evaluateTenant({ snapshots, checks: [check], standard });
}

describe('a tenant', () => {
  it('has a finding for what fails, seen when the unit was collected', () => {
    const { findings, tallies } = run([global, readable]);
    expect(findings).toMatchObject([
      { status: 'fail', check: 'aws-vpc-exists', state: 'new', firstSeen: readable.collectedAt },
    ]);
    expect(tallies).toMatchObject([{ fail: 1, pass: 0, unknown: 0 }]);
  });

  it('is unknown where something was denied, with the permission that would mend it', () => {
    const { findings, coverage } = run([global, denied]);
    expect(findings).toMatchObject([
      {
        status: 'unknown',
        resource: { type: 'aws-region', name: 'us-east-1' },
        unread: [{ permission: 'ec2:DescribeVpcs' }],
      },
    ]);
    expect(findings[0]?.remediation[0]).toMatchObject({
      text: { en: expect.stringContaining('"Action":["ec2:DescribeVpcs"]') },
    });
    expect(coverage).toContainEqual(
      expect.objectContaining({ operation: 'ec2:DescribeVpcs', status: 'failed', checks: ['aws-vpc-exists'] }),
    );
  });

  it('has no verdict on a region that was not looked at, and says so in the coverage', () => {
    const { findings, tallies, coverage } = run([global, empty]);
    expect([findings, tallies]).toEqual([[], []]);
    expect(coverage).toContainEqual(expect.objectContaining({ status: 'skipped', reason: 'empty-region' }));
  });

  it('lists enabled regions without a unit as not looked at', () => {
    const rows = run([global, readable]).coverage.filter(({ operation }) => operation === '*');
    expect(rows).toMatchObject([{ unit: { region: 'eu-west-1' }, status: 'skipped', reason: 'not-in-snapshot' }]);
  });

  it('is unknown as a whole when its regions could not be listed', () => {
    const locked = unit('global', { errors: [{ operation: 'sts:AssumeRole', code: 'AccessDenied', message: 'no' }] });
    const { findings } = run([locked]);
    expect(findings).toMatchObject([{ status: 'unknown', resource: { type: 'aws-account', name: account } }]);
    expect(findings[0]?.unread?.[0]?.permission).toBe('sts:AssumeRole');
  });

  it('is unknown where a check has a fault of its own', () => {
    const broken = defineCheck({
      ...head,
      id: 'aws-broken',
      reads: ['aws.vpcs'],
      find() {
        throw new Error('a bug');
      },
    });
    expect(run([global, readable], broken).findings).toMatchObject([
      { status: 'unknown', unread: [{ code: 'CheckFailed' }] },
    ]);
  });

  it('says why each resource is unknown, where single ones were not read', () => {
    const operation = 'iam:GetServiceLastAccessedDetails';
    const failed = (Arn: string, code: string) => ({ operation, code, message: code, input: { Arn } });
    const errors = [
      failed('arn:one', 'ReportNotReady'),
      failed('arn:two', 'Throttling'),
      failed('arn:three', 'OverBudget'),
    ];
    const unsure = defineCheck({
      ...head,
      id: 'aws-unsure',
      reads: ['aws.vpcs'],
      find: (_, { unit: place }) =>
        ['arn:four', 'arn:three', 'arn:two', 'arn:one'].map((id) => ({
          status: 'unknown',
          resource: awsResource(place, { type: 'iam-role', id, name: id }),
          unread: { operation, code: 'NotCollected', message: 'not read' },
        })),
    });
    const { findings, left } = run([global, { ...readable, errors }], unsure);
    const codes = Object.fromEntries(findings.map(({ resource, unread }) => [resource.id, unread?.[0]?.code]));
    expect(codes).toEqual({ 'arn:one': 'ReportNotReady', 'arn:two': 'Throttling', 'arn:four': 'ReportNotReady' });
    expect(left).toEqual([{ check: 'aws-unsure', resource: 'arn:three' }]);
  });

  it('counts what a scan chose not to ask about as left out, and not as a gap', () => {
    const operation = 'iam:GetServiceLastAccessedDetails';
    const error = (code: string, Arn: string) => ({ operation, code, message: `${code} it is`, input: { Arn } });
    const errors = [error(overBudget, 'arn:one'), error(overBudget, 'arn:two'), error('Throttling', 'arn:three')];
    const { coverage } = run([global, { ...readable, errors }], vpcExists);
    expect(coverage.filter((row) => row.operation === operation)).toMatchObject([
      { status: 'skipped', reason: 'over-budget', message: '2 were not asked about: OverBudget it is', left: 2 },
      { status: 'failed', reason: 'Throttling' },
    ]);
  });

  it('hands a check exactly the parts that it reads', () => {
    let seen: string[] = [];
    const nosy = defineCheck({
      ...head,
      id: 'aws-nosy',
      reads: ['aws.vpcs'],
      find(parts) {
        seen = Object.keys(parts);
        return [];
      },
    });
    run([global, readable], nosy);
    expect(seen).toEqual(['aws.vpcs']);
  });
});
