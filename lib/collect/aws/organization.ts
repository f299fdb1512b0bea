import type { DescribeOrganizationResponse, ListAccountsResponse } from '@aws-sdk/client-organizations';
import type { CollectError, Snapshot } from '../../model/snapshot.ts';
import { callOperation } from './call-operation.ts';
import { awsClients } from './clients.ts';
import type { CollectContext } from './collect-context.ts';
import { collectUnit } from './collect-unit.ts';
import { organizationOperations } from './operations/account.ts';
import type { AwsSession } from './session.ts';

/** The organization's unit, or why it could not be read. */
export type OrganizationOrFailure = { readonly snapshot: Snapshot } | { readonly failed: CollectError };

/** Reads the organization that the session's account manages, or administers as a delegate. */
export async function collectOrganization(
  session: AwsSession,
  context: CollectContext,
): Promise<OrganizationOrFailure> {
  const place = { account: session.account, region: session.region, clients: awsClients(session, session.region) };
  const [describe, ...others] = organizationOperations;
  if (!describe) throw new Error('the organization has no operations');
  const outcome = await callOperation(describe, place, context);
  if ('error' in outcome) return { failed: outcome.error };
  const id = (outcome.output as DescribeOrganizationResponse).Organization?.Id ?? 'o-unknown';
  const unit = { provider: 'aws', organization: id } as const;
  const snapshot = await collectUnit(unit, { operations: others, notSelected: [] }, place, context);
  return { snapshot: { ...snapshot, responses: { [describe.id]: outcome.output, ...snapshot.responses } } };
}

/**
 * The ids of the accounts that can be scanned, in ascending order. A closed or suspended account answers nobody. `State`
 * replaced `Status`, which was retired on 2026-09-09 (Organizations API Reference, "Account").
 */
export function activeAccounts(organization: Snapshot): readonly string[] | undefined {
  const answer = organization.responses['organizations:ListAccounts'] as ListAccountsResponse | undefined;
  const active = answer?.Accounts?.filter((account) => (account.State ?? account.Status) === 'ACTIVE');
  return active?.flatMap(({ Id }) => (Id ? [Id] : [])).toSorted();
}
