import {
  GenerateCredentialReportCommand,
  GetAccountAuthorizationDetailsCommand,
  GetAccountPasswordPolicyCommand,
  GetCredentialReportCommand,
  GetUserCommand,
  IAMClient,
  ListVirtualMFADevicesCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settingsOf, unitOf } from '../fixture.ts';
import type { LoopbackAws } from '../loopback-aws.ts';
import { startLoopbackAws } from '../start-loopback-aws.ts';

const account = '111122223333';
const report = 'user,arn\n<root_account>,arn:aws:iam::111122223333:root\n';
const global = unitOf(account, 'global', {
  responses: {
    'iam:GetAccountPasswordPolicy': {},
    'iam:GetCredentialReport': {
      Content: Buffer.from(report).toString('base64'),
      ReportFormat: 'text/csv',
      GeneratedTime: '2026-11-22T23:59:59.000Z',
    },
    'iam:GetAccountAuthorizationDetails': {
      UserDetailList: [{ UserName: 'hanako' }],
      RoleDetailList: [{ RoleName: 'audit' }],
      Policies: [{ Arn: 'arn:aws:iam::aws:policy/AdministratorAccess' }, { Arn: `arn:aws:iam::${account}:policy/own` }],
    },
    'iam:ListVirtualMFADevices': {
      VirtualMFADevices: [{ SerialNumber: 'a', User: { UserName: 'hanako' } }, { SerialNumber: 'b' }],
    },
  },
});

let cloud: LoopbackAws;
beforeAll(async () => {
  cloud = await startLoopbackAws({ snapshots: [global], callerAccount: account });
});
afterAll(() => cloud.close());

describe('IAM', () => {
  const iam = () => new IAMClient(settingsOf(cloud, account));

  it('makes a credential report before it shows one', async () => {
    await expect(iam().send(new GetCredentialReportCommand({}))).rejects.toMatchObject({
      name: 'CredentialReportNotPresentException',
    });
    expect(await iam().send(new GenerateCredentialReportCommand({}))).toMatchObject({ State: 'STARTED' });
    await expect(iam().send(new GetCredentialReportCommand({}))).rejects.toMatchObject({
      name: 'CredentialReportNotReadyException',
    });
    expect(await iam().send(new GenerateCredentialReportCommand({}))).toMatchObject({ State: 'COMPLETE' });
    const { Content } = await iam().send(new GetCredentialReportCommand({}));
    expect(Buffer.from(Content ?? []).toString()).toBe(report);
  });

  it('has no password policy when the answer is empty', async () => {
    await expect(iam().send(new GetAccountPasswordPolicyCommand({}))).rejects.toMatchObject({
      name: 'NoSuchEntityException',
      $metadata: { httpStatusCode: 404 },
    });
  });

  it('chooses entities and devices as asked', async () => {
    const details = await iam().send(
      new GetAccountAuthorizationDetailsCommand({ Filter: ['User', 'LocalManagedPolicy'] }),
    );
    expect(details).toMatchObject({ UserDetailList: [{ UserName: 'hanako' }], RoleDetailList: [] });
    expect(details.Policies).toEqual([{ Arn: `arn:aws:iam::${account}:policy/own` }]);
    const { VirtualMFADevices } = await iam().send(new ListVirtualMFADevicesCommand({ AssignmentStatus: 'Assigned' }));
    expect(VirtualMFADevices?.map(({ SerialNumber }) => SerialNumber)).toEqual(['a']);
  });

  it('does not know operations that nobody collected', async () => {
    await expect(iam().send(new GetUserCommand({}))).rejects.toMatchObject({ name: 'InvalidAction' });
  });
});
