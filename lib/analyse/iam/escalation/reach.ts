import type { Need } from '../policy/truth.ts';
import { becomable } from './becomes.ts';
import { isActive } from './in-reach.ts';
import { directAdmin, type DirectAdmin } from './direct-admin.ts';
import { EscalationGraph } from './escalation-graph.ts';
import type { Identity } from './identity.ts';
import { holdsAny, maskOf } from './holds.ts';
import { relevant } from './relevant.ts';
import { joinForces } from './join-forces.ts';
import { provenWays } from './proven-ways.ts';
import type { Step } from './step.ts';
import { cheapestWays } from './cheapest-ways.ts';
import type { WayToAdmin } from './way-to-admin.ts';
import type { World } from './world.ts';
import { collective, worthChanging } from './worth-changing.ts';

/** What one principal can get to. */
export interface Reach {
  readonly identity: Identity;
  /** Full access without any step, and what it needs beside. */
  readonly direct?: DirectAdmin;
  /** The chain that needs the least, and of these the shortest; empty for who has full access, and for who cannot get it. */
  readonly steps: readonly Step[];
  /** What must hold for it: empty when it is proven. */
  readonly needs: readonly Need[];
  readonly verdict: 'direct' | 'proven' | 'conditional' | 'unreachable';
}

/** Of who has full access. */
const atOnce: WayToAdmin = { steps: [], needs: [] };

const minting = maskOf(['iam:CreateUser', 'iam:CreateRole']);

/**
 * Whether and how each user and role of the account can become, or make, an administrator. Pure. `among` picks those
 * who could matter to it; to look at all of them changes nothing but the time.
 */
export function reach(world: World, among: typeof relevant = relevant): readonly Reach[] {
  const principals = [...world.users, ...world.roles];
  const direct = new Map<Identity, DirectAdmin>();
  for (const identity of principals) {
    const found = directAdmin(identity, world);
    if (found) direct.set(identity, found);
  }
  const changeable = worthChanging(world);
  const changers = principals.filter((each) => holdsAny(each, minting) || changeable(each).size > 0);
  const ends = new Set([...direct.keys(), ...changers]);
  const administrators = principals.filter((each) => direct.get(each)?.needs.length === 0);
  const startingAmong = (matter: ReadonlySet<Identity>): readonly Identity[] =>
    principals.filter(
      (identity) =>
        matter.has(identity) &&
        direct.get(identity)?.needs.length !== 0 &&
        (isActive(identity) || world.trustedDirectly.has(identity.arn)),
    );
  const everybody = becomable(principals, world);
  const proven = provenWays(
    startingAmong(among(principals, ends, everybody, world)),
    administrators,
    changeable,
    world,
  );
  const known = new Map([...administrators.map((each) => [each, atOnce] as const), ...proven]);
  const search = (): ReadonlyMap<string, WayToAdmin> => {
    const matter = among(principals, ends, everybody, world);
    const starting = startingAmong(matter).filter((each) => !proven.has(each));
    const subjects = [...starting, collective(starting, world)].flatMap((each) => [...changeable(each)]);
    const open = [...new Set([...matter, ...subjects])].filter((each) => !known.has(each));
    const graph = new EscalationGraph(world, known, becomable(open, world));
    for (const identity of [...starting, ...direct.keys()]) graph.add(identity);
    return waysTogether(graph, starting, world);
  };
  let ways = search();
  // Whoever may change others without getting anywhere alone may do so with somebody else who becomes one of these.
  const stuck = changers.filter((each) => !known.has(each) && ways.get(each.key)?.needs.length !== 0);
  const subjects = [...stuck, collective(stuck, world)].flatMap((each) => [...changeable(each)]);
  if (subjects.some((each) => !ends.has(each))) {
    for (const each of subjects) ends.add(each);
    ways = search();
  }
  return principals.map((identity): Reach => {
    const found = direct.get(identity);
    if (found && found.needs.length === 0) return { identity, direct: found, steps: [], needs: [], verdict: 'direct' };
    const way = proven.get(identity) ?? ways.get(identity.key);
    if (!way) return { identity, steps: [], needs: [], verdict: 'unreachable' };
    const verdict = way.needs.length === 0 ? 'proven' : 'conditional';
    return { identity, ...(found && { direct: found }), steps: way.steps, needs: way.needs, verdict };
  });
}

/** The best ways, also of several principals in the same hands, once nothing more is found for each alone. */
function waysTogether(
  graph: EscalationGraph,
  starting: readonly Identity[],
  world: World,
): ReadonlyMap<string, WayToAdmin> {
  let ways = cheapestWays(graph);
  for (let round = 0; round < 3 && joinForces(graph, starting, ways, world); round += 1) ways = cheapestWays(graph);
  return ways;
}
