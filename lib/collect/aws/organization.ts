import type { DescribeOrganizationResponse, ListAccountsResponse } from '@aws-sdk/client-organizations';
import { accountState } from '../../model/aws/account-state.ts';
import type { CollectError, Snapshot } from '../../model/snapshot.ts';
import { callOperation } from './call-operation.ts';
import { awsClients } from './clients.ts';
import type { CollectContext } from './collect-context.ts';
import { collectIdentityCenter } from './identity-center.ts';
import { collectUnit } from './collect-unit.ts';
import { getOrganizationsAccessReport } from './operations/access-report.ts';
import { describeOrganization, listAccounts, organizationTree } from './operations/organizations.ts';
import type { AwsSession } from './session.ts';

/** An organization whose accounts are known, and whose policies are still being read. */
export interface ReadOrganization {
  /** Ids of the accounts that can be scanned, in ascending order. */
  readonly accounts: readonly string[];
  /** Its unit. Never rejects: what could not be read stands in it. */
  readonly unit: Promise<Snapshot>;
}

/**
 * Reads the organization that the session's account manages, or administers as a delegate. Nobody who waits for its
 * accounts waits for the policies. What cannot be read of those limits what the verdicts say, and stops nothing.
 */
export async function readOrganization(
  session: AwsSession,
  context: CollectContext,
): Promise<ReadOrganization | { readonly failed: CollectError }> {
  const place = { account: session.account, region: session.region, clients: awsClients(session, session.region) };
  const described = callOperation(describeOrganization, place, context);
  const listed = callOperation(listAccounts, place, context);
  const [organization, accounts] = await Promise.all([described, listed]);
  if ('error' in organization) return { failed: organization.error };
  if ('error' in accounts) return { failed: accounts.error };
  const { Id: id = 'o-unknown', MasterAccountId } =
    (organization.output as DescribeOrganizationResponse).Organization ?? {};
  const called = new Map([
    [describeOrganization.id, described],
    [listAccounts.id, listed],
  ]);
  const unit = { provider: 'aws', organization: id } as const;
  // IAM reports to the management account only: for a delegate there is nothing that a permission would mend.
  const reports = [getOrganizationsAccessReport];
  const plan =
    MasterAccountId === session.account
      ? { operations: [...organizationTree, ...reports], notSelected: [], called }
      : { operations: organizationTree, notSelected: reports, called };
  const parts = [collectUnit(unit, plan, place, context), collectIdentityCenter(unit, session, context)];
  return { accounts: activeAccounts(accounts.output), unit: Promise.all(parts).then(together) };
}

/** Parts of one unit as one snapshot, in the order of the operations. */
function together(parts: readonly Snapshot[]): Snapshot {
  const [first] = parts;
  if (!first) throw new TypeError('nothing to put together');
  const responses = parts.flatMap((part) => Object.entries(part.responses)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...first,
    collectedAt: parts.map(({ collectedAt }) => collectedAt).reduce((a, b) => (a > b ? a : b)),
    responses: Object.fromEntries(responses),
    errors: parts.flatMap(({ errors }) => errors).toSorted((a, b) => (a.operation < b.operation ? -1 : 1)),
    skipped: parts.flatMap(({ skipped = [] }) => skipped).toSorted((a, b) => (a.operation < b.operation ? -1 : 1)),
  };
}

/** A closed or suspended account answers nobody. */
function activeAccounts(output: ListAccountsResponse): readonly string[] {
  const active = (output.Accounts ?? []).filter((account) => accountState(account) === 'ACTIVE');
  return active.flatMap(({ Id }) => (Id ? [Id] : [])).toSorted();
}
