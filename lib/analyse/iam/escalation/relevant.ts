import type { RoleCarrierKind } from '../../../model/aws/role-carrier.ts';
import { userActions } from './as-user.ts';
import type { Becomable } from './becomes.ts';
import { techniquesInReach } from './in-reach.ts';
import { holds } from './holds.ts';
import type { Identity } from './identity.ts';
import { everything, patternsFor, targetsOf, type Targets } from './targets.ts';
import type { World } from './world.ts';

/** Some of the identities that may be become, by a pattern of ARNs: who holds it might become each of them. */
interface Opening {
  readonly targets: Targets;
  readonly pattern: string;
  readonly holders: Identity[];
}

/**
 * Who could matter to anybody's way to full access: the ends of ways, and whoever might become somebody who matters. A
 * coarse answer that looks at nothing but what Allow statements name, never leaves out too many, and costs about as much
 * as the policies are long; the exact questions are then asked of these alone.
 */
export function relevant(
  principals: readonly Identity[],
  ends: Iterable<Identity>,
  among: Becomable,
  world: World,
): ReadonlySet<Identity> {
  const leadingTo = openingsByTarget(openings(principals, among, world));
  const found = new Set(ends);
  for (const target of found) {
    for (const opening of leadingTo(target)) for (const holder of opening) found.add(holder);
  }
  return found;
}

/** What each principal opens, those of the same kind and pattern together. */
function openings(principals: readonly Identity[], among: Becomable, world: World): readonly Opening[] {
  const known = new Map<Targets, Map<string, Opening>>();
  const open = (holder: Identity, targets: Targets, patterns: Iterable<string>): void => {
    const ofTargets = known.get(targets) ?? new Map<string, Opening>();
    known.set(targets, ofTargets);
    for (const pattern of patterns) {
      const opening = ofTargets.get(pattern);
      if (opening) opening.holders.push(holder);
      else ofTargets.set(pattern, { targets, pattern, holders: [holder] });
    }
  };
  const running = new Map<RoleCarrierKind, Targets>();
  for (const holder of principals) {
    for (const action of userActions) if (holds(holder, action)) open(holder, among.users, patternsFor(holder, action));
    if (holds(holder, 'sts:AssumeRole')) open(holder, among.assumable, patternsFor(holder, 'sts:AssumeRole'));
    open(holder, among.assumable, world.trustedDirectly.get(holder.arn) ?? []);
    if (holds(holder, 'iam:UpdateAssumeRolePolicy'))
      open(holder, among.changeable, patternsFor(holder, 'iam:UpdateAssumeRolePolicy'));
    const { making, using } = techniquesInReach(holder);
    if (making.length > 0) open(holder, among.passable, patternsFor(holder, 'iam:PassRole'));
    for (const kind of new Set(using.map((each) => each.kind))) {
      const roles = running.get(kind) ?? targetsOf(among.running(kind));
      running.set(kind, roles);
      open(holder, roles, [everything]);
    }
  }
  return [...known.values()].flatMap((each) => [...each.values()]);
}

/** The holders of the openings that lead to a target. What is open to everybody's is looked at once. */
function openingsByTarget(all: readonly Opening[]): (target: Identity) => readonly (readonly Identity[])[] {
  const byTarget = new Map<Identity, (readonly Identity[])[]>();
  const wide = new Set<Opening>();
  for (const opening of all) {
    if (opening.pattern === everything) {
      wide.add(opening);
      continue;
    }
    for (const target of opening.targets.matching(opening.pattern)) {
      const known = byTarget.get(target);
      if (known) known.push(opening.holders);
      else byTarget.set(target, [opening.holders]);
    }
  }
  return (target) => {
    const open = [...wide].filter(({ targets }) => targets.byArn.has(target.arn));
    for (const opening of open) wide.delete(opening);
    return [...open.map(({ holders }) => holders), ...(byTarget.get(target) ?? [])];
  };
}
