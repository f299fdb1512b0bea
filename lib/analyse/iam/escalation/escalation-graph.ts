import type { Need } from '../policy/truth.ts';
import { becomable, becomes, type Becomable, type Becomes } from './becomes.ts';
import { changes, mayChange } from './changes.ts';
import type { WayToAdmin } from './way-to-admin.ts';
import { directAdmin } from './direct-admin.ts';
import type { Identity } from './identity.ts';
import { mint } from './mint.ts';
import { needsOfStep, type Step } from './step.ts';
import type { World } from './world.ts';

/** A way from one form of a principal to another form, or another principal. */
export interface Edge {
  readonly to: string;
  readonly steps: readonly Step[];
  readonly needs: readonly Need[];
}

/** A principal in one form, and the ways on from it. */
export interface Node {
  readonly identity: Identity;
  /** What is known without its edges. */
  readonly way?: WayToAdmin;
  readonly edges: Edge[];
}

/** Changes of one principal that a chain makes at most: a fifth has nothing left to change. */
const mostChanges = 4;

/** Who can become whom, as far as anybody was asked about: grows from the principals that are added. */
export class EscalationGraph {
  readonly nodes = new Map<string, Node>();
  readonly #world: World;
  readonly #known: ReadonlyMap<Identity, WayToAdmin>;
  readonly #ends: Becomable;
  readonly #among: Becomable;

  /** `known` ways need nothing, the shortest first; of the others, those `among` are looked at. */
  constructor(world: World, known: ReadonlyMap<Identity, WayToAdmin>, among: Becomable) {
    this.#world = world;
    this.#known = known;
    this.#ends = becomable([...known.keys()], world);
    this.#among = among;
  }

  /** Adds a form and everything that can be reached from it. */
  add(identity: Identity): void {
    const waiting = new Set([identity]);
    for (const next of waiting) {
      if (this.nodes.has(next.key)) continue;
      const way = this.#wayOf(next);
      const node: Node = { identity: next, ...(way && { way }), edges: [] };
      this.nodes.set(next.key, node);
      if (way?.needs.length === 0) continue;
      for (const { to, steps } of this.#waysOn(next)) {
        node.edges.push(edge(to, steps));
        waiting.add(to);
      }
    }
  }

  #wayOf(identity: Identity): WayToAdmin | undefined {
    const known = this.#known.get(identity);
    if (known) return known;
    const direct = directAdmin(identity, this.#world);
    return direct && { steps: [], needs: direct.needs };
  }

  /** Adds a way that was found elsewhere. Says whether it is new, or shorter than the one known. */
  connect(from: string, to: Identity, steps: readonly Step[]): boolean {
    const node = this.nodes.get(from);
    if (!node) return false;
    const found = edge(to, steps);
    const at = node.edges.findIndex((each) => each.to === found.to && each.needs.length <= found.needs.length);
    const known = node.edges[at];
    if (known && known.steps.length <= steps.length) return false;
    this.add(to);
    if (known) node.edges[at] = found;
    else node.edges.push(found);
    return true;
  }

  /** Ways on from a form. Where one leads to full access at once, only those that need less than it. */
  #waysOn(identity: Identity): readonly Way[] {
    const own = identity.changes < mostChanges ? this.#changed(identity, identity) : [];
    const minted = mint(identity, this.#world).map(({ to, step }): Way => ({ to, steps: [step] }));
    const alone = [...own, ...minted];
    const becomesOf = becomes(identity, this.#world);
    const least = Math.min(...alone.map((way) => this.#needsToEnd(way)));
    const end = this.#bestEnd(identity, becomesOf, least) ?? alone.find((way) => this.#needsToEnd(way) === least);
    const below = end ? this.#needsToEnd(end) : Infinity;
    const isBetter = ({ to, steps }: Way): boolean => edge(to, steps).needs.length < below;
    const found = [...(end ? [end] : []), ...alone.filter(isBetter)];
    if (below === 0) return found;
    const changing = mayChange(identity);
    for (const { to, step } of becomesOf(this.#among, below)) {
      found.push({ to, steps: [step] });
      if (!changing || this.#needsToEnd({ to, steps: [step] }) === 0) continue;
      const changed = this.#changed(identity, to).map((way) => ({ to: way.to, steps: [...way.steps, step] }));
      found.push(...changed.filter(isBetter));
    }
    return found;
  }

  /** The first way to an end that needs nothing; else the first that needs one thing; else the one that needs least. */
  #bestEnd(identity: Identity, becomesOf: Becomes, below: number): Way | undefined {
    let best: Way | undefined;
    let least = below;
    // Whoever stands as he is, and has such a way, is known already.
    const budgets = identity.changes > 0 ? [1, below] : [below];
    for (const budget of budgets) {
      for (const { to, step } of least > 0 ? becomesOf(this.#ends, Math.min(budget, least)) : []) {
        const way = { to, steps: [step] };
        const needs = this.#needsToEnd(way);
        if (needs >= least) continue;
        best = way;
        least = needs;
        if (least <= 1) return best;
      }
    }
    return best;
  }

  #changed(actor: Identity, subject: Identity): readonly Way[] {
    return changes(actor, subject, this.#world).map(({ form, step }) => ({ to: form, steps: [step] }));
  }

  /** What a way needs, if it leads to full access at once. */
  #needsToEnd({ to, steps }: Way): number {
    return this.#wayOf(to)?.needs.length === 0 ? edge(to, steps).needs.length : Infinity;
  }
}

interface Way {
  readonly to: Identity;
  readonly steps: readonly Step[];
}

function edge(to: Identity, steps: readonly Step[]): Edge {
  return { to: to.key, steps, needs: [...new Set(steps.flatMap(needsOfStep))] };
}
