import { AppRunnerClient } from '@aws-sdk/client-apprunner';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CodeBuildClient } from '@aws-sdk/client-codebuild';
import { EC2Client } from '@aws-sdk/client-ec2';
import { ECSClient } from '@aws-sdk/client-ecs';
import { ElasticLoadBalancingClient } from '@aws-sdk/client-elastic-load-balancing';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { GlueClient } from '@aws-sdk/client-glue';
import { IAMClient } from '@aws-sdk/client-iam';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { RDSClient } from '@aws-sdk/client-rds';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SSMClient } from '@aws-sdk/client-ssm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snapshotSchema, type Snapshot } from '../model/snapshot.ts';
import { accessKeyOf, secretKeyOf } from './access-key.ts';
import type { LoopbackAws } from './loopback-aws.ts';
import { isObject } from './json-value.ts';
import { pagingMembers } from './paging.ts';
import { membersOf, operationSchema, type Schema } from './schema.ts';
import { allServices, type Service } from './services.ts';
import { startLoopbackAws } from './start-loopback-aws.ts';

const services = await allServices();

const numRuns = Number(process.env['RUNS'] ?? 40);
const account = '111122223333';
const region = 'eu-west-1';
const responses: Record<string, unknown> = {};
const snapshots = [region, 'global'].map((place): Snapshot => ({
  schema: snapshotSchema,
  unit: { provider: 'aws', account, region: place },
  collectedAt: '2026-11-23T00:00:00.000Z',
  responses,
  errors: [],
}));

/** Members that the cloud itself fills in. */
const paging = new Set([...pagingMembers, 'NextMarker', 'IsTruncated']);

/** Everything that XML 1.0 can carry; the SDK's parser takes blanks with a line end among them for indentation. */
const text = fc
  .string({ unit: 'binary', maxLength: 8 })
  // oxlint-disable-next-line no-control-regex
  .map((value) => value.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed())
  .filter((value) => value.trim() !== '' || !value.includes('\n'));

/** The members that a request's path must carry. */
function labelsOf(schema: Schema): Record<string, fc.Arbitrary<unknown>> {
  const labels = [...membersOf(schema)].filter(([, member]) => member.getMemberTraits().httpLabel);
  const filled = (member: Schema) => (member.isNumericSchema() ? fc.nat() : text.map((value) => value || 'x'));
  return Object.fromEntries(labels.map(([name, member]) => [name, filled(member)]));
}

function valueOf(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  if (schema.isStructSchema()) {
    const members = [...membersOf(schema)].filter(([name]) => depth > 0 || !paging.has(name));
    const few = depth > 2 ? members.filter(([, member]) => isScalar(member)) : members;
    const model = Object.fromEntries(few.map(([name, member]) => [name, valueOf(member, depth + 1)]));
    const labels = labelsOf(schema);
    if (!schema.isUnionSchema()) return fc.record({ ...model, ...labels }, { requiredKeys: Object.keys(labels) });
    const one = few[0];
    return one ? valueOf(one[1], depth + 1).map((value) => ({ [one[0]]: value })) : fc.constant({});
  }
  if (schema.isListSchema()) {
    const minLength = schema.getMergedTraits().xmlFlattened ? 1 : 0;
    return fc.array(valueOf(schema.getValueSchema(), depth + 1), { minLength, maxLength: 2 });
  }
  if (schema.isMapSchema()) {
    const keys = fc.string({ unit: fc.constantFrom('a', 'B', '7', '_', '<', ' '), minLength: 1 });
    return fc.dictionary(keys, valueOf(schema.getValueSchema(), depth + 1), {
      minKeys: 1,
      maxKeys: 2,
      noNullPrototype: true,
    });
  }
  if (schema.isTimestampSchema())
    return fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((date) => date.toISOString());
  if (schema.isBooleanSchema()) return fc.boolean();
  if (schema.isBlobSchema()) return fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('base64'));
  if (schema.isNumericSchema()) return fc.integer();
  return text;
}

/** Inputs as a caller may write them and a snapshot would record them: without dates and bytes, which JSON changes. */
function questionOf(schema: Schema): fc.Arbitrary<unknown> {
  return valueOf(schema).map((value) => keep(schema, value));
}

function keep(schema: Schema, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => keep(schema.getValueSchema(), item));
  if (!isObject(value)) return value;
  const memberOf = (name: string) => (schema.isMapSchema() ? schema.getValueSchema() : schema.getMemberSchema(name));
  const kept = Object.entries(value).filter(([name]) => {
    const member = memberOf(name);
    return !member.isTimestampSchema() && !member.isBlobSchema() && !member.isIdempotencyToken();
  });
  return Object.fromEntries(kept.map(([name, item]) => [name, keep(memberOf(name), item)]));
}

