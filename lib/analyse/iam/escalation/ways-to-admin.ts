import { becomable } from './becomes.ts';
import { cheapestWays } from './cheapest-ways.ts';
import type { DirectAdmin } from './direct-admin.ts';
import { EscalationGraph } from './escalation-graph.ts';
import { holdsAny, maskOf } from './holds.ts';
import type { Identity } from './identity.ts';
import { isActive } from './in-reach.ts';
import { joinForces } from './join-forces.ts';
import { provenWays } from './proven-ways.ts';
import { relevant } from './relevant.ts';
import type { WayToAdmin } from './way-to-admin.ts';
import type { World } from './world.ts';
import { collective, worthChanging } from './worth-changing.ts';

const minting = maskOf(['iam:CreateUser', 'iam:CreateRole']);

/** Of who has full access. */
const atOnce: WayToAdmin = { steps: [], needs: [] };

/**
 * The best way of everybody who has one, by key. Three searches, each asked only of whom the one before left open: who
 * could matter at all, who gets there without needing anything, and what takes changes, needs or several hands.
 */
export function waysToAdmin(direct: ReadonlyMap<Identity, DirectAdmin>, world: World): ReadonlyMap<string, WayToAdmin> {
  const principals = [...world.users, ...world.roles];
  const everybody = becomable(principals, world);
  const changeable = worthChanging(world);
  const changers = principals.filter((each) => holdsAny(each, minting) || changeable(each).size > 0);
  const administrators = principals.filter((each) => direct.get(each)?.needs.length === 0);
  const startingAmong = (matter: ReadonlySet<Identity>): readonly Identity[] =>
    principals.filter(
      (identity) =>
        matter.has(identity) &&
        direct.get(identity)?.needs.length !== 0 &&
        (isActive(identity) || world.trustedDirectly.has(identity.arn)),
    );
  const subjectsOf = (actors: readonly Identity[]): readonly Identity[] =>
    [...actors, collective(actors, world)].flatMap((each) => [...changeable(each)]);

  const ends = new Set([...direct.keys(), ...changers]);
  const starting = startingAmong(relevant(principals, ends, everybody, world));
  const proven = provenWays(starting, administrators, everybody, changeable, world);
  const known = new Map([...administrators.map((each) => [each, atOnce] as const), ...proven]);

  const searchForms = (): ReadonlyMap<string, WayToAdmin> => {
    const matter = relevant(principals, ends, everybody, world);
    const left = startingAmong(matter).filter((each) => !proven.has(each));
    const open = [...new Set([...matter, ...subjectsOf(left)])].filter((each) => !known.has(each));
    const graph = new EscalationGraph(world, known, becomable(open, world));
    for (const identity of [...left, ...direct.keys()]) graph.add(identity);
    return together(graph, left, changeable, world);
  };
  let ways = searchForms();
  // Whoever may change others without getting anywhere alone may do so with somebody else who becomes one of these.
  const stuck = changers.filter((each) => !known.has(each) && ways.get(each.key)?.needs.length !== 0);
  const subjects = subjectsOf(stuck);
  if (subjects.some((each) => !ends.has(each))) {
    for (const each of subjects) ends.add(each);
    ways = searchForms();
  }
  return new Map([...ways, ...[...proven].map(([{ key }, way]) => [key, way] as const)]);
}

/** The best ways, also of several principals in the same hands, once nothing more is found for each alone. */
function together(
  graph: EscalationGraph,
  actors: readonly Identity[],
  changeable: (actor: Identity) => ReadonlySet<Identity>,
  world: World,
): ReadonlyMap<string, WayToAdmin> {
  let ways = cheapestWays(graph);
  for (let round = 0; round < 3 && joinForces(graph, actors, ways, changeable, world); round += 1)
    ways = cheapestWays(graph);
  return ways;
}
