import { ask, type Permitted } from './ask.ts';
import type { Identity } from './identity.ts';
import type { ManagedEntry, World } from './world.ts';

/** What publishing a new default version takes: a policy has at most five versions. */
export function publish(
  actor: Identity,
  { arn, versions }: ManagedEntry,
  world: World,
): readonly Permitted[] | undefined {
  const creating = ask(actor, 'iam:CreatePolicyVersion', arn, world);
  if (!creating || versions < 5) return creating && [creating];
  const deleting = ask(actor, 'iam:DeletePolicyVersion', arn, world);
  return deleting && [deleting, creating];
}
