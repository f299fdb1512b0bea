import { describe, expect, it } from 'vitest';
import { account, at, emptyAnswers, globalAnswers, unit } from '../../../../test/collect/answers.ts';
import { collect, errorOf, start } from '../../../../test/collect/loopback-account.ts';
import type { Snapshot } from '../../../model/snapshot.ts';

const region = 'us-east-1';
const resource = (Arn: string, Region = region, Service = 'bedrock', OwningAccountId = account) => ({
  Arn,
  OwningAccountId,
  Region,
  ResourceType: `${Service}:guardrail`,
  Service,
  LastReportedAt: at,
  Properties: [{ Name: 'tags', LastReportedAt: at, Data: [{ Key: 'owner', Value: 'hanako' }] }],
});
const arn = (index: number): string => `arn:aws:bedrock:${region}:${account}:guardrail/${index}`;
const indexed = { Indexes: [{ Region: region, Arn: 'arn:index', Type: 'AGGREGATOR' }] };
const recorded = { ConfigurationRecorders: [{ name: 'default' }] };

/** Collects an empty region that answers this. */
async function collectRegion(
  responses: Snapshot['responses'],
  options: Parameters<typeof collect>[0] = {},
  faults: Parameters<typeof start>[0] = {},
): Promise<Snapshot & { readonly calls: Awaited<ReturnType<typeof start>>['calls'] }> {
  const aws = await start(faults, [unit('global', globalAnswers), unit(region, { ...emptyAnswers, ...responses })]);
  const operations = new Set([
    'resource-explorer-2:ListResources',
    'config:GetDiscoveredResourceCounts',
    'tagging:GetResources',
    'cloudtrail:LookupEvents',
  ]);
  const units = await collect({ operations, ...options });
  return { ...(units[region] ?? unit('', {})), calls: aws.calls };
}

describe('what a region without networks holds', () => {
  it('is read over the wire as the snapshot holds it, page by page', async () => {
    const answers = {
      'resource-explorer-2:ListIndexes': indexed,
      'resource-explorer-2:ListResources': {
        Resources: Array.from({ length: 501 }, (_, index) => resource(arn(index))),
      },
      'config:DescribeConfigurationRecorders': recorded,
      'config:GetDiscoveredResourceCounts': {
        totalDiscoveredResources: 101,
        resourceCounts: Array.from({ length: 101 }, (_, index) => ({
          resourceType: `AWS::S3::Type${index}`,
          count: 1,
        })),
      },
      'tagging:GetResources': {
        ResourceTagMappingList: Array.from({ length: 101 }, (_, index) => ({
          ResourceARN: arn(index),
          Tags: [{ Key: 'owner', Value: 'hanako' }],
        })),
      },
    };
    const { responses, errors, calls } = await collectRegion(answers);
    expect(errors).toEqual([]);
    expect(responses).toMatchObject(answers);
    expect(calls.filter(({ operation }) => operation === 'ListResources')).toHaveLength(2);
    const tagPages = calls.filter((call) => call.operation === 'GetResources' && call.region === region);
    expect(tagPages).toHaveLength(2);
  });

  it('is not asked of services that nobody turned on', async () => {
    const { skipped, calls } = await collectRegion({});
    expect(skipped).toEqual(
      expect.arrayContaining([
        { operation: 'resource-explorer-2:ListResources', reason: 'not-needed' },
        { operation: 'config:GetDiscoveredResourceCounts', reason: 'not-needed' },
      ]),
    );
    const asked = calls.map(({ operation }) => operation);
    expect(asked).not.toContain('ListResources');
    expect(asked).not.toContain('GetDiscoveredResourceCounts');
  });

  it('is asked of an index of this region only, and about it only', async () => {
    const elsewhere = { Indexes: [{ Region: 'eu-west-1', Arn: 'arn:index', Type: 'AGGREGATOR' }] };
    const { skipped } = await collectRegion({ 'resource-explorer-2:ListIndexes': elsewhere });
    expect(skipped).toContainEqual({ operation: 'resource-explorer-2:ListResources', reason: 'not-needed' });
  });

  it('leaves out what an aggregator knows of other regions', async () => {
    const { responses } = await collectRegion({
      'resource-explorer-2:ListIndexes': indexed,
      'resource-explorer-2:ListResources': { Resources: [resource(arn(1)), resource('arn:other', 'eu-west-1')] },
    });
    expect(responses['resource-explorer-2:ListResources']).toEqual({ Resources: [resource(arn(1))] });
  });

  it('says that a view is missing', async () => {
    const message = 'Unauthorized';
    const aws = [
      unit('global', globalAnswers),
      {
        ...unit(region, { ...emptyAnswers, 'resource-explorer-2:ListIndexes': indexed }),
        errors: [{ operation: 'resource-explorer-2:ListResources', code: 'UnauthorizedException', message }],
      },
    ];
    await start({}, aws);
    const units = await collect({ operations: new Set(['resource-explorer-2:ListResources']) });
    expect(errorOf(units[region], 'resource-explorer-2:ListResources')).toMatchObject({
      code: 'UnauthorizedException',
      message: 'this region has no default view, or it may not be used: Unauthorized',
    });
  });

  it('names the permission as IAM does', async () => {
    const { errors } = await collectRegion({}, {}, { denied: ['tagging:GetResources'] });
    expect(errors[0]?.message).toContain('not authorized to perform: tag:GetResources');
  });
});

