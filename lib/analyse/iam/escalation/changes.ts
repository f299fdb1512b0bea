import type { KeyState } from '../policy/request.ts';
import type { Need } from '../policy/truth.ts';
import { ask, type Permitted } from './ask.ts';
import { everyAction, holds, holdsAny, maskOf } from './holds.ts';
import type { Attachment, Identity } from './identity.ts';
import { stepBy, type Step } from './step.ts';
import type { ManagedEntry, World } from './world.ts';

/** What an identity becomes when somebody changed its policies, groups, boundary or tags. */
export interface Change {
  readonly form: Identity;
  readonly step: Step;
}

/** Everything that `actor` may change about `subject` (which may be himself) in one step. */
export function changes(actor: Identity, subject: Identity, world: World): readonly Change[] {
  if (!mayChange(actor)) return [];
  const own = subject.isProtected ? [] : subject.kind === 'user' ? userChanges : roleChanges;
  return [...own, ...policyChanges].flatMap((change) => change(actor, subject, world));
}

/** Whether an identity holds any action that changes principals: a quick no for most. */
export function mayChange(actor: Pick<Identity, 'mask'>): boolean {
  return holdsAny(actor, changing);
}

const changing = maskOf([
  'iam:AddUserToGroup',
  'iam:AttachGroupPolicy',
  'iam:AttachRolePolicy',
  'iam:AttachUserPolicy',
  'iam:CreatePolicyVersion',
  'iam:DeleteGroupPolicy',
  'iam:DeleteRolePermissionsBoundary',
  'iam:DeleteRolePolicy',
  'iam:DeleteUserPermissionsBoundary',
  'iam:DeleteUserPolicy',
  'iam:DetachGroupPolicy',
  'iam:DetachRolePolicy',
  'iam:DetachUserPolicy',
  'iam:PutGroupPolicy',
  'iam:PutRolePermissionsBoundary',
  'iam:PutRolePolicy',
  'iam:PutUserPermissionsBoundary',
  'iam:PutUserPolicy',
  'iam:RemoveUserFromGroup',
  'iam:SetDefaultPolicyVersion',
  'iam:TagRole',
  'iam:TagUser',
]);

type ChangesOf = (actor: Identity, subject: Identity, world: World) => readonly Change[];

const userChanges: readonly ChangesOf[] = [put, attach, joinGroup, changeGroup, loseBoundary, loseDenial, tag];
const roleChanges: readonly ChangesOf[] = [put, attach, loseBoundary, loseDenial, tag];
const policyChanges: readonly ChangesOf[] = [newVersion, otherVersion, editBoundary];

/** The actions of one kind of principal, and the ids of the techniques. */
const of = {
  user: { put: 'iam:PutUserPolicy', attach: 'iam:AttachUserPolicy', putId: 'iam-007', attachId: 'iam-008' },
  role: { put: 'iam:PutRolePolicy', attach: 'iam:AttachRolePolicy', putId: 'iam-005', attachId: 'iam-009' },
} as const;

/** The boundary that conditions on `iam:PermissionsBoundary` see: the one that the changed principal has. */
function withBoundary({ boundary }: Identity): Readonly<Record<string, KeyState>> {
  return { 'iam:permissionsboundary': { values: boundary ? [boundary.arn] : [] } };
}

function withEverything(subject: Identity, { everything }: World, kept: readonly Attachment[]): readonly Attachment[] {
  return [...kept, { policy: everything, kind: 'managed' }];
}

/** An inline policy of one's own writing, which may also take the place of one that denies. */
function put(actor: Identity, subject: Identity, world: World): readonly Change[] {
  const { put: action, putId } = of[subject.kind];
  const call = ask(actor, action, subject.arn, world, { fixed: withBoundary(subject) });
  if (!call) return [];
  const kept = subject.attachments.filter(({ kind, group, policy }) => kind !== 'inline' || group || !policy.denies);
  const form = world.form(subject, { attachments: withEverything(subject, world, kept) });
  return [{ form, step: stepBy(putId, actor, subject.arn, [call]) }];
}

