import type { PolicyKind, ResourcePolicy } from '../../../model/aws/resource-policy.ts';
import { actionsByService } from '../catalogue/action-catalogue.ts';
import rcpServices from '../catalogue/rcp-services.json' with { type: 'json' };
import type { CompiledStatement } from '../policy/compiled-policy.ts';
import { globMatches } from '../policy/glob.ts';
import type { Need } from '../policy/truth.ts';

/** Prefix of the IAM actions that each kind's policies are about. */
const services: Readonly<Record<PolicyKind, string>> = {
  'backup-vault': 'backup',
  'ecr-registry': 'ecr',
  'ecr-repository': 'ecr',
  'efs-file-system': 'elasticfilesystem',
  'kms-key': 'kms',
  'lambda-function': 'lambda',
  's3-bucket': 's3',
  secret: 'secretsmanager',
  'sns-topic': 'sns',
  'sqs-queue': 'sqs',
};

/** The actions of a kind's service, in lower case. */
export function actionsOf(kind: PolicyKind): readonly string[] {
  return (actionsByService.get(services[kind]) ?? []).map(({ id }) => id.toLowerCase());
}

/** Whether resource control policies apply to a kind ("Resource control policies", AWS Organizations User Guide). */
export function isUnderResourceControl(kind: PolicyKind): boolean {
  return rcpServices.includes(services[kind]);
}

/**
 * Examples of what an action is called upon where a statement allows it: the resource itself, what is in it, and what the
 * statement names of that.
 */
export function resourcesFor(
  action: string,
  { kind, arn }: Pick<ResourcePolicy, 'kind' | 'arn'>,
  { resources, notResource }: CompiledStatement,
): readonly string[] {
  const named = notResource ? [] : resources.map(({ text }) => text);
  if (kind === 's3-bucket') return isOnObjects(action) ? objectsOf(arn, named) : [arn];
  // Both policies are about things that have ARNs of their own: recovery points, and repositories to come.
  if (kind === 'backup-vault' || kind === 'ecr-registry') {
    return [literal(arn), ...named.filter((text) => text !== '*').map(literal)];
  }
  return [arn];
}

/** Whether an action of S3 is about objects ("Actions, resources, and condition keys for Amazon S3"). */
export function isOnObjects(action: string): boolean {
  if (/objectlockconfiguration|forobjectlambda|listbucketmultipart/i.test(action)) return false;
  return /object|multipartupload|:replicate|:initiatereplication|:bypassgovernance/i.test(action);
}

/** Names of buckets hold no slash: what follows the first one names objects. */
function objectsOf(arn: string, named: readonly string[]): readonly string[] {
  const within = named.flatMap((text) => {
    const [bucket = '', ...rest] = text.split('/');
    return rest.length > 0 && globMatches(bucket, arn) ? [`${arn}/${literal(rest.join('/'))}`] : [];
  });
  return [...new Set([`${arn}/tenken`, ...within])];
}

function literal(pattern: string): string {
  return pattern.replaceAll(/\$\{[^}]*\}|\*/g, 'tenken').replaceAll('?', 'x');
}

/** What an action asks for beside its permission, by the way on which it comes. */
export function needsOfAction(action: string): readonly Need[] {
  // NFS clients come through mount targets, which stand in networks ("How Amazon EFS works with IAM").
  if (action.startsWith('elasticfilesystem:client')) return ['private-network'];
  return action === 'lambda:invokefunctionurl' ? ['function-url'] : [];
}