const tagged = {
  'tagging:GetResources': {
    ResourceTagMappingList: ['bedrock', 'cloudwatch', 's3'].map((service) => ({
      ResourceARN: `arn:aws:${service}:${region}:${account}:thing/1`,
      Tags: [],
    })),
  },
};
const hush = 'hush';
const event = (index: number, rest: object = {}) => ({
  EventName: 'InvokeModel',
  EventTime: at,
  EventSource: 'bedrock.amazonaws.com',
  Username: 'hanako',
  ReadOnly: 'true',
  CloudTrailEvent: JSON.stringify({
    userIdentity: { arn: `arn:aws:iam::${account}:user/hanako`, ...rest },
    sourceIPAddress: `192.0.2.${index % 250}`,
  }),
});
const lookup = (EventSource: string, Events: readonly object[]) => ({ input: { EventSource }, output: { Events } });

describe('who used a service', () => {
  const events = Array.from({ length: 120 }, (_, index) => event(index));

  it('is asked about what is worth it, and about the latest hundred events', async () => {
    const answers = { ...tagged, 'cloudtrail:LookupEvents': [lookup('bedrock.amazonaws.com', events)] };
    const { responses, errors, calls } = await collectRegion(answers, {
      attribute: (service, where) => service === 'bedrock' && where === region,
    });
    expect(errors).toEqual([]);
    expect(responses['cloudtrail:LookupEvents']).toEqual([lookup('bedrock.amazonaws.com', events.slice(0, 100))]);
    expect(calls.filter(({ operation }) => operation === 'LookupEvents')).toHaveLength(2);
  });

  it('is not asked unless somebody says what is worth it', async () => {
    const { skipped, calls } = await collectRegion(tagged);
    expect(skipped).toContainEqual({ operation: 'cloudtrail:LookupEvents', reason: 'not-selected' });
    expect(calls.map(({ operation }) => operation)).not.toContain('LookupEvents');
  });

  it('is kept without what events may hold of secrets', async () => {
    const full = {
      ...event(1, { accessKeyId: hush }),
      AccessKeyId: hush,
      CloudTrailEvent: JSON.stringify({
        userIdentity: { arn: 'arn:hanako', accessKeyId: hush },
        sourceIPAddress: '192.0.2.1',
        errorCode: 'AccessDenied',
        requestParameters: { password: hush },
        responseElements: { token: hush },
      }),
      Resources: [{ ResourceName: hush }],
    };
    const answers = { ...tagged, 'cloudtrail:LookupEvents': [lookup('bedrock.amazonaws.com', [full])] };
    const { responses } = await collectRegion(answers, { attribute: (service) => service === 'bedrock' });
    const kept = { userIdentity: { arn: 'arn:hanako' }, sourceIPAddress: '192.0.2.1', errorCode: 'AccessDenied' };
    expect(responses['cloudtrail:LookupEvents']).toMatchObject([
      { output: { Events: [{ EventName: 'InvokeModel', CloudTrailEvent: JSON.stringify(kept) }] } },
    ]);
    expect(JSON.stringify(responses)).not.toContain(hush);
  });

  it('is asked by the name that CloudTrail has for a service', async () => {
    const answers = { ...tagged, 'cloudtrail:LookupEvents': [lookup('monitoring.amazonaws.com', [])] };
    const { responses } = await collectRegion(answers, { attribute: (service) => service === 'cloudwatch' });
    expect(responses['cloudtrail:LookupEvents']).toEqual(answers['cloudtrail:LookupEvents']);
  });

  it('is asked as long as one source names services', async () => {
    const answers = { ...tagged, 'cloudtrail:LookupEvents': [lookup('bedrock.amazonaws.com', [])] };
    const { responses, errors } = await collectRegion(
      answers,
      { attribute: (service) => service === 'bedrock' },
      { denied: ['config:*', 'resource-explorer-2:*'] },
    );
    expect(responses['cloudtrail:LookupEvents']).toEqual(answers['cloudtrail:LookupEvents']);
    expect(errors.map(({ operation }) => operation)).not.toContain('cloudtrail:LookupEvents');
  });
});

