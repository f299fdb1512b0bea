import { describe, expect, it } from 'vitest';
import {
  account,
  at,
  balancer,
  globalAnswers,
  member,
  outsideNetworks,
  publicAccess,
  referenced,
  regionAnswers,
  unit,
  withPrefixLists,
} from '../../../test/collect/answers.ts';
import { collect, errorOf, start } from '../../../test/collect/loopback-account.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { collectAccount } from './collect-account.ts';
import { collectContext } from './collect-context.ts';
import { awsOperations } from './operations/index.ts';
import { assumedSession, callerSession } from './session.ts';

describe('an account', () => {
  it('is collected whole: every operation of every enabled region is answered, failed or skipped', async () => {
    await start();
    const units = await collect();
    expect(Object.keys(units).toSorted()).toEqual(['eu-west-1', 'global', 'us-east-1']);
    for (const snapshot of Object.values(units)) {
      const per = snapshot === units['global'] ? 'account' : 'region';
      const known = [
        ...Object.keys(snapshot.responses),
        ...(snapshot.skipped ?? []).map(({ operation }) => operation),
      ].toSorted();
      expect(known).toEqual(awsOperations.flatMap((each) => (each.per === per ? [each.id] : [])).toSorted());
      expect(snapshot.errors).toEqual([]);
    }
  });

  it('keeps what the cloud said, dates as text and blobs as base64, so that stored and collected are equal', async () => {
    await start();
    const units = await collect();
    // No account of this cloud is in an organization.
    expect(units['global']?.responses).toEqual({
      ...globalAnswers,
      'iam:GetPolicy': [],
      'iam:GetPolicyVersion': [],
      'organizations:DescribeOrganization': {},
    });
    expect(units['eu-west-1']?.responses['ec2:DescribeInstances']).toEqual(regionAnswers['ec2:DescribeInstances']);
    expect(JSON.parse(JSON.stringify(units))).toStrictEqual(units);
  });

  it('merges pages', async () => {
    const aws = await start();
    const units = await collect({ operations: new Set(['ec2:DescribeSecurityGroups']) });
    expect(units['eu-west-1']?.responses['ec2:DescribeSecurityGroups']).toEqual(
      regionAnswers['ec2:DescribeSecurityGroups'],
    );
    expect(aws.calls.filter(({ operation }) => operation === 'DescribeSecurityGroups')).toHaveLength(3);
  });

  it('never holds a secret', async () => {
    await start();
    expect(JSON.stringify(await collect())).not.toContain('hush');
  });

  it('asks about each resource that another answer names', async () => {
    await start();
    const { responses } = (await collect())['eu-west-1'] ?? unit('', {});
    expect(responses['elbv2:DescribeRules']).toEqual(regionAnswers['elbv2:DescribeRules']);
    expect(responses['elbv2:DescribeTargetHealth']).toEqual(regionAnswers['elbv2:DescribeTargetHealth']);
  });

  it('reads the prefix lists that rules and routes refer to, each once, and no others', async () => {
    await start({}, [unit('global', globalAnswers), unit('eu-west-1', withPrefixLists)]);
    const { responses } = (await collect({ regions: ['eu-west-1'] }))['eu-west-1'] ?? unit('', {});
    expect(responses['ec2:GetManagedPrefixListEntries']).toEqual(
      referenced.map((PrefixListId) => ({
        input: { PrefixListId },
        output: { Entries: [{ Cidr: '192.0.2.0/24' }] },
      })),
    );
  });

  it('skips what another answer rules out, and says so', async () => {
    await start();
    expect((await collect({ operations: new Set(publicAccess) }))['eu-west-1']?.skipped).toContainEqual({
      operation: 'ec2:DescribeVpcBlockPublicAccessExclusions',
      reason: 'not-needed',
    });
  });
});

describe('an empty region', () => {
  it('costs one call, and one for each thing that needs no network', async () => {
    await start();
    const { responses, skipped } = (await collect())['us-east-1'] ?? unit('', {});
    const more = Object.entries(responses).filter(([, answer]) => !Array.isArray(answer));
    expect(more.map(([id]) => id).toSorted()).toEqual(
      ['ec2:DescribeNetworkInterfaces', ...Object.keys(outsideNetworks)].toSorted(),
    );
    expect(new Set(skipped?.map(({ reason }) => reason))).toEqual(
      new Set(['empty-region', 'not-needed', 'not-selected']),
    );
  });

  it('is read in full where it is asked for by name, and no other region is', async () => {
    await start();
    const units = await collect({ regions: ['us-east-1'] });
    expect(Object.keys(units).toSorted()).toEqual(['global', 'us-east-1']);
    expect(units['us-east-1']?.responses).toHaveProperty(['ec2:DescribeSecurityGroups']);
  });

  it('is read in full where empty regions are wanted', async () => {
    await start();
    const units = await collect({ readEmptyRegions: true });
    expect(units['us-east-1']?.responses).toHaveProperty(['ec2:DescribeSecurityGroups']);
  });
});

describe('selected operations', () => {
  it('are called with what they depend on, and nothing else', async () => {
    await start();
    const units = await collect({ operations: new Set(['elbv2:DescribeRules']) });
    expect(Object.keys(units['eu-west-1']?.responses ?? {}).toSorted()).toEqual([
      'ec2:DescribeNetworkInterfaces',
      'elbv2:DescribeListeners',
      'elbv2:DescribeLoadBalancers',
      'elbv2:DescribeRules',
    ]);
    expect(units['global']?.skipped).toContainEqual({ operation: 'iam:GetAccountSummary', reason: 'not-selected' });
  });

  it('leave regions alone when they are all about the account', async () => {
    const aws = await start();
    const units = await collect({ operations: new Set(['iam:GetAccountSummary']) });
    expect(Object.keys(units).toSorted()).toEqual(['eu-west-1', 'global', 'us-east-1']);
    expect(units['eu-west-1']?.responses).toEqual({});
    expect(aws.calls.map(({ operation }) => operation).toSorted()).toEqual([
      'DescribeRegions',
      'GetAccountSummary',
      'GetCallerIdentity',
    ]);
  });
});

