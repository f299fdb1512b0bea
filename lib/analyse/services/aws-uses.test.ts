import { describe, expect, it } from 'vitest';
import { awsUses, type AccountAnswers, type RegionAnswers } from './aws-uses.ts';

const empty: AccountAnswers = {
  account: '111122223333',
  regions: [],
  billed: [],
  accessed: [],
  attempted: [],
  isOwn: () => false,
  isScanned: () => false,
  owners: { tagKeys: ['Owner'] },
  asOf: new Date('2026-06-01T00:00:00.000Z'),
  staleDays: 90,
};
const region = (name: string, more: Partial<RegionAnswers> = {}): RegionAnswers => ({
  region: name,
  standing: [],
  discovered: [],
  calls: [],
  ...more,
});
const machine = { service: 'ec2', arn: 'arn:i-1', operation: 'ec2:DescribeInstances', tags: { Owner: 'sato' } };
const report = (arn: string, service: string, lastUsed: string) => ({
  arn,
  granularity: 'service' as const,
  made: new Date('2026-06-01'),
  services: [{ service, name: service, lastUsed: new Date(lastUsed), actions: [] }],
});

describe('what an account of AWS uses', () => {
  it('is what stands in a region, with its owner and when it was made', () => {
    const copy = {
      service: 'rds',
      arn: 'arn:s',
      operation: 'rds:DescribeDBSnapshots',
      tags: {},
      created: '2024-01-01',
      isCopy: true,
    } as const;
    const uses = awsUses({ ...empty, regions: [region('tokyo', { standing: [machine, copy] })] });
    expect(uses).toMatchObject([
      {
        key: 'ec2',
        region: 'tokyo',
        owner: 'sato',
        examples: ['arn:i-1'],
        sightings: [{ layer: 'inventory', count: 1 }],
      },
      { key: 'rds', region: 'tokyo', sightings: [{ layer: 'stored', firstSeen: '2024-01-01' }] },
    ]);
  });

  it('adds calls where the service is used in one region, and keeps them out where there are several', () => {
    const accessed = [report('role/app', 'ec2', '2026-05-20T00:00:00.000Z')];
    const [one] = awsUses({ ...empty, accessed, regions: [region('tokyo', { standing: [machine] })] });
    expect(one?.sightings).toMatchObject([{ layer: 'inventory' }, { layer: 'api', by: 'role/app', attemptOnly: true }]);
    const two = ['tokyo', 'osaka'].map((name) => region(name, { standing: [machine] }));
    expect(awsUses({ ...empty, accessed, regions: two }).map(({ sightings }) => sightings.length)).toEqual([1, 1]);
  });

  it('leaves out calls of the scan, and those of more than the stale days ago', () => {
    const accessed = [report('role/tenken', 'lex', '2026-05-20'), report('role/app', 'glue', '2026-01-01')];
    expect(awsUses({ ...empty, accessed, isOwn: (arn) => arn === 'role/tenken' })).toEqual([]);
  });

  it('takes a door for the service behind it', () => {
    const accessed = [report('role/app', 'ssmmessages', '2026-05-20')];
    expect(awsUses({ ...empty, accessed })).toMatchObject([{ key: 'ssm', region: 'global' }]);
  });

  it('names who made something before who looked at it, and who was refused last', () => {
    const call = { service: 'bedrock', readOnly: false };
    const calls = [
      { ...call, action: 'InvokeModel', at: '2026-05-01T00:00:00.000Z', by: 'looker', readOnly: true },
      { ...call, action: 'CreateAgent', at: '2026-05-02T00:00:00.000Z', by: 'denied', refused: 'AccessDenied' },
      { ...call, action: 'CreateAgent', at: '2026-05-03T00:00:00.000Z', by: 'maker' },
    ];
    const [use] = awsUses({ ...empty, regions: [region('us-east-1', { calls })] });
    expect(use).toMatchObject({ key: 'bedrock', category: 'ai' });
    expect(use?.sightings.map(({ by, attemptOnly }) => [by, attemptOnly])).toEqual([
      ['maker', undefined],
      ['looker', undefined],
      ['denied', true],
    ]);
  });

  it('takes an attempt of nobody in particular for the scan itself where that calls the service', () => {
    const lastAttempt = new Date('2026-05-30');
    const answers = { ...empty, attempted: [{ service: 'glacier', name: 'Amazon S3 Glacier', lastAttempt }] };
    expect(awsUses(answers)).toHaveLength(1);
    expect(awsUses({ ...answers, isScanned: (service: string) => service === 'glacier' })).toEqual([]);
  });

  it('names what was bought in the Marketplace by what it is billed as, and what the organization reports by its name', () => {
    const lastAttempt = new Date('2026-05-30');
    const uses = awsUses({
      ...empty,
      billed: [
        { billingName: 'Great Tool', amount: 3, currency: 'USD', firstDay: '2026-05-01', lastDay: '2026-05-30' },
      ],
      attempted: [{ service: 'q', name: 'Amazon Q', lastAttempt, region: 'us-east-1' }],
    });
    expect(uses).toMatchObject([
      { name: 'Great Tool', category: 'marketplace', sightings: [{ layer: 'billing' }] },
      { name: 'Amazon Q', category: 'ai', sightings: [{ operation: 'iam:GetOrganizationsAccessReport' }] },
    ]);
  });
});
