import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settingsOf, unitOf } from '../fixture.ts';
import type { LoopbackAws } from '../loopback-aws.ts';
import { startLoopbackAws } from '../start-loopback-aws.ts';

const account = '111122223333';
const member = '444455556666';
const broken = '777788889999';
const recorded = { operation: 'sts:AssumeRole', code: 'AccessDenied', message: 'as recorded' };
let now = new Date('2026-11-23T00:00:00.000Z');

let cloud: LoopbackAws;
beforeAll(async () => {
  cloud = await startLoopbackAws({
    snapshots: [unitOf(member, 'global'), unitOf(broken, 'global', { errors: [recorded] })],
    callerAccount: account,
    roles: [{ name: 'tenken-audit' }, { name: 'closed', externalId: 'secret' }],
    clock: () => now,
  });
});
afterAll(() => cloud.close());

const settings = (caller = account) => settingsOf(cloud, caller);
const assume = (into: string, role = 'tenken-audit', ExternalId?: string) =>
  new STSClient(settings()).send(
    new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${into}:role/${role}`, RoleSessionName: 'tenken', ExternalId }),
  );

describe('identity', () => {
  it('is named by the key', async () => {
    const identity = await new STSClient(settings(member)).send(new GetCallerIdentityCommand({}));
    expect(identity).toMatchObject({ Account: member, Arn: `arn:aws:iam::${member}:user/loopback` });
  });

  it('changes with a role, for an hour', async () => {
    const { Credentials: keys } = await assume(member);
    expect(keys?.Expiration).toEqual(new Date(now.getTime() + 3_600_000));
    const credentials = {
      accessKeyId: keys?.AccessKeyId ?? '',
      secretAccessKey: keys?.SecretAccessKey ?? '',
      sessionToken: keys?.SessionToken ?? '',
    };
    const sts = new STSClient({ ...settings(), credentials });
    expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: member,
      Arn: `arn:aws:sts::${member}:assumed-role/tenken-audit/tenken`,
    });
    const then = now;
    now = new Date(now.getTime() + 3_600_000);
    await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({ name: 'ExpiredToken' });
    now = then;
    const { sessionToken: _token, ...incomplete } = credentials;
    const forged = new STSClient({ ...settings(), credentials: incomplete });
    await expect(forged.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
  });

  it('is refused where no role trusts the caller', async () => {
    const refusal = { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } };
    await expect(assume('999999999999')).rejects.toMatchObject(refusal);
    await expect(assume(member, 'admin')).rejects.toMatchObject(refusal);
    await expect(assume(member, 'closed', 'wrong')).rejects.toMatchObject(refusal);
    await expect(assume(member, 'closed', 'secret')).resolves.toBeDefined();
    await expect(assume(broken)).rejects.toMatchObject({ ...refusal, message: 'as recorded' });
  });

  it('is unknown to a key of nobody', async () => {
    const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' };
    const call = new EC2Client({ ...settings(), credentials }).send(new DescribeVpcsCommand({}));
    await expect(call).rejects.toMatchObject({ name: 'AuthFailure', $metadata: { httpStatusCode: 401 } });
  });
});