describe('what cannot be read', () => {
  it('is an error entry, and so is what depended on it', async () => {
    await start({ denied: ['ec2:DescribeVpcs', 'elbv2:DescribeListeners'] });
    const units = await collect();
    expect(errorOf(units['eu-west-1'], 'ec2:DescribeVpcs')?.code).toBe('UnauthorizedOperation');
    expect(errorOf(units['eu-west-1'], 'elbv2:DescribeListeners')).toMatchObject({
      code: 'AccessDenied',
      input: { LoadBalancerArn: balancer },
    });
    expect(errorOf(units['eu-west-1'], 'elbv2:DescribeRules')?.message).toContain('elbv2:DescribeListeners');
    expect(units['eu-west-1']?.responses).toHaveProperty(['ec2:DescribeSubnets']);
  });

  it('leaves in what another source names', async () => {
    await start({ denied: ['ec2:DescribeRouteTables'] }, [
      unit('global', globalAnswers),
      unit('eu-west-1', withPrefixLists),
    ]);
    const region = (await collect({ regions: ['eu-west-1'] }))['eu-west-1'];
    expect(region?.responses['ec2:GetManagedPrefixListEntries']).toHaveLength(1);
    expect(errorOf(region, 'ec2:GetManagedPrefixListEntries')?.message).toContain('ec2:DescribeRouteTables');
  });

  it('is tried again when it was throttled, broken off or failed', async () => {
    const aws = await start({
      throttle: { 'ec2:DescribeSecurityGroups': { burst: 1, rate: 5 } },
      dropped: { every: 2, operations: ['ec2:DescribeSecurityGroups'] },
      failures: { every: 2, operations: ['ec2:DescribeSubnets', 'ec2:DescribeVpcs'] },
    });
    const units = await collect({ regions: ['eu-west-1'] });
    expect(Object.values(units).flatMap(({ errors }) => errors)).toEqual([]);
    expect(aws.calls.map(({ status }) => status)).toEqual(expect.arrayContaining([0, 500, 503]));
  });

  it('does not hold up a scan: a region that is not reached gives up all its operations at once', async () => {
    const aws = await start({ unreachableRegions: ['eu-west-1'] });
    const units = await collect();
    const { errors, responses, skipped = [] } = units['eu-west-1'] ?? unit('', {});
    expect(responses).toEqual({});
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['ECONNRESET']));
    const asked = awsOperations.filter(
      ({ per, id }) => per === 'region' && !skipped.some((each) => each.operation === id),
    );
    expect(errors).toHaveLength(asked.length);
    expect(aws.calls.filter(({ region }) => region === 'eu-west-1').length).toBeLessThanOrEqual(4);
    expect(units['us-east-1']?.errors).toEqual([]);
  });

  it('is one unit when the account cannot be entered', async () => {
    await start();
    const signal = new AbortController().signal;
    const role = { account: member, role: 'tenken-audit', sessionName: 'test' };
    const session = await assumedSession(await callerSession({ signal }), role, signal);
    const context = collectContext({ signal, clock: () => new Date(at) });
    const units = await Array.fromAsync(collectAccount({ account: member, session }, { context }));
    expect(units).toHaveLength(1);
    expect(units[0]).toMatchObject({
      unit: { account: member, region: 'global' },
      responses: {},
      errors: [{ operation: 'sts:AssumeRole', code: 'AccessDenied' }],
    });
  });

  it('keeps its message to one line', async () => {
    await start({ denied: ['iam:*', 'ec2:*'] });
    const errors = Object.values(await collect({ regions: ['eu-west-1'] })).flatMap((each) => each.errors);
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.filter(({ message }) => /[\r\n]|request ?id/i.test(message))).toEqual([]);
  });
});

describe('an interruption', () => {
  it.each([
    ['Aborted', undefined],
    ['DeadlineExceeded', new DOMException('The operation was aborted due to timeout', 'TimeoutError')],
  ])('keeps what was read and records the rest as %s', async (code, reason) => {
    const aws = await start();
    const interruption = new AbortController();
    const session = await callerSession({ signal: interruption.signal });
    const context = collectContext({ signal: interruption.signal, clock: () => new Date(at) });
    const regions = ['eu-west-1', 'us-east-1'];
    const units: Snapshot[] = [];
    aws.setFaults({ latencyMs: 20 });
    for await (const snapshot of collectAccount({ account, session }, { context, regions })) {
      units.push(snapshot);
      interruption.abort(reason);
    }
    expect(units.map((each) => each.unit)).toHaveLength(3);
    const codes = new Set(units.flatMap(({ errors }) => errors.map((error) => error.code)));
    expect(codes).toEqual(new Set([code]));
    expect(units[0]?.responses).not.toEqual({});
  });

  it('does not wait for calls that are being tried again', async () => {
    await start({ failures: { operations: ['ec2:*'] } });
    const units = await collect({ regions: ['eu-west-1'] }, AbortSignal.timeout(40));
    expect(errorOf(units['eu-west-1'], 'ec2:DescribeNetworkInterfaces')?.code).toBe('DeadlineExceeded');
  });
});
