import { listOf, objectsIn, rawPolicy, type JsonObject } from './raw-policy.ts';

/** What an account's policies allow, as far as it is not simply everything. */
export interface HeldActions {
  /** Whether a policy allows the action to somebody who does not hold every action anyway. */
  include(action: string): boolean;
}

type Pattern = (action: string) => boolean;

/**
 * Which actions somebody holds, by the answer of iam:GetAccountAuthorizationDetails: those that an Allow statement of an
 * inline policy or of a managed policy's default version names. Deny statements, conditions and boundaries are not
 * weighed, so that the answer errs on the side of asking. Two kinds of statement do not count: all actions on all
 * resources, because who holds everything needs no detour; and those of policies that only service-linked roles can have
 * ("Using service-linked roles", IAM User Guide), because nobody can pass or assume these.
 */
export function heldActions(details: unknown): HeldActions {
  const patterns = documentsOf(details).flatMap(patternsOf);
  return { include: (action) => patterns.some((allows) => allows(action.toLowerCase())) };
}

function documentsOf(details: unknown): readonly unknown[] {
  const embedded = [
    'UserDetailList UserPolicyList',
    'GroupDetailList GroupPolicyList',
    'RoleDetailList RolePolicyList',
  ];
  const inline = embedded.flatMap((names) => {
    const [entities = '', policies = ''] = names.split(' ');
    return objectsIn(details, entities).flatMap((entity) => objectsIn(entity, policies));
  });
  const managed = objectsIn(details, 'Policies')
    .filter(({ Arn }) => !String(Arn).includes(':policy/aws-service-role/'))
    .flatMap((policy) => objectsIn(policy, 'PolicyVersionList'))
    .filter(({ IsDefaultVersion }) => IsDefaultVersion === true);
  return [...inline.map(({ PolicyDocument }) => PolicyDocument), ...managed.map(({ Document }) => Document)];
}

/** The actions that a document allows. One that cannot be read may allow anything. */
function patternsOf(document: unknown): readonly Pattern[] {
  const parsed = rawPolicy(document);
  if (!parsed) return [() => true];
  return objectsIn(parsed, 'Statement')
    .filter((statement) => statement['Effect'] === 'Allow' && !allowsAll(statement))
    .map(patternOf);
}

function patternOf(statement: JsonObject): Pattern {
  const named = wildcards(statement['Action']);
  const others = wildcards(statement['NotAction']);
  if ('NotAction' in statement) return (action) => !others.some((pattern) => pattern.test(action));
  return (action) => named.some((pattern) => pattern.test(action));
}

function allowsAll(statement: JsonObject): boolean {
  return (
    listOf(statement['Action']).some((action) => /^\*+(:\*+)?$/.test(String(action))) &&
    listOf(statement['Resource']).some((resource) => /^\*+$/.test(String(resource)))
  );
}

/** Names of actions: `*` stands for any characters, `?` for one, and case does not matter ("Action", IAM User Guide). */
function wildcards(names: unknown): readonly RegExp[] {
  return listOf(names).map((name) => {
    const escaped = String(name).replaceAll(/[.+^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`^${escaped.replaceAll(/\*+/g, '.*').replaceAll('?', '.')}$`, 'is');
  });
}
