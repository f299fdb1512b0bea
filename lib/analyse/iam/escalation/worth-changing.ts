import type { Identity } from './identity.ts';
import { holds } from './holds.ts';
import { globMatches } from '../policy/glob.ts';
import { named, targetsOf } from './targets.ts';
import type { World } from './world.ts';

const onUsers = [
  'iam:PutUserPolicy',
  'iam:AttachUserPolicy',
  'iam:DeleteUserPermissionsBoundary',
  'iam:PutUserPermissionsBoundary',
  'iam:TagUser',
];
const onRoles = [
  'iam:PutRolePolicy',
  'iam:AttachRolePolicy',
  'iam:DeleteRolePermissionsBoundary',
  'iam:PutRolePermissionsBoundary',
  'iam:TagRole',
];
const onGroups = ['iam:AddUserToGroup', 'iam:PutGroupPolicy', 'iam:AttachGroupPolicy'];
const onPolicies = ['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion'];

/** The principals that somebody might give more than they have: worth becoming for that alone. */
export function worthChanging(actors: readonly Identity[], world: World): ReadonlySet<Identity> {
  const users = targetsOf(world.users);
  const roles = targetsOf(world.roles);
  const found = new Set<Identity>();
  const add = (identities: Iterable<Identity>): void => {
    for (const identity of identities) found.add(identity);
  };
  for (const actor of actors) {
    for (const action of onUsers) if (holds(actor, action)) add(named(actor, action, users));
    for (const action of onRoles) if (holds(actor, action)) add(named(actor, action, roles));
    if (holds(actor, 'iam:AddUserToGroup')) add(world.users);
    else if (onGroups.some((action) => holds(actor, action)))
      add(world.users.filter(({ groups }) => groups.length > 0));
    for (const action of onPolicies) if (holds(actor, action)) add(carrying(actor, action, world));
  }
  return found;
}

/** Principals that carry, or are bounded by, a customer policy that the actor may change. */
function carrying(actor: Identity, action: string, world: World): readonly Identity[] {
  const patterns = (actor.layers[0]?.about(action.toLowerCase()).allow ?? []).flatMap(({ resources, notResource }) =>
    notResource ? ['*'] : resources.map(({ text, variables }) => (variables ? '*' : text)),
  );
  const policies = new Set(
    [...world.managed.values()].flatMap(({ arn, isCustomer }) =>
      isCustomer && patterns.some((pattern) => globMatches(pattern, arn)) ? [arn] : [],
    ),
  );
  return [...world.users, ...world.roles].filter(
    ({ attachments, boundary }) =>
      attachments.some(({ policy }) => policies.has(policy.id)) ||
      (boundary !== undefined && policies.has(boundary.arn)),
  );
}
