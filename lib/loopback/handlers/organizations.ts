import { AwsError } from '../aws-error.ts';
import { denied } from '../faults.ts';
import { isObject } from '../json-value.ts';
import { snapshotAnswer } from '../snapshot-answer.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Handler } from './handler.ts';

/**
 * Any member may ask what organization it is in; all else is for the management account and delegated administrators
 * ("Permissions", AWS Organizations API Reference).
 */
export const organizations: Handler = (request, cloud) => {
  const { organization, globalOf } = cloud.units;
  const { account } = request.identity;
  const kept = globalOf(account)?.responses ?? {};
  if (Object.keys(kept).some((id) => id.startsWith('organizations:'))) return snapshotAnswer(cloud.units, request);
  if (!organization || !isMember(organization, account)) {
    throw new AwsError('AWSOrganizationsNotInUseException', 'Your account is not a member of an organization.');
  }
  const mayRead = isAdministrator(organization, account) || request.schema.name === 'DescribeOrganization';
  if (!mayRead) throw denied(request);
  return snapshotAnswer(cloud.units, request);
};

function isMember(organization: Snapshot, account: string): boolean {
  const listed = idsIn(organization, 'organizations:ListAccounts', 'Accounts');
  return listed === undefined || listed.includes(account) || isAdministrator(organization, account);
}

/** Whether an account manages the organization, or administers it as a delegate. */
export function isAdministrator(organization: Snapshot, account: string): boolean {
  const delegated = idsIn(organization, 'organizations:ListDelegatedAdministrators', 'DelegatedAdministrators') ?? [];
  const management = managementAccount(organization);
  return management === undefined || management === account || delegated.includes(account);
}

/** The account that manages the organization; undefined where the snapshot does not say. */
export function managementAccount({ responses }: Snapshot): unknown {
  const answer = responses['organizations:DescribeOrganization'];
  const organization: unknown = isObject(answer) ? answer['Organization'] : undefined;
  return isObject(organization) ? organization['MasterAccountId'] : undefined;
}

function idsIn({ responses }: Snapshot, operation: string, list: string): readonly unknown[] | undefined {
  const answer = responses[operation];
  const items: unknown = isObject(answer) ? answer[list] : undefined;
  return Array.isArray(items) ? items.filter(isObject).map((item) => item['Id']) : undefined;
}
