import type { CollectContext } from '../collect/aws/collect-context.ts';
import { readOrganization } from '../collect/aws/organization.ts';
import type { AwsSession } from '../collect/aws/session.ts';
import { OperatorError } from '../model/operator-error.ts';
import type { CollectError, Snapshot } from '../model/snapshot.ts';
import type { AwsTenants } from '../model/standard.ts';

/** The accounts that a run scans. */
export interface ChosenAccounts {
  /** In ascending order. */
  readonly accounts: readonly string[];
  /** The organization's unit; undefined when the caller may not read the organization, or there is none. */
  readonly organization: Promise<Snapshot | undefined>;
}

/** Finds the accounts that the standard names. Throws OperatorError when the organization's cannot be listed. */
export async function chooseAccounts(
  { accounts }: AwsTenants,
  caller: AwsSession,
  context: CollectContext,
): Promise<ChosenAccounts> {
  const reading = readOrganization(caller, context);
  if (accounts !== 'organization') {
    // Named accounts do not depend on it: its policies only narrow what principals may do.
    const organization = reading.then((read) => ('failed' in read ? undefined : read.unit));
    return { accounts: accounts === 'self' ? [caller.account] : [...new Set(accounts)].toSorted(), organization };
  }
  const read = await reading;
  if ('failed' in read) throw notListed(read.failed);
  // Whatever the organization says of the caller's account: it is active, for it asks.
  return { accounts: [...new Set([...read.accounts, caller.account])].toSorted(), organization: read.unit };
}

function notListed({ operation, code, message }: CollectError): OperatorError {
  return new OperatorError({
    ja: `組織のアカウント一覧を取得できません(${operation}、${code}: ${message})。管理アカウントまたは委任管理者の認証情報を使うか、--accounts にIDを列挙してください。`,
    en: `The organization's accounts cannot be listed (${operation}, ${code}: ${message}); use credentials of the management account or a delegated administrator, or give the ids with --accounts.`,
  });
}
