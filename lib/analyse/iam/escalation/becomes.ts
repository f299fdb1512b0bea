import type { RoleCarrierKind } from '../../../model/aws/role-carrier.ts';
import { asUser, userActions } from './as-user.ts';
import { callsOnNew } from './calls-on-new.ts';
import { carrierServices } from './carrier-services.ts';
import type { Identity } from './identity.ts';
import { techniquesInReach } from './in-reach.ts';
import { assume, rewriteTrust } from './into-role.ts';
import { leastNeeds } from './least-needs.ts';
import { passToNew } from './pass-to-new.ts';
import { needsOfStep, type Step } from './step.ts';
import { named, targetsOf, type Targets } from './targets.ts';
import { useExisting } from './use-existing.ts';
import type { World } from './world.ts';

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
  /** Of these, the ones that something of a kind runs with, or might as far as was read. */
  running(kind: RoleCarrierKind): readonly Identity[];
}

/** Sorts what is worth becoming. */
export function becomable(worthwhile: readonly Identity[], world: World): Becomable {
  const roles = worthwhile.filter(({ kind }) => kind === 'role');
  const passable = targetsOf(roles.filter(({ arn }) => (world.services.get(arn)?.size ?? 0) > 0));
  const running = new Map<RoleCarrierKind, readonly Identity[]>();
  return {
    users: targetsOf(worthwhile.filter(({ kind }) => kind === 'user')),
    assumable: targetsOf(roles.filter((role) => trustsPrincipals(role, world))),
    changeable: targetsOf(roles.filter((role) => !role.isProtected)),
    passable,
    running(kind) {
      const found = running.get(kind) ?? passable.list.filter((role) => mayRun(kind, role, world));
      running.set(kind, found);
      return found;
    },
  };
}

function mayRun(kind: RoleCarrierKind, { arn }: Identity, { carriersRead, carriersOf, services }: World): boolean {
  if ((carriersOf.get(arn) ?? []).some((carrier) => carrier.kind === kind)) return true;
  return !carriersRead.has(kind) && (services.get(arn)?.has(carrierServices[kind]) ?? false);
}

function trustsPrincipals({ arn }: Identity, { trusts, account }: World): boolean {
  return (trusts.get(arn)?.statements ?? []).some(
    ({ effect, principal }) =>
      effect === 'Allow' && principal && (principal.anyone || principal.aws.some((each) => each.includes(account))),
  );
}

/**
 * The ways in which an actor may come to act as somebody else in one step and that need less than `below`; of those to
 * the same principal only the first that needs nothing.
 */
export type Becomes = (among: Becomable, below?: number) => Iterable<Becoming>;

/** Looks for one actor's ways. */
export function becomes(actor: Identity, world: World): Becomes {
  const onNew = callsOnNew(actor, world);
  return function* (among, below = Infinity) {
    const may = (action: string): boolean => leastNeeds(actor, action, world) < below;
    const toEach = function* (targets: Iterable<Identity>, ways: (to: Identity) => readonly Step[]) {
      for (const to of targets) {
        if (to.arn === actor.arn) continue;
        const found = ways(to);
        const free = found.find((each) => needsOfStep(each).length === 0);
        for (const step of free ? [free] : found) if (needsOfStep(step).length < below) yield { to, step };
      }
    };
    for (const action of userActions) {
      if (may(action)) yield* toEach(named(actor, action, among.users), (to) => asUser(actor, to, action, world));
    }
    const assumed = may('sts:AssumeRole') ? named(actor, 'sts:AssumeRole', among.assumable) : [];
    const trusting = (world.trustedDirectly.get(actor.arn) ?? []).flatMap(
      (arn) => among.assumable.byArn.get(arn) ?? [],
    );
    yield* toEach(new Set([...assumed, ...trusting]), (to) => assume(actor, to, world));
    if (may('iam:UpdateAssumeRolePolicy')) {
      const changeable = named(actor, 'iam:UpdateAssumeRolePolicy', among.changeable);
      yield* toEach(changeable, (to) => rewriteTrust(actor, to, world));
    }
    const inReach = techniquesInReach(actor);
    const making = may('iam:PassRole') ? inReach.making.filter(({ actions }) => actions.every(may)) : [];
    if (making.length > 0) {
      const passable = named(actor, 'iam:PassRole', among.passable);
      yield* toEach(passable, (to) => passToNew(actor, to, making, onNew, world));
    }
    const using = inReach.using.filter(({ actions }) => actions.every(may));
    for (const [kind, techniques] of Map.groupBy(using, (each) => each.kind)) {
      yield* toEach(among.running(kind), (to) => useExisting(actor, to, techniques, onNew, world));
    }
  };
}
