import type { CompiledPolicy } from '../policy/compiled-policy.ts';
import type { KeyState } from '../policy/request.ts';
import { ask, type Permitted } from './ask.ts';
import { everyAction, holds, holdsAny, maskOf } from './holds.ts';
import type { Attachment, Identity } from './identity.ts';
import { stepBy, type Step } from './step.ts';
import { widePolicies } from './wide-policies.ts';
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

/** Guardrails first: of chains of the same length, the one that reads as it would be done. */
const userChanges: readonly ChangesOf[] = [loseBoundary, loseDenial, put, attach, joinGroup, changeGroup, tag];
const roleChanges: readonly ChangesOf[] = [loseBoundary, loseDenial, put, attach, tag];
const policyChanges: readonly ChangesOf[] = [editBoundary, newVersion, otherVersion];

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
  for (const arn of widePolicies(world)) {
    const replacing = ask(actor, `iam:Put${kind}PermissionsBoundary`, subject.arn, world, {
      fixed: { 'iam:permissionsboundary': { values: [arn] } },
    });
    if (replacing) return [{ form: free, step: stepBy('x-replace-boundary', actor, subject.arn, [replacing]) }];
  }
  return [];
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

/** Tags of one's own choosing, where a trust policy or grant asks for them: any, or those that the permission leaves. */
function tag(actor: Identity, subject: Identity, world: World): readonly Change[] {
  const action = subject.kind === 'user' ? 'iam:TagUser' : 'iam:TagRole';
  if (subject.tagsAreFree || world.askedTags.size === 0 || !holds(actor, action)) return [];
  const setting = (tags: Readonly<Record<string, string>>): Permitted | undefined =>
    ask(actor, action, subject.arn, world, { fixed: carrying(tags, spellings(actor, action), world) });
  const any = setting(Object.fromEntries([...world.askedTags.keys()].map((name) => [name, 'tenken'])));
  if (any) {
    const form = world.form(subject, { tagsAreFree: true });
    return [{ form, step: stepBy('x-tag-self', actor, subject.arn, [any]) }];
  }
  return [...world.askedTags].flatMap(([name, values]) =>
    [...values].flatMap((value): Change[] => {
      const call = setting({ [name]: value });
      if (!call) return [];
      const kept = Object.entries(subject.tags).filter(([key]) => key.toLowerCase() !== name);
      const tags = { ...Object.fromEntries(kept), [name]: value };
      const form = world.form(subject, { tags });
      return [{ form, step: stepBy('x-tag-self', actor, subject.arn, [call]) }];
    }),
  );
}

/** The keys of a call that sets these tags of all that policies ask for. */
function carrying(
  tags: Readonly<Record<string, string>>,
  spelt: ReadonlyMap<string, string>,
  { askedTags }: World,
): Readonly<Record<string, KeyState>> {
  const requested = [...askedTags.keys()].map((name): [string, KeyState] => {
    const value = tags[name];
    return [`aws:requesttag/${name}`, { values: value === undefined ? [] : [value] }];
  });
  const keys = Object.keys(tags).map((name) => spelt.get(name) ?? name);
  return { ...Object.fromEntries(requested), 'aws:tagkeys': { values: keys } };
}

/** How the permission spells the tags that it limits the caller to: keys of tags are compared with case there. */
function spellings(actor: Identity, action: string): ReadonlyMap<string, string> {
  const { allow = [] } = actor.layers[0]?.about(action.toLowerCase()) ?? {};
  const limited = allow.flatMap(({ conditions }) => conditions.filter(({ key }) => key === 'aws:tagkeys'));
  return new Map(limited.flatMap(({ values }) => values.map((value) => [value.toLowerCase(), value] as const)));
}
