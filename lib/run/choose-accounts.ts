import type { CollectContext } from '../collect/aws/collect-context.ts';
import { activeAccounts, collectOrganization } from '../collect/aws/organization.ts';
import type { AwsSession } from '../collect/aws/session.ts';
import { OperatorError } from '../model/operator-error.ts';
import type { CollectError, Snapshot } from '../model/snapshot.ts';
import type { AwsTenants } from '../model/standard.ts';

/** The accounts that a run scans. */
export interface ChosenAccounts {
  /** In ascending order. */
  readonly accounts: readonly string[];
  /** The organization's unit, when the accounts were taken from it. */
  readonly organization?: Snapshot;
}

/** Finds the accounts that the standard names. Throws OperatorError when the organization's cannot be listed. */
export async function chooseAccounts(
  { accounts }: AwsTenants,
  caller: AwsSession,
  context: CollectContext,
): Promise<ChosenAccounts> {
  if (accounts === 'self') return { accounts: [caller.account] };
  if (accounts !== 'organization') return { accounts: [...new Set(accounts)].toSorted() };
  const read = await collectOrganization(caller, context);
  if ('failed' in read) throw notListed(read.failed);
  const active = activeAccounts(read.snapshot);
  const failed = read.snapshot.errors[0];
  if (!active)
    throw notListed(failed ?? { operation: 'organizations:ListAccounts', code: 'NotCollected', message: '' });
  // Whatever the organization says of the caller's account: it is active, for it asks.
  return { accounts: [...new Set([...active, caller.account])].toSorted(), organization: read.snapshot };
}

function notListed({ operation, code, message }: CollectError): OperatorError {
  return new OperatorError({
    ja: `組織のアカウント一覧を取得できません(${operation}、${code}: ${message})。管理アカウントまたは委任管理者の認証情報を使うか、--accounts にIDを列挙してください。`,
    en: `The organization's accounts cannot be listed (${operation}, ${code}: ${message}); use credentials of the management account or a delegated administrator, or give the ids with --accounts.`,
  });
}
