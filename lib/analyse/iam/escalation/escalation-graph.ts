import type { Need } from '../policy/truth.ts';
import { becomes, isActive, type Becomable } from './becomes.ts';
import { changes } from './changes.ts';
import { directAdmin, type DirectAdmin } from './direct-admin.ts';
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
  readonly direct?: DirectAdmin;
  readonly edges: Edge[];
}

/** Changes of one principal that a chain makes at most: a fifth has nothing left to change. */
const mostChanges = 4;

/** Who can become whom, as far as anybody was asked about: grows from the principals that are added. */
export class EscalationGraph {
  readonly nodes = new Map<string, Node>();
  readonly #world: World;
  readonly #among: Becomable;

  constructor(world: World, among: Becomable) {
    this.#world = world;
    this.#among = among;
  }

  /** Adds a form and everything that can be reached from it. */
  add(identity: Identity): void {
    const waiting = new Set([identity]);
    for (const next of waiting) {
      if (this.nodes.has(next.key)) continue;
      const direct = directAdmin(next, this.#world);
      const node: Node = { identity: next, ...(direct && { direct }), edges: [] };
      this.nodes.set(next.key, node);
      if (direct?.needs.length === 0) continue;
      for (const { to, steps } of this.#waysOn(next)) {
        node.edges.push(edge(to, steps));
        waiting.add(to);
      }
    }
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

  #waysOn(identity: Identity): readonly Way[] {
    const own = identity.changes < mostChanges ? this.#changed(identity, identity) : [];
    if (own.some((way) => this.#isEnd(way))) return own;
    const minted = mint(identity, this.#world).map(({ to, step }): Way => ({ to, steps: [step] }));
    if (minted.some((way) => this.#isEnd(way))) return [...own, ...minted];
    const others = becomes(identity, this.#among, this.#world).flatMap(({ to, step }): Way[] => {
      const plain = { to, steps: [step] };
      if (this.#isEnd(plain) || !isActive(identity)) return [plain];
      return [plain, ...this.#changed(identity, to).map((way) => ({ to: way.to, steps: [...way.steps, step] }))];
    });
    return [...own, ...minted, ...others];
  }

  #changed(actor: Identity, subject: Identity): readonly Way[] {
    return changes(actor, subject, this.#world).map(({ form, step }) => ({ to: form, steps: [step] }));
  }

  /** Whether a way leads to full access at once, and needs nothing else: no other can be better. */
  #isEnd({ to, steps }: Way): boolean {
    return edge(to, steps).needs.length === 0 && directAdmin(to, this.#world)?.needs.length === 0;
  }
}

interface Way {
  readonly to: Identity;
  readonly steps: readonly Step[];
}

function edge(to: Identity, steps: readonly Step[]): Edge {
  return { to: to.key, steps, needs: [...new Set(steps.flatMap(needsOfStep))] };
}
