import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Faults, LoopbackAws } from '../../../loopback/loopback-aws.ts';
import { startLoopbackAws } from '../../../loopback/start-loopback-aws.ts';
import type { Snapshot } from '../../../model/snapshot.ts';
import { awsClients } from '../clients.ts';
import { collectContext } from '../collect-context.ts';
import { collectUnit } from '../collect-unit.ts';
import { callerSession } from '../session.ts';
import { getAccountAuthorizationDetails } from './iam.ts';
import { getServiceLastAccessedDetails } from './last-accessed.ts';

const account = '111122223333';
const at = '2026-11-23T00:00:00.000Z';
const id = 'iam:GetServiceLastAccessedDetails';
const arnOf = (name: string): string => `arn:aws:iam::${account}:role/${name}`;

function role(RoleName: string, Action = 's3:GetObject', rest: object = {}): object {
  const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] };
  return {
    RoleName,
    Path: '/',
    Arn: arnOf(RoleName),
    RolePolicyList: [{ PolicyName: 'own', PolicyDocument: encodeURIComponent(JSON.stringify(document)) }],
    RoleLastUsed: { LastUsedDate: at, Region: 'us-east-1' },
    ...rest,
  };
}

function report(name: string, services = 1): object {
  return {
    input: { Arn: arnOf(name) },
    output: {
      JobStatus: 'COMPLETED',
      JobType: 'ACTION_LEVEL',
      JobCreationDate: at,
      JobCompletionDate: at,
      ServicesLastAccessed: Array.from({ length: services }, (_, index) => ({
        ServiceName: `Service ${index}`,
        ServiceNamespace: `service-${index}`,
      })),
    },
  };
}

let aws: LoopbackAws;
afterEach(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

/** Collects the operation from an account with these roles and reports. */
async function collect(
  roles: readonly object[],
  reports: readonly object[],
  { faults = {}, atMost = 100 }: { readonly faults?: Faults; readonly atMost?: number } = {},
): Promise<Snapshot> {
  const responses = { 'iam:GetAccountAuthorizationDetails': { RoleDetailList: roles }, [id]: reports };
  const unit = { provider: 'aws', account, region: 'global' } as const;
  const snapshot: Snapshot = { schema: 'tenken.snapshot/1', unit, collectedAt: at, responses, errors: [] };
  aws = await startLoopbackAws({ snapshots: [snapshot], callerAccount: account, faults });
  for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
  const { signal } = new AbortController();
  const session = await callerSession({ signal });
  const { each } = getServiceLastAccessedDetails;
  const operation = { ...getServiceLastAccessedDetails, ...(each && { each: { ...each, atMost } }) };
  const place = { account, region: session.region, clients: awsClients(session, session.region) };
  const plan = { operations: [getAccountAuthorizationDetails, operation], notSelected: [] };
  return collectUnit(unit, plan, place, collectContext({ signal, clock: () => new Date(at) }));
}

function callsOf(operation: string): number {
  return aws.calls.filter((call) => call.operation === operation).length;
}

function askedAbout({ responses }: Snapshot): readonly unknown[] {
  const answers = responses[id] as readonly { readonly input: { readonly Arn: string } }[];
  return answers.map(({ input }) => input.Arn);
}

describe('the use of permissions', () => {
  it('is read with every page, once the job is done', async () => {
    const { responses, errors } = await collect([role('worker')], [report('worker', 1500)]);
    expect(errors).toEqual([]);
    expect(responses[id]).toEqual([report('worker', 1500)]);
    expect(callsOf('GenerateServiceLastAccessedDetails')).toBe(1);
    expect(callsOf('GetServiceLastAccessedDetails')).toBe(3);
  });

  it('is asked about what people use by IAM Identity Center, then about those who could be reduced, the widest first', async () => {
    const roles = [
      role('narrow'),
      role('service-wide', 's3:*'),
      role('administrator', '*'),
      role('unused', '*', { RoleLastUsed: {} }),
      role('linked', '*', { Path: '/aws-service-role/s3.amazonaws.com/' }),
      role('of-identity-center', '*', { Path: '/aws-reserved/sso.amazonaws.com/' }),
      role('unused-of-identity-center', '*', { Path: '/aws-reserved/sso.amazonaws.com/eu/', RoleLastUsed: {} }),
      role('without-policies', '*', { RolePolicyList: [] }),
    ];
    const asked = ['of-identity-center', 'administrator', 'service-wide', 'narrow'];
    const snapshot = await collect(
      roles,
      asked.map((name) => report(name)),
    );
    expect(snapshot.errors).toEqual([]);
    expect(askedAbout(snapshot)).toEqual(asked.map(arnOf));
  });

  it('says of whom a scan did not ask', async () => {
    const names = ['a', 'b', 'c', 'd'];
    const snapshot = await collect(
      names.map((name) => role(name)),
      names.map((name) => report(name)),
      { atMost: 2 },
    );
    expect(askedAbout(snapshot)).toEqual(['a', 'b'].map(arnOf));
    const message = 'one scan asks about 2 only, and others came first';
    expect(snapshot.errors).toEqual(
      ['c', 'd'].map((name) => ({ operation: id, code: 'OverBudget', message, input: { Arn: arnOf(name) } })),
    );
    expect(callsOf('GenerateServiceLastAccessedDetails')).toBe(2);
  });

  it('is not asked for again once it was denied', async () => {
    const names = ['one', 'two', 'three'];
    const { responses, errors } = await collect(
      names.map((name) => role(name)),
      names.map((name) => report(name)),
      { faults: { denied: ['iam:GenerateServiceLastAccessedDetails'] } },
    );
    expect(responses[id]).toBeUndefined();
    expect(errors).toMatchObject([{ operation: id, code: 'AccessDenied' }]);
    expect(errors[0]?.input).toBeUndefined();
    expect(callsOf('GenerateServiceLastAccessedDetails')).toBe(1);
  });

  it('is lost for one without being lost for others', async () => {
    const failed = { JobStatus: 'FAILED', Error: { Code: 'InternalFailure', Message: 'the job was lost' } };
    const dates = { JobCreationDate: at, JobCompletionDate: at, ServicesLastAccessed: [] };
    const { responses, errors } = await collect(
      [role('lost', '*'), role('worker')],
      [{ input: { Arn: arnOf('lost') }, output: { ...dates, ...failed } }, report('worker')],
    );
    expect(responses[id]).toEqual([report('worker')]);
    const input = { Arn: arnOf('lost') };
    expect(errors).toEqual([{ operation: id, code: 'InternalFailure', message: 'the job was lost', input }]);
  });
});
