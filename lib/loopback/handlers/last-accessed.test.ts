import {
  GenerateServiceLastAccessedDetailsCommand,
  GetServiceLastAccessedDetailsCommand,
  IAMClient,
} from '@aws-sdk/client-iam';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settingsOf, unitOf } from '../fixture.ts';
import type { LoopbackAws } from '../loopback-aws.ts';
import { startLoopbackAws } from '../start-loopback-aws.ts';

const account = '111122223333';
const arn = `arn:aws:iam::${account}:role/worker`;
const services = ['dynamodb', 's3', 'sqs'].map((ServiceNamespace) => ({
  ServiceName: ServiceNamespace,
  ServiceNamespace,
}));
const made = '2026-11-23T00:00:00.000Z';
const output = {
  JobStatus: 'COMPLETED',
  JobType: 'ACTION_LEVEL',
  JobCreationDate: made,
  JobCompletionDate: made,
  ServicesLastAccessed: services,
};
const global = unitOf(account, 'global', {
  responses: { 'iam:GetServiceLastAccessedDetails': [{ input: { Arn: arn }, output }] },
});

let cloud: LoopbackAws;
beforeAll(async () => {
  cloud = await startLoopbackAws({ snapshots: [global], callerAccount: account });
});
afterAll(() => cloud.close());

describe('a job about the use of permissions', () => {
  const iam = () => new IAMClient(settingsOf(cloud, account));
  const start = async (Arn = arn) => iam().send(new GenerateServiceLastAccessedDetailsCommand({ Arn }));

  it('is in progress at first, and answers in pages once it is complete', async () => {
    const { JobId } = await start();
    const first = await iam().send(new GetServiceLastAccessedDetailsCommand({ JobId }));
    expect(first).toMatchObject({ JobStatus: 'IN_PROGRESS', ServicesLastAccessed: [] });
    const page = await iam().send(new GetServiceLastAccessedDetailsCommand({ JobId, MaxItems: 2 }));
    expect(page).toMatchObject({ JobStatus: 'COMPLETED', IsTruncated: true });
    expect(page.ServicesLastAccessed?.map(({ ServiceNamespace }) => ServiceNamespace)).toEqual(['dynamodb', 's3']);
    const last = await iam().send(
      new GetServiceLastAccessedDetailsCommand({ JobId, MaxItems: 2, Marker: page.Marker }),
    );
    expect(last).toMatchObject({ IsTruncated: false, JobCompletionDate: new Date(made) });
    expect(last.ServicesLastAccessed?.map(({ ServiceNamespace }) => ServiceNamespace)).toEqual(['sqs']);
  });

  it('is not started about somebody of whom the snapshot holds no report', async () => {
    await expect(start(`arn:aws:iam::${account}:role/nobody`)).rejects.toMatchObject({ name: 'NoSuchEntityException' });
  });

  it('is for the session that started it', async () => {
    const { JobId } = await start();
    const sts = new STSClient(settingsOf(cloud, account));
    const session = { RoleArn: `arn:aws:iam::${account}:role/tenken-audit`, RoleSessionName: 'other' };
    const { Credentials: keys } = await sts.send(new AssumeRoleCommand(session));
    const credentials = {
      accessKeyId: keys?.AccessKeyId ?? '',
      secretAccessKey: keys?.SecretAccessKey ?? '',
      sessionToken: keys?.SessionToken ?? '',
    };
    const other = new IAMClient({ ...settingsOf(cloud, account), credentials });
    await expect(other.send(new GetServiceLastAccessedDetailsCommand({ JobId }))).rejects.toMatchObject({
      name: 'NoSuchEntityException',
    });
  });
});
