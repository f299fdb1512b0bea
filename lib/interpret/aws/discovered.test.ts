import { describe, expect, it } from 'vitest';
import type { CollectError, Skipped, Snapshot } from '../../model/snapshot.ts';
import { interpretPart } from '../interpret-part.ts';

const account = '111122223333';
const region = 'us-east-1';
const owner = { owner: 'hanako' };

function snapshot(
  responses: Snapshot['responses'],
  rest: { readonly errors?: readonly CollectError[]; readonly skipped?: readonly Skipped[]; readonly of?: string } = {},
): Snapshot {
  const { errors = [], skipped = [], of = region } = rest;
  const unit = { provider: 'aws', account, region: of } as const;
  return { schema: 'tenken.snapshot/1', unit, collectedAt: '2026-11-23T00:00:00.000Z', responses, errors, skipped };
}

const guardrail = (id: string, OwningAccountId = account, tagged = false) => ({
  Arn: `arn:aws:bedrock:${region}:${OwningAccountId}:guardrail/${id}`,
  OwningAccountId,
  Region: region,
  ResourceType: 'bedrock:guardrail',
  Service: 'bedrock',
  ...(tagged && { Properties: [{ Name: 'tags', Data: [{ Key: 'owner', Value: 'hanako' }] }] }),
});

const explorer = 'resource-explorer-2:ListResources';
const counts = 'config:GetDiscoveredResourceCounts';
const tags = 'tagging:GetResources';

describe('what a region holds', () => {
  it('is told by three services, each as it counts', () => {
    const read = interpretPart(
      'aws.discovered',
      snapshot({
        [explorer]: { Resources: [guardrail('1'), guardrail('2', account, true), guardrail('3', '999900009999')] },
        [counts]: {
          resourceCounts: [
            { resourceType: 'AWS::ElasticLoadBalancingV2::LoadBalancer', count: 2 },
            { resourceType: 'AWS::ElasticLoadBalancing::LoadBalancer', count: 1 },
            { resourceType: 'AWS::IAM::Role', count: 9 },
            { resourceType: 'AWS::SQS::Queue', count: 0 },
          ],
        },
        [tags]: {
          ResourceTagMappingList: [
            { ResourceARN: 'arn:aws:s3:::orders', Tags: [{ Key: 'owner', Value: 'hanako' }] },
            { ResourceARN: `arn:aws:cloudfront::${account}:distribution/E1`, Tags: [] },
          ],
        },
      }),
    );
    const arn = (id: string) => `arn:aws:bedrock:${region}:${account}:guardrail/${id}`;
    const bare = { examples: [], tags: [] };
    expect(read).toEqual({
      read: true,
      value: {
        resources: [
          {
            operation: explorer,
            service: 'bedrock',
            region,
            count: 2,
            examples: [arn('2'), arn('1')],
            tags: [owner, {}],
          },
          { operation: counts, service: 'elasticloadbalancing', region, count: 3, ...bare },
          { operation: counts, service: 'iam', region: 'global', count: 9, ...bare },
          { operation: tags, service: 's3', region, count: 1, examples: ['arn:aws:s3:::orders'], tags: [owner] },
          {
            operation: tags,
            service: 'cloudfront',
            region: 'global',
            count: 1,
            examples: [`arn:aws:cloudfront::${account}:distribution/E1`],
            tags: [{}],
          },
        ],
        answered: [explorer, counts, tags],
        unread: [],
      },
    });
  });

  it('keeps a few examples of many', () => {
    const Resources = Array.from({ length: 50 }, (_, index) => guardrail(`${index}`, account, index === 49));
    const read = interpretPart('aws.discovered', snapshot({ [explorer]: { Resources } }));
    const [bedrock] = read.read ? read.value.resources : [];
    expect(bedrock).toMatchObject({ count: 50, tags: [owner, {}, {}, {}, {}] });
  });

  it('says what was asked in vain, and not what nobody turned on', () => {
    const message = 'this region has no default view, or it may not be used: Unauthorized';
    const read = interpretPart(
      'aws.discovered',
      snapshot(
        { [tags]: { ResourceTagMappingList: [] } },
        {
          errors: [{ operation: explorer, code: 'UnauthorizedException', message }],
          skipped: [{ operation: counts, reason: 'not-needed' }],
        },
      ),
    );
    expect(read).toEqual({
      read: true,
      value: {
        resources: [],
        answered: [tags],
        unread: [{ operation: explorer, code: 'UnauthorizedException', message }],
      },
    });
  });

  it('loses one source to an answer of another shape, and no other', () => {
    const read = interpretPart('aws.discovered', snapshot({ [explorer]: { Resources: 'all' }, [tags]: {} }));
    expect(read).toMatchObject({
      value: { answered: [tags], unread: [{ operation: explorer, code: 'UnexpectedAnswer' }, { operation: counts }] },
    });
  });
});

