import { ask } from './ask.ts';
import { withEverything, type Change } from './change.ts';
import type { Identity } from './identity.ts';
import { publish } from './publish.ts';
import { stepBy } from './step.ts';
import type { ManagedEntry, World } from './world.ts';

/** Versions of the subject's customer policies: a new one, or one that is there already. */
export function versions(actor: Identity, subject: Identity, world: World): readonly Change[] {
  return [...newVersion(actor, subject, world), ...otherVersion(actor, subject, world)];
}

function newVersion(actor: Identity, subject: Identity, world: World): readonly Change[] {
  return customerPolicies(subject, world).flatMap((entry): Change[] => {
    const calls = publish(actor, entry, world);
    if (!calls) return [];
    const kept = subject.attachments.filter(({ policy }) => policy !== entry.policy);
    const form = world.form(subject, { attachments: withEverything(subject, world, kept) });
    return [{ form, step: stepBy('iam-001', actor, entry.arn, calls) }];
  });
}

function otherVersion(actor: Identity, subject: Identity, world: World): readonly Change[] {
  return customerPolicies(subject, world).flatMap((entry): Change[] => {
    if (entry.others.length === 0) return [];
    const call = ask(actor, 'iam:SetDefaultPolicyVersion', entry.arn, world);
    if (!call) return [];
    return entry.others.map((policy) => ({
      form: world.form(subject, {
        attachments: subject.attachments.map((each) => (each.policy === entry.policy ? { ...each, policy } : each)),
      }),
      step: stepBy('x-set-default-policy-version', actor, entry.arn, [call]),
    }));
  });
}

function customerPolicies(subject: Identity, { managed }: World): readonly ManagedEntry[] {
  const entries = subject.attachments.flatMap(
    ({ policy, kind }) => (kind === 'managed' && managed.get(policy.id)) || [],
  );
  return [...new Set(entries)].filter(({ isCustomer }) => isCustomer);
}
