import type { Need } from '../policy/truth.ts';
import type { EscalationGraph } from './escalation-graph.ts';
import type { Step } from './step.ts';
import type { WayToAdmin } from './way-to-admin.ts';

/** What one need costs, in steps: a chain that needs nothing else is better than any that does. */
const needCost = 1000;

interface Label {
  readonly cost: number;
  readonly way: WayToAdmin;
}

/** The best way to full access from every node that has one: those that need the least, then the shortest (Dijkstra). */
export function cheapestWays({ nodes }: EscalationGraph): ReadonlyMap<string, WayToAdmin> {
  const incoming = new Map<string, { from: string; steps: readonly Step[]; needs: readonly Need[] }[]>();
  for (const [from, { edges }] of nodes) {
    for (const { to, steps, needs } of edges) {
      const known = incoming.get(to);
      if (known) known.push({ from, steps, needs });
      else incoming.set(to, [{ from, steps, needs }]);
    }
  }
  const labels = new Map<string, Label>();
  const queue = new Map<number, string[]>();
  const improve = (key: string, way: WayToAdmin): void => {
    const cost = way.needs.length * needCost + way.steps.length;
    const before = labels.get(key);
    if (before && before.cost <= cost) return;
    labels.set(key, { cost, way });
    const waiting = queue.get(cost);
    if (waiting) waiting.push(key);
    else queue.set(cost, [key]);
  };
  for (const [key, { way }] of nodes) if (way) improve(key, way);
  const done = new Set<string>();
  while (queue.size > 0) {
    const cost = Math.min(...queue.keys());
    const keys = queue.get(cost) ?? [];
    queue.delete(cost);
    for (const key of keys) {
      const label = labels.get(key);
      if (!label || label.cost !== cost || done.has(key)) continue;
      done.add(key);
      for (const { from, steps, needs } of incoming.get(key) ?? []) {
        improve(from, {
          steps: [...steps, ...label.way.steps],
          needs: [...new Set([...needs, ...label.way.needs])].toSorted(),
        });
      }
    }
  }
  return new Map([...labels].map(([key, { way }]) => [key, way]));
}
