import { DescribeOrganizationCommand, ListAccountsCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settingsOf, unitOf } from '../fixture.ts';
import type { LoopbackAws } from '../loopback-aws.ts';
import { startLoopbackAws } from '../start-loopback-aws.ts';

const account = '111122223333';
const member = '444455556666';
const stranger = '777788889999';
const organization = unitOf(account, '', {
  unit: { provider: 'aws', organization: 'o-1' },
  responses: {
    'organizations:DescribeOrganization': { Organization: { Id: 'o-1', MasterAccountId: account } },
    'organizations:ListAccounts': {
      Accounts: [{ Id: account, JoinedTimestamp: '2020-01-02T03:04:05.678Z' }, { Id: member }],
    },
  },
});

let cloud: LoopbackAws;
beforeAll(async () => {
  cloud = await startLoopbackAws({
    snapshots: [organization, unitOf(member, 'global'), unitOf(stranger, 'global')],
    callerAccount: account,
  });
});
afterAll(() => cloud.close());

const client = (caller: string) => new OrganizationsClient(settingsOf(cloud, caller));

describe('Organizations', () => {
  it('shows the accounts to the management account only', async () => {
    const { Accounts } = await client(account).send(new ListAccountsCommand({}));
    expect(Accounts).toEqual([{ Id: account, JoinedTimestamp: new Date('2020-01-02T03:04:05.678Z') }, { Id: member }]);
    const asMember = client(member);
    await expect(asMember.send(new ListAccountsCommand({}))).rejects.toMatchObject({ name: 'AccessDeniedException' });
    expect((await asMember.send(new DescribeOrganizationCommand({}))).Organization?.Id).toBe('o-1');
    await expect(client(stranger).send(new DescribeOrganizationCommand({}))).rejects.toMatchObject({
      name: 'AWSOrganizationsNotInUseException',
    });
  });
});
