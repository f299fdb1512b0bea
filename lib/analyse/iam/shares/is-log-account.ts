import type { PolicyKind } from '../../../model/aws/resource-policy.ts';
import accounts from './log-accounts.json' with { type: 'json' };

/**
 * Accounts of AWS's own from which services put reports into buckets, where policies name no service for it: those of load
 * balancers by region ("Enable access logs for your Application Load Balancer", as the AWS CDK's region-info lists them),
 * of CloudTrail before it had a service principal ("Amazon S3 bucket policy for CloudTrail", example with account IDs), and
 * of billing ("Setting up an Amazon S3 bucket for reports").
 */
const logAccounts: ReadonlySet<string> = new Set(Object.values(accounts).flat());

/** Whether an account that a policy of this kind names is AWS's own. */
export function isLogAccount(account: string, kind: PolicyKind): boolean {
  return kind === 's3-bucket' && logAccounts.has(account);
}
