import type { CompiledPolicy } from '../policy/compiled-policy.ts';
import type { KeyState } from '../policy/request.ts';
import { ask, type Permitted } from './ask.ts';
import { withBoundary, withEverything, type Change } from './change.ts';
import { everyAction, holds } from './holds.ts';
import type { Attachment, Identity } from './identity.ts';
import { stepBy } from './step.ts';
import type { World } from './world.ts';

/** The actions of one kind of principal, and the ids of the techniques. */
const of = {
  user: { put: 'iam:PutUserPolicy', attach: 'iam:AttachUserPolicy', putId: 'iam-007', attachId: 'iam-008' },
  role: { put: 'iam:PutRolePolicy', attach: 'iam:AttachRolePolicy', putId: 'iam-005', attachId: 'iam-009' },
} as const;

/** An inline policy of one's own writing, which may also take the place of one that denies. */
export function put(actor: Identity, subject: Identity, world: World): readonly Change[] {
  const { put: action, putId } = of[subject.kind];
  const call = ask(actor, action, subject.arn, world, { fixed: withBoundary(subject) });
  if (!call) return [];
  const kept = subject.attachments.filter(({ kind, group, policy }) => kind !== 'inline' || group || !policy.denies);
  const form = world.form(subject, { attachments: withEverything(subject, world, kept) });
  return [{ form, step: stepBy(putId, actor, subject.arn, [call]) }];
}

/** A managed policy: AdministratorAccess always exists; where only others may be attached, each of these. */
export function attach(actor: Identity, subject: Identity, world: World): readonly Change[] {
  const { attach: action, attachId } = of[subject.kind];
  return attachable(actor, action, subject, world, withBoundary(subject)).map(({ policy, call }): Change => ({
    form: world.form(subject, { attachments: [...subject.attachments, { policy, kind: 'managed' }] }),
    step: stepBy(attachId, actor, subject.arn, [call]),
  }));
}

/** Managed policies that an actor may attach to a principal, or to its group: the widest alone where that may be. */
function attachable(
  actor: Identity,
  action: string,
  subject: Identity,
  world: World,
  fixed: Readonly<Record<string, KeyState>> = {},
  target: string = subject.arn,
): readonly { readonly policy: CompiledPolicy; readonly call: Permitted }[] {
  if (!holds(actor, action)) return [];
  const found = [];
  for (const { arn, policy } of few(world.strongPolicies, subject)) {
    const call =
      policy && ask(actor, action, target, world, { fixed: { ...fixed, 'iam:policyarn': { values: [arn] } } });
    if (!call) continue;
    found.push({ policy, call });
    if (arn === world.everything.id) return found;
  }
  return found;
}

/** Groups or policies tried one after the other at most; of more, only those that allow everything by themselves. */
const mostCombined = 8;

function few<Choice extends { readonly mask: bigint }>(
  choices: readonly Choice[],
  subject: Identity,
): readonly Choice[] {
  if (choices.length <= mostCombined || subject.changes === 0) return choices;
  return choices.filter(({ mask }) => mask === everyAction);
}

/** Another group. */
export function joinGroup(actor: Identity, subject: Identity, world: World): readonly Change[] {
  if (!holds(actor, 'iam:AddUserToGroup')) return [];
  const groups = [...world.groups.values()].filter(({ arn, mask }) => mask !== 0n && !subject.groups.includes(arn));
  return few(groups, subject).flatMap((group): Change[] => {
    const call = ask(actor, 'iam:AddUserToGroup', group.arn, world);
    if (!call) return [];
    const form = world.form(subject, {
      attachments: [...subject.attachments, ...group.attachments],
      groups: [...subject.groups, group.arn],
    });
    return [{ form, step: stepBy('iam-013', actor, group.arn, [call]) }];
  });
}

/** Policies of a group that the subject is in: put, attached, or taken away with what they deny. */
export function changeGroup(actor: Identity, subject: Identity, world: World): readonly Change[] {
  return subject.groups.flatMap((group): Change[] => {
    const found: Change[] = [];
    const ofGroup = (attachment: Attachment): boolean => attachment.group === group;
    const putting = ask(actor, 'iam:PutGroupPolicy', group, world);
    const kept = subject.attachments.filter((each) => !(ofGroup(each) && each.kind === 'inline' && each.policy.denies));
    if (putting) {
      const form = world.form(subject, { attachments: withEverything(subject, world, kept) });
      found.push({ form, step: stepBy('iam-011', actor, group, [putting]) });
    }
    for (const { policy, call } of attachable(actor, 'iam:AttachGroupPolicy', subject, world, {}, group)) {
      const attachments: readonly Attachment[] = [...subject.attachments, { policy, kind: 'managed' }];
      found.push({ form: world.form(subject, { attachments }), step: stepBy('iam-010', actor, group, [call]) });
    }
    if (subject.attachments.some((each) => ofGroup(each) && each.policy.denies)) {
      const leaving = ask(actor, 'iam:RemoveUserFromGroup', group, world);
      const attachments = subject.attachments.filter((each) => !ofGroup(each));
      if (leaving) {
        const form = world.form(subject, {
          attachments,
          groups: subject.groups.filter((each) => each !== group),
        });
        found.push({ form, step: stepBy('x-deny-removal', actor, group, [leaving]) });
      }
    }
    return found;
  });
}

/** Policies that deny, taken off the principal or its groups. */
export function loseDenial(actor: Identity, subject: Identity, world: World): readonly Change[] {
  return subject.attachments.flatMap((attachment): Change[] => {
    const { policy, kind, group } = attachment;
    if (!policy.denies) return [];
    const owner = group ? 'Group' : subject.kind === 'user' ? 'User' : 'Role';
    const action = kind === 'inline' ? `iam:Delete${owner}Policy` : `iam:Detach${owner}Policy`;
    const fixed: Readonly<Record<string, KeyState>> = {
      ...withBoundary(subject),
      ...(kind === 'managed' && { 'iam:policyarn': { values: [policy.id] } }),
    };
    const call = ask(actor, action, group ?? subject.arn, world, { fixed });
    if (!call) return [];
    const attachments = subject.attachments.filter((each) => each !== attachment);
    return [
      {
        form: world.form(subject, { attachments }),
        step: stepBy('x-deny-removal', actor, group ?? subject.arn, [call]),
      },
    ];
  });
}
