import { compilePolicy } from '../../lib/analyse/iam/policy/compile-policy.ts';
import { ActionMatchers } from '../../lib/analyse/iam/policy/action-matcher.ts';
import { policyLayer } from '../../lib/analyse/iam/policy/decide.ts';
import { policyShares } from '../../lib/analyse/iam/shares/policy-shares.ts';
import type { PolicyKind, ResourcePolicy } from '../../lib/model/aws/resource-policy.ts';
import { account, asOf, type Statement } from './sample-account.ts';

/** The account's own organization. */
export const organization = 'o-sample';

const places: Readonly<Record<PolicyKind, string>> = {
  'backup-vault': `backup:eu-west-1:${account}:backup-vault:orders`,
  'ecr-registry': `ecr:eu-west-1:${account}:repository/*`,
  'ecr-repository': `ecr:eu-west-1:${account}:repository/orders`,
  'efs-file-system': `elasticfilesystem:eu-west-1:${account}:file-system/fs-1`,
  'kms-key': `kms:eu-west-1:${account}:key/k-1`,
  'lambda-function': `lambda:eu-west-1:${account}:function:orders`,
  's3-bucket': 's3:::orders',
  secret: `secretsmanager:eu-west-1:${account}:secret:orders-AbCdEf`,
  'sns-topic': `sns:eu-west-1:${account}:orders`,
  'sqs-queue': `sqs:eu-west-1:${account}:orders`,
};

/** The ARN of the resource of each kind that tests share. */
export function arnOf(kind: PolicyKind): string {
  return `arn:aws:${places[kind]}`;
}

interface Above {
  readonly resourceControl?: readonly Statement[];
  /** Absent: nobody could tell. */
  readonly organizationId?: string;
}

/** Whom a policy lets in, as words: `anyone *`, `account 999988887777` … */
export function sharesOf(
  kind: PolicyKind,
  statements: readonly Statement[],
  { resourceControl = [], ...above }: Above = { organizationId: organization },
): readonly string[] {
  const matchers = new ActionMatchers();
  const compile = (Statement: readonly Statement[], id: string) =>
    compilePolicy({ id, name: id }, { Version: '2012-10-17', Statement }, matchers);
  const arn = arnOf(kind);
  const resource: ResourcePolicy = { kind, id: arn, arn, name: arn, operation: 'test:GetPolicy', unread: [] };
  const control = policyLayer('resource-control', [compile(resourceControl, 'p-1')], { mustAllow: false });
  return policyShares(resource, compile(statements, arn), {
    account,
    asOf,
    ...above,
    resourceControl: [control],
  }).map(({ whom, who }) => `${whom} ${who}`);
}
