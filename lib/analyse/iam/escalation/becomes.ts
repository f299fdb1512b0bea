import type { RoleCarrierKind } from '../../../model/aws/role-carrier.ts';
import { anyValue, type KeyState } from '../policy/request.ts';
import { ask, askForNew, askOn, type Permitted } from './ask.ts';
import { decideAssumeRole } from './assume-role.ts';
import { carrierServices } from './carrier-services.ts';
import { existingResourceTechniques, type ExistingResourceTechnique } from './existing-resource-techniques.ts';
import type { Identity } from './identity.ts';
import { newResourceTechniques, type NewResourceTechnique } from './new-resource-techniques.ts';
import type { Step } from './step.ts';
import type { World } from './world.ts';
import { holds, holdsAll, maskOf } from './holds.ts';
import { named, targetsOf, type Targets } from './targets.ts';

/** A way in which one identity comes to act as another, of the same account. */
export interface Becoming {
  readonly to: Identity;
  readonly step: Step;
}

/** The identities that are worth becoming, by what takes one there. */
export interface Becomable {
  readonly users: Targets;
  /** Roles that somebody of the account may assume at all. */
  readonly assumable: Targets;
  readonly changeable: Targets;
  /** Roles that a service may assume. */
  readonly passable: Targets;
}

/** Sorts what is worth becoming. */
export function becomable(worthwhile: readonly Identity[], world: World): Becomable {
  const roles = worthwhile.filter(({ kind }) => kind === 'role');
  return {
    users: targetsOf(worthwhile.filter(({ kind }) => kind === 'user')),
    assumable: targetsOf(roles.filter((role) => trustsPrincipals(role, world))),
    changeable: targetsOf(roles.filter((role) => !role.isProtected)),
    passable: targetsOf(roles.filter(({ arn }) => (world.services.get(arn)?.size ?? 0) > 0)),
  };
}

function trustsPrincipals({ arn }: Identity, { trusts }: World): boolean {
  return (trusts.get(arn)?.statements ?? []).some(
    ({ effect, principal }) => effect === 'Allow' && principal && (principal.anyone || principal.aws.length > 0),
  );
}

/** Every way in which `actor` may come to act as somebody else in one step. */
export function becomes(actor: Identity, among: Becomable, world: World): readonly Becoming[] {
  const found: Becoming[] = [];
  const add = (targets: Iterable<Identity>, ways: (target: Identity) => readonly Step[]): void => {
    for (const to of targets) {
      if (to.arn !== actor.arn) found.push(...ways(to).map((each) => ({ to, step: each })));
    }
  };
  for (const action of userActions) {
    if (holds(actor, action)) add(named(actor, action, among.users), (target) => asUser(actor, target, action, world));
  }
  const assumed = holds(actor, 'sts:AssumeRole')
    ? named(actor, 'sts:AssumeRole', among.assumable)
    : new Set<Identity>();
  const trusting = (world.trustedDirectly.get(actor.arn) ?? []).flatMap((arn) => among.assumable.byArn.get(arn) ?? []);
  add(new Set([...assumed, ...trusting]), (target) => assume(actor, target, world));
  if (holds(actor, 'iam:UpdateAssumeRolePolicy')) {
    add(named(actor, 'iam:UpdateAssumeRolePolicy', among.changeable), (target) => rewriteTrust(actor, target, world));
  }
  const making = newResourceTechniques.filter((_, at) => holdsAll(actor, newResourceMasks[at] ?? 0n));
  if (making.length > 0) {
    add(named(actor, 'iam:PassRole', among.passable), (target) => passToNew(actor, target, making, world));
  }
  const using = existingResourceTechniques.filter((_, at) => holdsAll(actor, existingResourceMasks[at] ?? 0n));
  if (using.length > 0) add(among.passable.list, (target) => useExisting(actor, target, using, world));
  return found;
}

const userActions = [
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:UpdateLoginProfile',
  'iam:UpdateAccessKey',
] as const;

const newResourceMasks = newResourceTechniques.map(({ actions }) => maskOf(['iam:PassRole', ...actions]));
const existingResourceMasks = existingResourceTechniques.map(({ actions }) => maskOf(actions));

/** Whether an identity could take a first step at all. */
export function isActive(actor: Identity): boolean {
  return (
    (actor.mask & firstSteps) !== 0n ||
    newResourceMasks.some((mask) => holdsAll(actor, mask)) ||
    existingResourceMasks.some((mask) => holdsAll(actor, mask))
  );
}

const firstSteps = maskOf([
  ...userActions,
  'sts:AssumeRole',
  'iam:AddUserToGroup',
  'iam:AttachGroupPolicy',
  'iam:AttachRolePolicy',
  'iam:AttachUserPolicy',
  'iam:CreatePolicyVersion',
  'iam:CreateRole',
  'iam:CreateUser',
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
  'iam:UpdateAssumeRolePolicy',
]);

function step(
  technique: string,
  actor: Identity,
  target: string,
  calls: readonly Permitted[],
  needs: readonly string[] = [],
): Step {
  return { technique, actor: actor.arn, target, calls, needs };
}

function asUser(actor: Identity, target: Identity, action: string, world: World): readonly Step[] {
  const call = ask(actor, action, target.arn, world);
  if (!call) return [];
  const credentials = world.credentials?.get(target.arn);
  const slots = credentials?.keySlots ?? 0;
  switch (action) {
    case 'iam:CreateAccessKey':
      return newKey(actor, target, call, slots, world);
    case 'iam:CreateLoginProfile':
      if (credentials?.hasPassword) return [];
      return [step('iam-004', actor, target.arn, [call], credentials ? [] : ['credential-report'])];
    case 'iam:UpdateLoginProfile':
      return credentials?.hasPassword === false ? [] : resetPassword(actor, target, call, world);
    default:
      return slots > 0 ? [step('x-reactivate-key', actor, target.arn, [call], [`holds-key ${target.arn}`])] : [];
  }
}

