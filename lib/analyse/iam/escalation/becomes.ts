import { anyValue, type KeyState } from '../policy/request.ts';
import { ask, askForNew, askOn, type Permitted } from './ask.ts';
import { decideAssumeRole } from './assume-role.ts';
import { mayChange } from './changes.ts';
import { carrierServices } from './carrier-services.ts';
import { existingResourceTechniques, type ExistingResourceTechnique } from './existing-resource-techniques.ts';
import type { Identity } from './identity.ts';
import { newResourceTechniques, type NewResourceTechnique } from './new-resource-techniques.ts';
import type { Step } from './step.ts';
import type { World } from './world.ts';
import { holds, holdsAll, holdsAny, maskOf } from './holds.ts';
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
  const onNew = callsOnNew(actor, world);
  const { making, using } = techniquesInReach(actor);
  if (making.length > 0) {
    add(named(actor, 'iam:PassRole', among.passable), (target) => passToNew(actor, target, making, onNew, world));
  }
  if (using.length > 0) add(among.passable.list, (target) => useExisting(actor, target, using, onNew, world));
  return found;
}

/** Whether an actor may call all of some actions on resources that it names itself: asked once, whatever the role. */
type CallsOnNew = (actions: readonly string[]) => readonly Permitted[] | undefined;

function callsOnNew(actor: Identity, world: World): CallsOnNew {
  const known = new Map<string, readonly Permitted[] | undefined>();
  const one = (action: string): readonly Permitted[] | undefined => {
    if (!known.has(action)) known.set(action, askForNew(actor, action, world));
    return known.get(action);
  };
  return (actions) => {
    const calls = actions.map(one);
    return calls.every((each) => each !== undefined) ? calls.flat() : undefined;
  };
}

/** Actions that let one sign in as a user. */
export const userActions = [
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:UpdateLoginProfile',
  'iam:UpdateAccessKey',
] as const;

const newResourceMasks = newResourceTechniques.map(({ actions }) => maskOf(['iam:PassRole', ...actions]));
const existingResourceMasks = existingResourceTechniques.map(({ actions }) => maskOf(actions));

/** The techniques of which an actor holds every action, on whatever resources. */
export function techniquesInReach(actor: Identity): {
  readonly making: readonly NewResourceTechnique[];
  readonly using: readonly ExistingResourceTechnique[];
} {
  return {
    making: newResourceTechniques.filter((_, at) => holdsAll(actor, newResourceMasks[at] ?? 0n)),
    using: existingResourceTechniques.filter((_, at) => holdsAll(actor, existingResourceMasks[at] ?? 0n)),
  };
}

/** Whether an identity could take a first step at all. */
export function isActive(actor: Identity): boolean {
  return (
    holdsAny(actor, firstSteps) ||
    mayChange(actor) ||
    newResourceMasks.some((mask) => holdsAll(actor, mask)) ||
    existingResourceMasks.some((mask) => holdsAll(actor, mask))
  );
}

const firstSteps = maskOf([
  ...userActions,
  'sts:AssumeRole',
  'iam:CreateRole',
  'iam:CreateUser',
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
  onNew: CallsOnNew,
  world: World,
): readonly Step[] {
  if (target.isServiceLinked) return [];
  return techniques.flatMap((technique): Step[] => {
    if (!world.services.get(target.arn)?.has(technique.service)) return [];
    const profiles = world.instanceProfiles.get(target.arn) ?? [];
    if (technique.profile === 'existing' && profiles.length === 0) return [];
    const made = onNew(technique.actions);
    const pass = made && mayPass(actor, target, technique.service, world);
    const calls = made && pass && [pass, ...made];
    return calls ? [step(technique.id, actor, target.arn, calls, needed(technique.exists))] : [];
  });
}

function mayPass(actor: Identity, target: Identity, service: string, world: World): Permitted | undefined {
  const fixed: Readonly<Record<string, KeyState>> = {
    'iam:passedtoservice': { values: [service] },
    'iam:associatedresourcearn': anyValue,
  };
  return ask(actor, 'iam:PassRole', target.arn, world, { fixed });
}

/** Resources that run as the role already. Where they were not read, nobody knows whether there is one. */
function useExisting(
  actor: Identity,
  target: Identity,
  techniques: readonly ExistingResourceTechnique[],
  onNew: CallsOnNew,
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
    // Nobody knows whether there is one.
    const calls = world.services.get(target.arn)?.has(carrierServices[kind]) ? onNew(actions) : undefined;
    return calls ? [step(id, actor, target.arn, calls, [`resource ${kind}`])] : [];
  });
}

function needed(exists: string | undefined): readonly string[] {
  return exists ? [`exists ${exists}`] : [];
}
