import { ask } from './ask.ts';
import { withBoundary, type Change } from './change.ts';
import type { Identity } from './identity.ts';
import { publish } from './publish.ts';
import { stepBy } from './step.ts';
import { widePolicies } from './wide-policies.ts';
import type { World } from './world.ts';

/** The subject's boundary taken off, or replaced by one that allows everything. */
export function loseBoundary(actor: Identity, subject: Identity, world: World): readonly Change[] {
  const { boundary } = subject;
  if (!boundary) return [];
  const kind = subject.kind === 'user' ? 'User' : 'Role';
  const free = world.form(subject, { boundary: null });
  const fixed = withBoundary(subject);
  const deleting = ask(actor, `iam:Delete${kind}PermissionsBoundary`, subject.arn, world, { fixed });
  if (deleting)
    return [{ form: free, step: stepBy(kind === 'User' ? 'iam-022' : 'iam-023', actor, subject.arn, [deleting]) }];
  for (const arn of widePolicies(world)) {
    const replacing = ask(actor, `iam:Put${kind}PermissionsBoundary`, subject.arn, world, {
      fixed: { 'iam:permissionsboundary': { values: [arn] } },
    });
    if (replacing) return [{ form: free, step: stepBy('x-replace-boundary', actor, subject.arn, [replacing]) }];
  }
  return [];
}

/** The policy that is the subject's boundary, rewritten. */
export function editBoundary(actor: Identity, subject: Identity, world: World): readonly Change[] {
  const entry = subject.boundary && world.managed.get(subject.boundary.arn);
  if (!entry?.isCustomer) return [];
  const calls = publish(actor, entry, world);
  const free = { form: world.form(subject, { boundary: null }) };
  if (calls) return [{ ...free, step: stepBy('x-edit-boundary-policy', actor, entry.arn, calls) }];
  const setting = ask(actor, 'iam:SetDefaultPolicyVersion', entry.arn, world);
  if (!setting) return [];
  return entry.others.map((policy) => ({
    form: world.form(subject, { boundary: { arn: entry.arn, policy } }),
    step: stepBy('x-edit-boundary-policy', actor, entry.arn, [setting]),
  }));
}
