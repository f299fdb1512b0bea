import { EC2Client } from '@aws-sdk/client-ec2';
import { ElasticLoadBalancingClient } from '@aws-sdk/client-elastic-load-balancing';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { IAMClient } from '@aws-sdk/client-iam';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { RDSClient } from '@aws-sdk/client-rds';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snapshotSchema, type Snapshot } from '../model/snapshot.ts';
import { accessKeyOf, secretKeyOf } from './access-key.ts';
import type { LoopbackAws } from './loopback-aws.ts';
import { membersOf, operationSchema, type Schema } from './schema.ts';
import { services, type Service } from './services.ts';
import { startLoopbackAws } from './start-loopback-aws.ts';

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

/** What the protocol cannot say: a flat list without items, and members that are only about paging. */
const paging = new Set(['NextToken', 'Marker', 'NextMarker', 'IsTruncated', 'MaxResults']);

/** Everything that XML 1.0 can carry. */
const text = fc
  .string({ unit: 'binary', maxLength: 8 })
  // oxlint-disable-next-line no-control-regex
  .map((value) => value.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed());

function answerOf(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  if (schema.isStructSchema()) {
    const members = membersOf(schema).filter(([name]) => depth > 0 || !paging.has(name));
    const few = depth > 2 ? members.filter(([, member]) => isScalar(member)) : members;
    const model = Object.fromEntries(few.map(([name, member]) => [name, answerOf(member, depth + 1)]));
    if (!schema.isUnionSchema()) return fc.record(model, { requiredKeys: [] });
    const one = few[0];
    return one ? answerOf(one[1], depth + 1).map((value) => ({ [one[0]]: value })) : fc.constant({});
  }
  if (schema.isListSchema()) {
    const minLength = schema.getMergedTraits().xmlFlattened ? 1 : 0;
    return fc.array(answerOf(schema.getValueSchema(), depth + 1), { minLength, maxLength: 2 });
  }
  if (schema.isMapSchema()) {
    const keys = fc.string({ unit: fc.constantFrom('a', 'B', '7', '_', '<', ' '), minLength: 1 });
    return fc.dictionary(keys, answerOf(schema.getValueSchema(), depth + 1), {
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

function isScalar(schema: Schema): boolean {
  return !schema.isStructSchema() && !schema.isListSchema() && !schema.isMapSchema();
}

/** An SDK's answer as a snapshot has it. */
function normalise(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(normalise);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, normalise(member)]));
}

function readsOf({ schemas }: Service) {
  const names = Object.keys(schemas).flatMap((name) => /^((?:Describe|List|Get)\w+)Command$/.exec(name)?.[1] ?? []);
  return names
    .filter((name) => !['GetCredentialReport', 'GetAccountPasswordPolicy'].includes(name))
    .flatMap((name) => operationSchema(schemas, name) ?? []);
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
    ec2: () => new EC2Client(settings()),
    elb: () => new ElasticLoadBalancingClient(settings()),
    elbv2: () => new ElasticLoadBalancingV2Client(settings()),
    iam: () => new IAMClient(settings()),
    organizations: () => new OrganizationsClient(settings()),
    rds: () => new RDSClient(settings()),
  };

  it.each(Object.keys(clients))('of any read operation of %s comes out of the SDK as it went in', async (id) => {
    const service = services.find((candidate) => candidate.id === id)!;
    const client = clients[id]!();
    const exchange = fc
      .constantFrom(...readsOf(service))
      .chain((schema) => fc.tuple(fc.constant(schema), answerOf(schema.output)));
    await fc.assert(
      fc.asyncProperty(exchange, async ([{ name }, answer]) => {
        responses[`${id}:${name}`] = answer;
        const Command = service.schemas[`${name}Command`] as new (input: object) => never;
        const output = (await client.send(new Command({}))) as Record<string, unknown>;
        const { $metadata: _metadata, IsTruncated: _truncated, ...rest } = output;
        expect(normalise(rest)).toEqual(answer ?? {});
      }),
      { numRuns: Number(process.env['RUNS'] ?? 60) },
    );
  });
});
