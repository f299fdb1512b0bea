import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LoopbackAws } from '../../../loopback/loopback-aws.ts';
import { startLoopbackAws } from '../../../loopback/start-loopback-aws.ts';
import type { Snapshot } from '../../../model/snapshot.ts';
import { collectAccount } from '../collect-account.ts';
import { collectContext } from '../collect-context.ts';
import { callerSession } from '../session.ts';

const account = '111122223333';
const at = '2026-11-23T00:00:00.000Z';
let aws: LoopbackAws;

afterEach(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

function unit(region: string, responses: Snapshot['responses']): Snapshot {
  const place = { provider: 'aws', account, region } as const;
  return { schema: 'tenken.snapshot/1', unit: place, collectedAt: at, responses, errors: [] };
}

/** Collects one region, or the global services, of a cloud that answers this, and only the operations named in it. */
async function collect(
  responses: Snapshot['responses'],
  of: 'eu-west-1' | 'global' = 'eu-west-1',
): Promise<Snapshot | undefined> {
  const regions = { 'ec2:DescribeRegions': { Regions: [{ RegionName: 'eu-west-1' }] } };
  const answers = { 'ec2:DescribeNetworkInterfaces': { NetworkInterfaces: [] }, ...responses };
  const global = of === 'global' ? { ...regions, ...responses } : regions;
  const snapshots = [unit('global', global), unit('eu-west-1', answers)];
  aws = await startLoopbackAws({ snapshots, callerAccount: account });
  for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
  const { signal } = new AbortController();
  const session = await callerSession({ signal });
  const context = collectContext({ signal, clock: () => new Date(at) });
  const operations = new Set(Object.keys(responses));
  const units = await Array.fromAsync(collectAccount({ account, session }, { context, operations }));
  return units.find((each) => 'region' in each.unit && each.unit.region === of);
}

const everybody = JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: '*', Action: 'lambda:*' }] });
const nobody = JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: { Service: 's3.amazonaws.com' } }] });
const restApis = Array.from({ length: 501 }, (_, index) => ({ id: `api${index}`, name: 'api' }));
const answerAbout = (restApiId: string, output: object) => ({ input: { restApiId }, output });

describe('what services offer outside of networks', () => {
  it.each([
    {
      'apigatewayv2:GetApis': { Items: [{ ApiId: 'a', Name: 'a', ProtocolType: 'HTTP' }] },
      'apigatewayv2:GetStages': [{ input: { ApiId: 'a' }, output: { Items: [{ StageName: '$default' }] } }],
      'apigatewayv2:GetRoutes': [
        { input: { ApiId: 'a' }, output: { Items: [{ RouteKey: 'GET /', AuthorizationType: 'NONE' }] } },
      ],
    },
    {
      'es:ListDomainNames': { DomainNames: ['a', 'b', 'c', 'd', 'e', 'f'].map((DomainName) => ({ DomainName })) },
      'es:DescribeDomains': [['a', 'b', 'c', 'd', 'e'], ['f']].map((names) => ({
        input: { DomainNames: names },
        output: { DomainStatusList: names.map((DomainName) => ({ DomainName, ARN: `arn:${DomainName}` })) },
      })),
    },
    {
      'ec2:DescribeSnapshots': { Snapshots: [{ SnapshotId: 'snap-1', OwnerId: account }] },
      'ec2:GetSnapshotBlockPublicAccessState': { State: 'block-new-sharing' },
      'ec2:DescribeImages': { Images: [{ ImageId: 'ami-1', Public: true }] },
    },
  ])('is read over the wire as the snapshot holds it, in a region without networks (%#)', async (answers) => {
    const collected = await collect(answers);
    expect(collected?.errors).toEqual([]);
    expect(collected?.responses).toMatchObject(answers);
  });

  it('holds no clusters where there is no network, and all of them elsewhere', async () => {
    const answers = {
      'eks:ListClusters': { clusters: ['k'] },
      'eks:DescribeCluster': [
        {
          input: { name: 'k' },
          output: { cluster: { name: 'k', resourcesVpcConfig: { endpointPublicAccess: true } } },
        },
      ],
    };
    const empty = await collect(answers);
    expect(empty?.skipped).toContainEqual({ operation: 'eks:ListClusters', reason: 'empty-region' });
    await aws.close();
    const busy = await collect({ ...answers, 'ec2:DescribeNetworkInterfaces': { NetworkInterfaces: [{}] } });
    expect(busy?.responses).toMatchObject(answers);
  });

  it('is read page by page, and without secrets', async () => {
    const method = { httpMethod: 'GET', authorizationType: 'NONE' };
    const collected = await collect({
      'apigateway:GetRestApis': { items: restApis },
    });
    expect(collected?.errors).toEqual([]);
    expect(collected?.responses['apigateway:GetRestApis']).toEqual({ items: restApis });
    await aws.close();
    const items = [{ id: 'r', path: '/', resourceMethods: { GET: method } }];
    const answers = {
      'apigateway:GetRestApis': { items: restApis.slice(0, 1) },
      'apigateway:GetResources': [answerAbout('api0', { items })],
      'apigateway:GetStages': [answerAbout('api0', { item: [{ stageName: 'prod', variables: { password: 'hush' } }] })],
    };
    const { responses } = (await collect(answers)) ?? unit('', {});
    expect(responses['apigateway:GetResources']).toEqual(answers['apigateway:GetResources']);
    expect(responses['apigateway:GetStages']).toEqual([answerAbout('api0', { item: [{ stageName: 'prod' }] })]);
  });

  it('asks for the URLs of those functions only whose policies name everybody', async () => {
    const collected = await collect({
      'lambda:ListFunctions': { Functions: ['open', 'own', 'bare'].map((FunctionName) => ({ FunctionName })) },
      'lambda:GetPolicy': [
        { input: { FunctionName: 'open' }, output: { Policy: everybody } },
        { input: { FunctionName: 'own' }, output: { Policy: nobody } },
      ],
      'lambda:GetFunctionUrlConfig': ['open', 'own'].map((FunctionName) => ({
        input: { FunctionName },
        output: { AuthType: 'NONE' },
      })),
    });
    expect(collected?.errors).toEqual([]);
    // A function without a policy is answered for with an error, and that is an answer.
    expect(collected?.responses['lambda:GetPolicy']).toContainEqual({ input: { FunctionName: 'bare' }, output: {} });
    expect(collected?.responses['lambda:GetFunctionUrlConfig']).toEqual([
      { input: { FunctionName: 'open' }, output: { AuthType: 'NONE' } },
    ]);
  });
});

describe('buckets', () => {
  it('are read over the wire as the snapshot holds them, with what the account blocks', async () => {
    const Bucket = 'example-bucket';
    const about = (output: object) => [{ input: { Bucket }, output }];
    const block = {
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: false,
      RestrictPublicBuckets: false,
    };
    const grant = {
      Grantee: { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/global/AllUsers' },
      Permission: 'READ',
    };
    const answers = {
      's3:ListBuckets': { Buckets: [{ Name: Bucket, CreationDate: at }] },
      's3control:GetPublicAccessBlock': { PublicAccessBlockConfiguration: block },
      's3:GetBucketPolicyStatus': about({ PolicyStatus: { IsPublic: true } }),
      's3:GetPublicAccessBlock': about({ PublicAccessBlockConfiguration: block }),
      's3:GetBucketAcl': about({ Owner: { ID: 'abc' }, Grants: [grant] }),
    };
    const collected = await collect(answers, 'global');
    expect(collected?.errors).toEqual([]);
    expect(collected?.responses).toMatchObject(answers);
  });
});