/** A managed policy: AdministratorAccess always exists; where only others may be attached, each of these. */
function attach(actor: Identity, subject: Identity, world: World): readonly Change[] {
  const { attach: action, attachId } = of[subject.kind];
  if (!holds(actor, action)) return [];
  const offered = [world.everything.id, ...world.strongPolicies].flatMap((arn) => world.managed.get(arn) ?? []);
  const found: Change[] = [];
  for (const { arn, policy } of few(offered, subject)) {
    const fixed = { ...withBoundary(subject), 'iam:policyarn': { values: [arn] } };
    const call = policy && ask(actor, action, subject.arn, world, { fixed });
    if (!call) continue;
    const form = world.form(subject, { attachments: [...subject.attachments, { policy, kind: 'managed' }] });
    found.push({ form, step: stepBy(attachId, actor, subject.arn, [call]) });
    if (arn === world.everything.id) break;
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

function joinGroup(actor: Identity, subject: Identity, world: World): readonly Change[] {
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
function changeGroup(actor: Identity, subject: Identity, world: World): readonly Change[] {
  return subject.groups.flatMap((group): Change[] => {
    const found: Change[] = [];
    const ofGroup = (attachment: Attachment): boolean => attachment.group === group;
    const putting = ask(actor, 'iam:PutGroupPolicy', group, world);
    const kept = subject.attachments.filter((each) => !(ofGroup(each) && each.kind === 'inline' && each.policy.denies));
    if (putting) {
      const form = world.form(subject, { attachments: withEverything(subject, world, kept) });
      found.push({ form, step: stepBy('iam-011', actor, group, [putting]) });
    }
    const fixed = { 'iam:policyarn': { values: [world.everything.id] } };
    const attaching = ask(actor, 'iam:AttachGroupPolicy', group, world, { fixed });
    if (attaching) {
      const attachments = withEverything(subject, world, subject.attachments);
      found.push({
        form: world.form(subject, { attachments }),
        step: stepBy('iam-010', actor, group, [attaching]),
      });
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
function loseDenial(actor: Identity, subject: Identity, world: World): readonly Change[] {
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

function loseBoundary(actor: Identity, subject: Identity, world: World): readonly Change[] {
  const { boundary } = subject;
  if (!boundary) return [];
  const kind = subject.kind === 'user' ? 'User' : 'Role';
  const free = world.form(subject, { boundary: null });
  const fixed = withBoundary(subject);
  const deleting = ask(actor, `iam:Delete${kind}PermissionsBoundary`, subject.arn, world, { fixed });
  if (deleting)
    return [{ form: free, step: stepBy(kind === 'User' ? 'iam-022' : 'iam-023', actor, subject.arn, [deleting]) }];
  const replacing = ask(actor, `iam:Put${kind}PermissionsBoundary`, subject.arn, world, {
    fixed: { 'iam:permissionsboundary': { values: [world.everything.id] } },
  });
  return replacing ? [{ form: free, step: stepBy('x-replace-boundary', actor, subject.arn, [replacing]) }] : [];
}

function editBoundary(actor: Identity, subject: Identity, world: World): readonly Change[] {
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

/** What publishing a new default version takes: a policy has at most five versions. */
function publish(actor: Identity, { arn, versions }: ManagedEntry, world: World): readonly Permitted[] | undefined {
  const creating = ask(actor, 'iam:CreatePolicyVersion', arn, world);
  if (!creating || versions < 5) return creating && [creating];
  const deleting = ask(actor, 'iam:DeletePolicyVersion', arn, world);
  return deleting && [deleting, creating];
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

/** Tags of one's own choosing, where a trust policy or grant asks for them. */
function tag(actor: Identity, subject: Identity, world: World): readonly Change[] {
  if (subject.tagsAreFree || !world.asksForTags) return [];
  const call = ask(actor, subject.kind === 'user' ? 'iam:TagUser' : 'iam:TagRole', subject.arn, world);
  if (!call) return [];
  const form = world.form(subject, { tagsAreFree: true });
  return [{ form, step: stepBy('x-tag-self', actor, subject.arn, [call]) }];
}