const line = (name: string, where: string, amount: string, usage: string) => ({
  Keys: [name, where],
  Metrics: { UnblendedCost: { Amount: amount, Unit: 'USD' }, UsageQuantity: { Amount: usage, Unit: 'N/A' } },
});
const day = (Start: string, ...Groups: readonly object[]) => ({ TimePeriod: { Start, End: Start }, Groups });

describe('what was billed', () => {
  const global = { of: 'global' };

  it('is summed up by service and region, with its first and last day, though it cost nothing', () => {
    const read = interpretPart(
      'aws.billed',
      snapshot(
        {
          'ce:GetCostAndUsage': {
            ResultsByTime: [
              day('2026-09-01', line('Amazon Bedrock', region, '0.5', '10'), line('Tax', '', '3', '0')),
              day('2026-09-02', line('Amazon Bedrock', region, '0', '0'), line('AWS Lambda', region, '0', '7')),
              day('2026-09-03', line('Amazon Bedrock', region, '0.25', '5'), line('Snowflake', 'NoRegion', '9', '1')),
            ],
          },
        },
        global,
      ),
    );
    const currency = 'USD';
    expect(read).toEqual({
      read: true,
      value: [
        {
          billingName: 'Amazon Bedrock',
          service: 'bedrock',
          region,
          amount: 0.75,
          currency,
          firstDay: '2026-09-01',
          lastDay: '2026-09-03',
        },
        {
          billingName: 'AWS Lambda',
          service: 'lambda',
          region,
          amount: 0,
          currency,
          firstDay: '2026-09-02',
          lastDay: '2026-09-02',
        },
        {
          billingName: 'Snowflake',
          region: 'global',
          amount: 9,
          currency,
          firstDay: '2026-09-03',
          lastDay: '2026-09-03',
        },
      ],
    });
  });

  it('is skipped where nobody asked, and unread where it could not be had', () => {
    const operation = 'ce:GetCostAndUsage';
    const left = snapshot({}, { ...global, skipped: [{ operation, reason: 'not-selected' }] });
    expect(interpretPart('aws.billed', left)).toEqual({ read: false, skipped: 'not-selected' });
    const error = { operation, code: 'CostExplorerNotEnabled', message: 'Cost Explorer is not enabled' };
    expect(interpretPart('aws.billed', snapshot({}, { ...global, errors: [error] }))).toEqual({
      read: false,
      unread: [error],
    });
  });
});

describe('who called', () => {
  const called = (EventName: string, EventTime: string, ReadOnly: string, rest: object = {}) => ({
    EventName,
    EventTime,
    EventSource: 'monitoring.amazonaws.com',
    Username: 'hanako',
    ReadOnly,
    CloudTrailEvent: JSON.stringify(rest),
  });

  it('is told of writing calls first, then of the latest', () => {
    const Events = [
      called('ListDashboards', '2026-11-03T00:00:00.000Z', 'true'),
      called('GetDashboard', '2026-11-02T00:00:00.000Z', 'true', { errorCode: 'AccessDenied' }),
      called('PutDashboard', '2026-11-01T00:00:00.000Z', 'false', {
        userIdentity: { arn: 'arn:hanako' },
        sourceIPAddress: '192.0.2.1',
      }),
    ];
    const answers = [{ input: { EventSource: 'monitoring.amazonaws.com' }, output: { Events } }];
    const service = 'cloudwatch';
    expect(interpretPart('aws.calls', snapshot({ 'cloudtrail:LookupEvents': answers }))).toEqual({
      read: true,
      value: [
        {
          service,
          action: 'PutDashboard',
          at: '2026-11-01T00:00:00.000Z',
          by: 'arn:hanako',
          sourceAddress: '192.0.2.1',
          readOnly: false,
        },
        { service, action: 'ListDashboards', at: '2026-11-03T00:00:00.000Z', by: 'hanako', readOnly: true },
        {
          service,
          action: 'GetDashboard',
          at: '2026-11-02T00:00:00.000Z',
          by: 'hanako',
          readOnly: true,
          refused: 'AccessDenied',
        },
      ],
    });
  });
});