/** A user has at most two keys, and inactive ones count. */
function newKey(actor: Identity, target: Identity, create: Permitted, slots: number, world: World): readonly Step[] {
  if (slots < 2) return [step('iam-002', actor, target.arn, [create])];
  const remove = ask(actor, 'iam:DeleteAccessKey', target.arn, world);
  return remove ? [step('iam-003', actor, target.arn, [remove, create])] : [];
}

/** A new password is of no use where the user's device is asked for, unless the device can be taken off. */
function resetPassword(actor: Identity, target: Identity, update: Permitted, world: World): readonly Step[] {
  const credentials = world.credentials?.get(target.arn);
  if (!credentials) return [step('iam-006', actor, target.arn, [update], ['credential-report'])];
  if (!credentials.hasMfa) return [step('iam-006', actor, target.arn, [update])];
  const deactivate = ask(actor, 'iam:DeactivateMFADevice', target.arn, world);
  return deactivate
    ? [step('x-mfa-bypass', actor, target.arn, [deactivate, update])]
    : [step('iam-006', actor, target.arn, [update], [`target-mfa ${target.arn}`])];
}

function assume(actor: Identity, target: Identity, world: World): readonly Step[] {
  const decision = decideAssumeRole(actor, target, world);
  if (decision.outcome === 'denied') return [];
  const needs = decision.outcome === 'allowed' ? [] : decision.needs;
  return [
    step('sts-001', actor, target.arn, [{ action: 'sts:AssumeRole', resource: target.arn, by: decision.by, needs }]),
  ];
}

/** A trust policy that names the caller is enough, unless something denies sts:AssumeRole. */
function rewriteTrust(actor: Identity, target: Identity, world: World): readonly Step[] {
  if (target.isProtected) return [];
  const fixed = { 'iam:permissionsboundary': { values: target.boundary ? [target.boundary.arn] : [] } };
  const rewrite = ask(actor, 'iam:UpdateAssumeRolePolicy', target.arn, world, { fixed });
  if (!rewrite) return [];
  const layers = actor.layers.map((layer) =>
    layer.kind === 'identity' || layer.kind === 'boundary' ? { ...layer, mustAllow: false } : layer,
  );
  const assuming = ask(actor, 'sts:AssumeRole', target.arn, world, { layers });
  return assuming ? [step('iam-012', actor, target.arn, [rewrite, assuming])] : [];
}

function passToNew(
  actor: Identity,
  target: Identity,
  techniques: readonly NewResourceTechnique[],
  world: World,
): readonly Step[] {
  if (target.isServiceLinked) return [];
  return techniques.flatMap((technique): Step[] => {
    if (!world.services.get(target.arn)?.has(technique.service)) return [];
    const profiles = world.instanceProfiles.get(target.arn) ?? [];
    if (technique.profile === 'existing' && profiles.length === 0) return [];
    const calls = passing(actor, target, technique, world);
    return calls ? [step(technique.id, actor, target.arn, calls, needed(technique.exists))] : [];
  });
}

function passing(
  actor: Identity,
  target: Identity,
  { service, actions }: NewResourceTechnique,
  world: World,
): readonly Permitted[] | undefined {
  const fixed: Readonly<Record<string, KeyState>> = {
    'iam:passedtoservice': { values: [service] },
    'iam:associatedresourcearn': anyValue,
  };
  const pass = ask(actor, 'iam:PassRole', target.arn, world, { fixed });
  if (!pass) return undefined;
  const calls: Permitted[] = [pass];
  for (const action of actions) {
    const called = askForNew(actor, action, world);
    if (!called) return undefined;
    calls.push(...called);
  }
  return calls;
}

/** Resources that run as the role already. Where they were not read, nobody knows whether there is one. */
function useExisting(
  actor: Identity,
  target: Identity,
  techniques: readonly ExistingResourceTechnique[],
  world: World,
): readonly Step[] {
  return techniques.flatMap((technique): readonly Step[] => {
    const { kind, actions, where, exists, id } = technique;
    const ways = (world.carriersOf.get(target.arn) ?? []).flatMap((carrier): Step[] => {
      const fits = carrier.kind === kind && (where ? where(carrier) : true);
      if (fits === false) return [];
      const calls = actions.map((action) => askOn(actor, action, carrier.arn, world));
      if (!calls.every((each) => each !== undefined)) return [];
      const unseenState = fits === undefined ? [`resource ${kind}`] : [];
      return [step(id, actor, carrier.arn, calls.flat(), [...unseenState, ...needed(exists)])];
    });
    if (ways.length > 0 || world.carriersRead.has(kind)) return ways;
    return unseen(actor, target, technique.kind, actions, id, world);
  });
}

function unseen(
  actor: Identity,
  target: Identity,
  kind: RoleCarrierKind,
  actions: readonly string[],
  id: string,
  world: World,
): readonly Step[] {
  if (!world.services.get(target.arn)?.has(carrierServices[kind])) return [];
  const calls = actions.map((action) => askForNew(actor, action, world));
  return calls.every((each) => each !== undefined)
    ? [step(id, actor, target.arn, calls.flat(), [`resource ${kind}`])]
    : [];
}

function needed(exists: string | undefined): readonly string[] {
  return exists ? [`exists ${exists}`] : [];
}
