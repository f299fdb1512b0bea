import { afterEach, describe, expect, it, vi } from 'vitest';
import { organizationAccessOf } from '../../../interpret/aws/organization-access.ts';
import type { Faults, LoopbackAws } from '../../../loopback/loopback-aws.ts';
import { startLoopbackAws } from '../../../loopback/start-loopback-aws.ts';
import type { Snapshot } from '../../../model/snapshot.ts';
import { collectContext } from '../collect-context.ts';
import { readOrganization } from '../organization.ts';
import { callerSession } from '../session.ts';

const management = '111122223333';
const member = '444455556666';
const at = '2026-11-23T00:00:00.000Z';
const id = 'iam:GetOrganizationsAccessReport';
const pathOf = (account: string): string => `o-1/r-1/ou-1/${account}`;

let aws: LoopbackAws;
afterEach(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

const detail = (ServiceNamespace: string, LastAuthenticatedTime?: string) => ({
  ServiceName: `Service ${ServiceNamespace}`,
  ServiceNamespace,
  ...(LastAuthenticatedTime && { LastAuthenticatedTime, Region: 'us-east-1', TotalAuthenticatedEntities: 1 }),
});
const report = (account: string, AccessDetails: readonly object[]) => ({
  input: { EntityPath: pathOf(account) },
  output: { JobStatus: 'COMPLETED', JobCreationDate: at, JobCompletionDate: at, AccessDetails },
});

/** Reads an organization of two accounts, and one that was closed, with the keys of one of them. */
async function readAs(callerAccount: string, reports: readonly object[], faults: Faults = {}): Promise<Snapshot> {
  const keyed = (output: object) => [{ input: { ParentId: 'r-1' }, output }];
  const unit: Snapshot = {
    schema: 'tenken.snapshot/1',
    unit: { provider: 'aws', organization: 'o-1' },
    collectedAt: at,
    errors: [],
    responses: {
      'organizations:DescribeOrganization': { Organization: { Id: 'o-1', MasterAccountId: management } },
      'organizations:ListDelegatedAdministrators': { DelegatedAdministrators: [{ Id: member, State: 'ACTIVE' }] },
      'organizations:ListAccounts': {
        Accounts: [
          { Id: management, State: 'ACTIVE', Paths: [`${pathOf(management)}/`] },
          { Id: member, State: 'ACTIVE', Paths: [`${pathOf(member)}/`] },
          { Id: '999900009999', State: 'CLOSED', Paths: [`${pathOf('999900009999')}/`] },
        ],
      },
      'organizations:ListRoots': { Roots: [{ Id: 'r-1' }] },
      'organizations:ListOrganizationalUnitsForParent': keyed({ OrganizationalUnits: [] }),
      'organizations:ListAccountsForParent': keyed({ Accounts: [{ Id: management }, { Id: member }] }),
      'organizations:ListPolicies': ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'].map((Filter) => ({
        input: { Filter },
        output: { Policies: [] },
      })),
      'sso-admin:ListInstances': { Instances: [] },
      [id]: reports,
    },
  };
  const regions = { 'ec2:DescribeRegions': { Regions: [] } };
  const accounts = [management, member].map((account): Snapshot => ({
    ...unit,
    unit: { provider: 'aws', account, region: 'global' },
    responses: regions,
  }));
  aws = await startLoopbackAws({ snapshots: [unit, ...accounts], callerAccount, faults });
  for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
  const { signal } = new AbortController();
  const context = collectContext({ signal, clock: () => new Date(at) });
  const read = await readOrganization(await callerSession({ signal }), context);
  if ('failed' in read) throw new Error(read.failed.message);
  return read.unit;
}

const reports = [report(management, [detail('s3', at)]), report(member, [detail('bedrock', at), detail('sqs')])];

describe('what the accounts of an organization tried to use', () => {
  it('is read account by account, and says when and where', async () => {
    const unit = await readAs(management, reports);
    expect(unit.errors).toEqual([]);
    expect(unit.responses[id]).toEqual(reports);
    const access = organizationAccessOf(unit);
    expect(access?.services(member)).toEqual([
      { service: 'bedrock', name: 'Service bedrock', lastAttempt: new Date(at), region: 'us-east-1' },
    ]);
    expect(access?.services('999900009999')).toBeUndefined();
  });

  it('is read with every page', async () => {
    const many = Array.from({ length: 1500 }, (_, index) => detail(`service-${index}`, at));
    const unit = await readAs(management, [report(management, many), report(member, [])]);
    expect(organizationAccessOf(unit)?.services(management)).toHaveLength(1500);
  });

  it('is not asked for by a delegated administrator, whom IAM does not tell', async () => {
    const unit = await readAs(member, reports);
    expect(unit.skipped).toContainEqual({ operation: id, reason: 'not-selected' });
    expect(unit.errors).toEqual([]);
    expect(organizationAccessOf(unit)).toBeUndefined();
  });

  it('is asked for once where it is denied', async () => {
    const unit = await readAs(management, reports, { denied: ['iam:GenerateOrganizationsAccessReport'] });
    expect(unit.errors).toMatchObject([{ operation: id, code: 'AccessDenied' }]);
    expect(unit.errors[0]?.message).toContain('iam:GenerateOrganizationsAccessReport');
    expect(aws.calls.filter(({ operation }) => operation.startsWith('GenerateOrganizations'))).toHaveLength(1);
  });
});
