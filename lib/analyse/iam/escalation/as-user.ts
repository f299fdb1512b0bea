import { ask, type Permitted } from './ask.ts';
import type { Identity } from './identity.ts';
import { stepBy, type Step } from './step.ts';
import type { World } from './world.ts';

/** Actions that let one sign in as a user. */
export const userActions = [
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:UpdateLoginProfile',
  'iam:UpdateAccessKey',
] as const;

/** How an actor comes to sign in as a user by one of {@link userActions}. */
export function asUser(
  actor: Identity,
  target: Identity,
  action: (typeof userActions)[number],
  world: World,
): readonly Step[] {
  const call = ask(actor, action, target.arn, world);
  if (!call) return [];
  const credentials = world.credentials?.get(target.arn);
  const slots = credentials?.keySlots ?? 0;
  switch (action) {
    case 'iam:CreateAccessKey':
      return newKey(actor, target, call, slots, world);
    case 'iam:CreateLoginProfile':
      if (credentials?.hasPassword) return [];
      return [stepBy('iam-004', actor, target.arn, [call], credentials ? [] : ['credential-report'])];
    case 'iam:UpdateLoginProfile':
      return credentials?.hasPassword === false ? [] : resetPassword(actor, target, call, world);
    case 'iam:UpdateAccessKey':
      return slots > 0 ? [stepBy('x-reactivate-key', actor, target.arn, [call], [`holds-key ${target.arn}`])] : [];
  }
}

/** A user has at most two keys, and inactive ones count. */
function newKey(actor: Identity, target: Identity, create: Permitted, slots: number, world: World): readonly Step[] {
  if (slots < 2) return [stepBy('iam-002', actor, target.arn, [create])];
  const remove = ask(actor, 'iam:DeleteAccessKey', target.arn, world);
  return remove ? [stepBy('iam-003', actor, target.arn, [remove, create])] : [];
}

/** A new password is of no use where the user's device is asked for, unless the device can be taken off. */
function resetPassword(actor: Identity, target: Identity, update: Permitted, world: World): readonly Step[] {
  const credentials = world.credentials?.get(target.arn);
  if (!credentials) return [stepBy('iam-006', actor, target.arn, [update], ['credential-report'])];
  if (!credentials.hasMfa) return [stepBy('iam-006', actor, target.arn, [update])];
  const deactivate = ask(actor, 'iam:DeactivateMFADevice', target.arn, world);
  return deactivate
    ? [stepBy('x-mfa-bypass', actor, target.arn, [deactivate, update])]
    : [stepBy('iam-006', actor, target.arn, [update], [`target-mfa ${target.arn}`])];
}
