import type { WayToAdmin } from './way-to-admin.ts';
import { changes } from './changes.ts';
import type { EscalationGraph } from './escalation-graph.ts';
import type { Identity } from './identity.ts';
import type { Step } from './step.ts';
import type { World } from './world.ts';

/** Principals in one pair of hands that are looked at together at most. */
const mostControlled = 200;

/**
 * Adds what principals in the same hands can do for each other: who controls two of them has one change the other.
 * Says whether anything was added.
 */
export function joinForces(
  graph: EscalationGraph,
  principals: readonly Identity[],
  ways: ReadonlyMap<string, WayToAdmin>,
  changeable: (actor: Identity) => ReadonlySet<Identity>,
  world: World,
): boolean {
  let added = false;
  for (const attacker of principals) {
    if (ways.get(attacker.key)?.needs.length === 0) continue;
    const controlled = controlledBy(attacker, graph);
    if (controlled.size < 2) continue;
    for (const [, actor] of controlled) {
      const subjects = changeable(actor.identity);
      if (subjects.size === 0) continue;
      for (const [, subject] of controlled) {
        const principal = world.byArn.get(subject.identity.arn);
        if (actor.identity.arn === subject.identity.arn || (principal && !subjects.has(principal))) continue;
        for (const { form, step } of changes(actor.identity, subject.identity, world)) {
          const steps = [...new Set([...actor.steps, step, ...subject.steps])];
          added = graph.connect(attacker.key, form, steps) || added;
        }
      }
    }
  }
  return added;
}

interface Controlled {
  readonly identity: Identity;
  readonly steps: readonly Step[];
}

/** Everybody that an attacker comes to act as, without needing anything else. */
function controlledBy(attacker: Identity, graph: EscalationGraph): ReadonlyMap<string, Controlled> {
  const found = new Map<string, Controlled>([[attacker.key, { identity: attacker, steps: [] }]]);
  for (const [key, { steps }] of found) {
    for (const edge of graph.nodes.get(key)?.edges ?? []) {
      const next = graph.nodes.get(edge.to);
      if (!next || edge.needs.length > 0 || found.has(edge.to)) continue;
      if (found.size >= mostControlled) return found;
      found.set(edge.to, { identity: next.identity, steps: [...steps, ...edge.steps] });
    }
  }
  return found;
}
