import { listOf, objectsIn, rawPolicy, type JsonObject } from '../../model/aws/raw-policy.ts';
import { isWorthReducing } from '../../model/aws/worth-reducing.ts';

/** A principal, what it may do at the widest (0: everything), and when it was last used, if that is said. */
interface Candidate {
  readonly arn: string;
  readonly width: number;
  readonly lastUsed: string;
}

/**
 * ARNs of the users and roles whose use is worth asking about, by the answer of iam:GetAccountAuthorizationDetails:
 * those with the widest policies first, then those used last, then by name, so that the same ones come first every time.
 */
export function reducibleArns(details: unknown): readonly string[] {
  const managed = new Map(objectsIn(details, 'Policies').map((policy) => [policy['Arn'], policy]));
  const groups = new Map(objectsIn(details, 'GroupDetailList').map((group) => [group['GroupName'], group]));
  const candidates = [
    ...objectsIn(details, 'UserDetailList').flatMap((user) => {
      const memberOf = listOf(user['GroupList']).flatMap((name): readonly JsonObject[] => [groups.get(name) ?? {}]);
      return candidate(user, 'user', [
        ...documentsOf(user, 'UserPolicyList', managed),
        ...memberOf.flatMap((group) => documentsOf(group, 'GroupPolicyList', managed)),
      ]);
    }),
    ...objectsIn(details, 'RoleDetailList').flatMap((role) =>
      candidate(role, 'role', documentsOf(role, 'RolePolicyList', managed)),
    ),
  ];
  return candidates.toSorted(byPriority).map(({ arn }) => arn);
}

function candidate(entity: JsonObject, kind: 'user' | 'role', documents: readonly unknown[]): Candidate[] {
  const { Arn: arn, Path: path } = entity;
  const lists = ['AttachedManagedPolicies', 'UserPolicyList', 'RolePolicyList', 'GroupList'];
  const holds = lists.reduce((sum, name) => sum + listOf(entity[name]).length, 0);
  const lastUsed = objectsIn(entity, 'RoleLastUsed')[0]?.['LastUsedDate'];
  if (typeof arn !== 'string' || !isWorthReducing({ kind, path: String(path), holds, lastUsed })) return [];
  const width = documents.reduce<number>((least, document) => Math.min(least, widthOf(document)), 2);
  return [{ arn, width, lastUsed: typeof lastUsed === 'string' ? lastUsed : '' }];
}

function documentsOf(
  entity: JsonObject,
  inline: string,
  managed: ReadonlyMap<unknown, JsonObject>,
): readonly unknown[] {
  const attached = objectsIn(entity, 'AttachedManagedPolicies').flatMap(
    ({ PolicyArn }) => managed.get(PolicyArn) ?? [],
  );
  const versions = attached.flatMap((policy) => objectsIn(policy, 'PolicyVersionList'));
  return [
    ...objectsIn(entity, inline).map(({ PolicyDocument }) => PolicyDocument),
    ...versions.filter(({ IsDefaultVersion }) => IsDefaultVersion === true).map(({ Document }) => Document),
  ];
}

/** 0: names no service; 1: the whole of a service; 2: less. What cannot be read may allow anything. */
function widthOf(document: unknown): number {
  const policy = rawPolicy(document);
  if (!policy) return 0;
  const allowed = objectsIn(policy, 'Statement').filter(({ Effect }) => Effect === 'Allow');
  const actions = allowed.flatMap(({ Action }) => listOf(Action)).map(String);
  if (allowed.some((statement) => 'NotAction' in statement) || actions.some((action) => action.startsWith('*')))
    return 0;
  return actions.some((action) => action.endsWith(':*')) ? 1 : 2;
}

function byPriority(one: Candidate, other: Candidate): number {
  if (one.width !== other.width) return one.width - other.width;
  if (one.lastUsed !== other.lastUsed) return one.lastUsed > other.lastUsed ? -1 : 1;
  return one.arn < other.arn ? -1 : 1;
}