const group = (Keys: readonly string[], Amount: string) => ({
  Keys,
  Metrics: { UnblendedCost: { Amount, Unit: 'USD' }, UsageQuantity: { Amount: '1', Unit: 'N/A' } },
});
const day = (before: number): string => new Date(Date.parse(at) - before * 86_400_000).toISOString().slice(0, 10);
const days = Array.from({ length: 100 }, (_, index) => ({
  TimePeriod: { Start: day(100 - index), End: day(99 - index) },
  Total: {},
  Groups: [group(['Amazon Bedrock', region], '0.5')],
  Estimated: false,
}));

describe('what was billed', () => {
  const bill = { 'ce:GetCostAndUsage': { ResultsByTime: days } };
  const operations = new Set(['ce:GetCostAndUsage']);

  it('is asked of the last ninety full days, page by page, where somebody wants it', async () => {
    const aws = await start({}, [unit('global', { ...globalAnswers, ...bill }), unit(region, emptyAnswers)]);
    const units = await collect({ operations, billing: true });
    expect(units['global']?.errors).toEqual([]);
    expect(units['global']?.responses['ce:GetCostAndUsage']).toEqual({ ResultsByTime: days.slice(10) });
    expect(aws.calls.filter(({ operation }) => operation === 'GetCostAndUsage')).toHaveLength(2);
  });

  it('is not asked otherwise, because it costs money', async () => {
    const aws = await start({}, [unit('global', { ...globalAnswers, ...bill }), unit(region, emptyAnswers)]);
    const units = await collect({ operations });
    expect(units['global']?.skipped).toContainEqual({ operation: 'ce:GetCostAndUsage', reason: 'not-selected' });
    expect(aws.calls.map(({ operation }) => operation)).not.toContain('GetCostAndUsage');
  });

  it('says that Cost Explorer is not enabled, and does not blame a permission', async () => {
    const message = 'User not enabled for cost explorer access';
    const global = {
      ...unit('global', globalAnswers),
      errors: [{ operation: 'ce:GetCostAndUsage', code: 'AccessDeniedException', message }],
    };
    await start({}, [global, unit(region, emptyAnswers)]);
    const units = await collect({ operations, billing: true });
    expect(errorOf(units['global'], 'ce:GetCostAndUsage')).toMatchObject({
      code: 'CostExplorerNotEnabled',
      message: `Cost Explorer is not enabled for this account: ${message}`,
    });
  });
});
