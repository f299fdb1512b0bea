import { changingActions } from './changing-actions.ts';
import { holds } from './holds.ts';
import type { CompiledPolicy } from '../policy/compiled-policy.ts';
import type { Attachment, Identity } from './identity.ts';
import { named, targetsOf } from './targets.ts';
import type { World } from './world.ts';

/** Who each principal might give more than that one has, or less that denies: worth becoming for that alone. */
export function worthChanging(world: World): (actor: Identity) => ReadonlySet<Identity> {
  const users = targetsOf(world.users);
  const roles = targetsOf(world.roles);
  const groups = targetsOf([...world.groups.values()]);
  const policies = targetsOf([...world.managed.values()].filter(({ isCustomer }) => isCustomer));
  const members = gathered(world.users, (user) => user.groups);
  const carriers = gathered([...world.users, ...world.roles], ({ attachments, boundary }) => [
    ...attachments.flatMap(({ policy, kind }) => (kind === 'managed' ? [policy.id] : [])),
    ...(boundary ? [boundary.arn] : []),
  ]);
  const known = new Map<Identity, ReadonlySet<Identity>>();
  const find = (actor: Identity): ReadonlySet<Identity> => {
    const found = new Set<Identity>();
    const add = (identities: Iterable<Identity>): void => {
      for (const identity of identities) found.add(identity);
    };
    for (const action of changingActions.users) if (holds(actor, action)) add(named(actor, action, users));
    for (const action of changingActions.roles) if (holds(actor, action)) add(named(actor, action, roles));
    for (const action of changingActions.groups) {
      if (!holds(actor, action)) continue;
      for (const { arn } of named(actor, action, groups))
        add(action === 'iam:AddUserToGroup' ? world.users : (members.get(arn) ?? []));
    }
    for (const action of changingActions.policies) {
      if (!holds(actor, action)) continue;
      for (const { arn } of named(actor, action, policies)) add(carriers.get(arn) ?? []);
    }
    return found;
  };
  return (actor) => {
    const found = known.get(actor) ?? find(actor);
    known.set(actor, found);
    return found;
  };
}

/**
 * Somebody who has every policy that these could come to have by joining groups, attaching policies or setting other
 * versions: whom he might change, one of them might.
 */
export function collective(actors: readonly Identity[], world: World): Identity {
  const groups = targetsOf([...world.groups.values()]);
  const policies = targetsOf([...world.managed.values()]);
  const gained = new Set<CompiledPolicy>();
  for (const actor of actors) {
    if (holds(actor, 'iam:AddUserToGroup'))
      for (const { attachments } of named(actor, 'iam:AddUserToGroup', groups))
        for (const { policy } of attachments) gained.add(policy);
    if (holds(actor, 'iam:SetDefaultPolicyVersion'))
      for (const { others } of named(actor, 'iam:SetDefaultPolicyVersion', policies))
        for (const policy of others) gained.add(policy);
    if (attaching.some((action) => holds(actor, action)))
      for (const { policy } of world.strongPolicies) if (policy && policy !== world.everything) gained.add(policy);
  }
  const attachments = [...gained].map((policy): Attachment => ({ policy, kind: 'managed' }));
  return world.form(world.mint('role', 'collective'), { attachments });
}

const attaching = ['iam:AttachUserPolicy', 'iam:AttachRolePolicy', 'iam:AttachGroupPolicy'];

/** Identities by each of the things that they have. */
function gathered(
  identities: readonly Identity[],
  things: (identity: Identity) => readonly string[],
): ReadonlyMap<string, readonly Identity[]> {
  const found = new Map<string, Identity[]>();
  for (const identity of identities) {
    for (const thing of new Set(things(identity))) {
      const known = found.get(thing);
      if (known) known.push(identity);
      else found.set(thing, [identity]);
    }
  }
  return found;
}