/** Forms say nothing of lists and structures that are empty. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(withoutEmpty).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, item]) => [name, withoutEmpty(item)] as const);
  const full = members.filter(([, item]) => item !== undefined);
  return full.length > 0 ? Object.fromEntries(full) : undefined;
}

function isScalar(schema: Schema): boolean {
  return !schema.isStructSchema() && !schema.isListSchema() && !schema.isMapSchema();
}

/** An SDK's answer as a snapshot has it. */
function normalise(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  // What the SDK takes for JSON within a text, it hands out in a shell of its own.
  if (Object.prototype.toString.call(value) === '[object String]') return String(value);
  if (Array.isArray(value)) return value.map(normalise);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, normalise(member)]));
}

function readsOf({ schemas }: Service) {
  const names = Object.keys(schemas).flatMap((name) => /^((?:Describe|List|Get)\w+)Command$/.exec(name)?.[1] ?? []);
  // These do more than read a snapshot, and have tests of their own.
  const handled = new Set([
    'GetAccountPasswordPolicy',
    'GetCredentialReport',
    'GetOrganizationsAccessReport',
    'GetServiceLastAccessedDetails',
  ]);
  return names.filter((name) => !handled.has(name)).flatMap((name) => operationSchema(schemas, name) ?? []);
}

describe('an answer', () => {
  let cloud: LoopbackAws;
  beforeAll(async () => {
    cloud = await startLoopbackAws({ snapshots, callerAccount: account });
  });
  afterAll(() => cloud.close());

  const settings = () => ({
    endpoint: cloud.url,
    region,
    credentials: { accessKeyId: accessKeyOf(account), secretAccessKey: secretKeyOf(accessKeyOf(account)) },
  });
  type Client = { send(command: never): Promise<unknown> };
  const clients: Record<string, () => Client> = {
    apprunner: () => new AppRunnerClient(settings()),
    cloudformation: () => new CloudFormationClient(settings()),
    codebuild: () => new CodeBuildClient(settings()),
    ec2: () => new EC2Client(settings()),
    ecs: () => new ECSClient(settings()),
    elb: () => new ElasticLoadBalancingClient(settings()),
    elbv2: () => new ElasticLoadBalancingV2Client(settings()),
    glue: () => new GlueClient(settings()),
    iam: () => new IAMClient(settings()),
    lambda: () => new LambdaClient(settings()),
    organizations: () => new OrganizationsClient(settings()),
    rds: () => new RDSClient(settings()),
    sagemaker: () => new SageMakerClient(settings()),
    ssm: () => new SSMClient(settings()),
    states: () => new SFNClient(settings()),
  };

  it.each(Object.keys(clients))('of any read operation of %s comes out of the SDK as it went in', async (id) => {
    const { exchange, send } = over(id);
    await fc.assert(
      fc.asyncProperty(exchange('output'), async ([name, answer, input]) => {
        const told = Object.keys(input).length > 0 ? [{ input, output: answer }] : answer;
        for (const asked of [name, `${name}#own`]) responses[`${id}:${asked}`] = told;
        const { $metadata: _metadata, IsTruncated: _truncated, ...rest } = await send(name, input);
        expect(normalise(rest)).toEqual(answer);
      }),
      { numRuns },
    );
  });

  it.each(Object.keys(clients))('of %s is found by whatever the SDK was asked with', async (id) => {
    const { exchange, send } = over(id);
    await fc.assert(
      fc.asyncProperty(exchange('input'), async ([name, value]) => {
        const input = withoutEmpty(value);
        fc.pre(isObject(input));
        // Whichever of two questions the input happens to be.
        for (const asked of [name, `${name}#own`]) responses[`${id}:${asked}`] = [{ input, output: {} }];
        await expect(send(name, input as object)).resolves.toBeDefined();
      }),
      { numRuns },
    );
  });

  function over(id: string) {
    const service = services.find((candidate) => candidate.id === id)!;
    const client = clients[id]!();
    return {
      exchange: (side: 'input' | 'output') =>
        fc
          .constantFrom(...readsOf(service).filter((schema) => schema[side].isStructSchema()))
          .chain((schema) =>
            fc.tuple(
              fc.constant(schema.name),
              side === 'output' ? valueOf(schema.output) : questionOf(schema.input),
              fc.record(labelsOf(schema.input)),
            ),
          ),
      send(name: string, input: object) {
        const Command = service.schemas[`${name}Command`] as new (input: object) => never;
        return client.send(new Command(input)) as Promise<Record<string, unknown>>;
      },
    };
  }
});
