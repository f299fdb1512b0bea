import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { accessKeyOf } from './access-key.ts';
import { settingsOf, unitOf } from './fixture.ts';
import type { LoopbackAws } from './loopback-aws.ts';
import { startLoopbackAws } from './start-loopback-aws.ts';

const account = '111122223333';
const now = new Date('2026-11-23T00:00:00.000Z');
const opened: LoopbackAws[] = [];

async function start(port = 0): Promise<LoopbackAws> {
  const cloud = await startLoopbackAws({ snapshots: [], callerAccount: account, clock: () => now, port });
  opened.push(cloud);
  return cloud;
}

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(opened.splice(0).map((cloud) => cloud.close()));
});

describe('the loopback cloud', () => {
  it('is all that a client with its environment sees', async () => {
    const cloud = await start();
    for (const [name, value] of Object.entries(cloud.environment)) vi.stubEnv(name, value);
    expect((await new STSClient({}).send(new GetCallerIdentityCommand({}))).Account).toBe(account);
    expect(cloud.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('keeps a list of calls', async () => {
    const cloud = await start();
    await new STSClient(settingsOf(cloud, account)).send(new GetCallerIdentityCommand({}));
    await new EC2Client(settingsOf(cloud, account, 'eu-west-1'))
      .send(new DescribeVpcsCommand({}))
      .catch(() => undefined);
    expect(cloud.calls).toEqual([
      { service: 'sts', operation: 'GetCallerIdentity', account, region: 'us-east-1', status: 200, at: now },
      { service: 'ec2', operation: 'DescribeVpcs', account, region: 'eu-west-1', status: 400, at: now },
    ]);
  });

  it('refuses what is not signed, or signed for a service that it does not have', async () => {
    const cloud = await start();
    const unsigned = await fetch(cloud.url, { method: 'POST', body: 'Action=DescribeVpcs' });
    expect([unsigned.status, await unsigned.text()]).toEqual([
      403,
      expect.stringContaining('MissingAuthenticationToken'),
    ]);
    const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyOf(account)}/20261123/us-east-1/braket/aws4_request`;
    const headers = { authorization, 'x-amz-target': 'Braket.SearchJobs' };
    const unknown = await fetch(cloud.url, { method: 'POST', headers, body: '{}' });
    expect([unknown.status, await unknown.json()]).toEqual([
      404,
      { __type: 'UnknownService', message: 'The loopback cloud has no service braket.' },
    ]);
  });

  it('does not take two snapshots of one unit, two organizations, or a port in use', async () => {
    const twice = (unit: ReturnType<typeof unitOf>, other = unit) =>
      startLoopbackAws({ snapshots: [unit, other], callerAccount: account });
    await expect(twice(unitOf(account, 'global'))).rejects.toThrow('same unit');
    const organization = (name: string) => unitOf('', '', { unit: { provider: 'aws', organization: name } });
    await expect(twice(organization('o-1'), organization('o-2'))).rejects.toThrow('one organization');
    const { url } = await start();
    await expect(start(Number(new URL(url).port))).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
