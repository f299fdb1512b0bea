import { becomable, becomes, type Becomable, type Becomes } from './becomes.ts';
import { changes, mayChange } from './changes.ts';
import type { WayToAdmin } from './way-to-admin.ts';
import { directAdmin } from './direct-admin.ts';
import type { Identity } from './identity.ts';
import { mint } from './mint.ts';
import { needsOfStep, type Step } from './step.ts';
import type { World } from './world.ts';

/**
 * Ways to full access that need nothing, found backwards from who has it: first who is one step away, then who is one
 * step from these. Whoever is found is asked nothing more, so that an account in which everybody may become everybody
 * costs as much as its principals, and not as its pairs. What takes several changes of the same principal is not found
 * here.
 */
export function provenWays(
  actors: readonly Identity[],
  administrators: readonly Identity[],
  everybody: Becomable,
  changeable: (actor: Identity) => ReadonlySet<Identity>,
  world: World,
): ReadonlyMap<Identity, WayToAdmin> {
  const found = new Map<Identity, WayToAdmin>();
  const becomesOf = new Map<Identity, Becomes>(actors.map((actor) => [actor, becomes(actor, world)]));
  const wayOn = (actor: Identity, targets: Becomable): WayToAdmin | undefined => {
    for (const { to, step } of becomesOf.get(actor)?.(targets, 1) ?? [])
      return { steps: [step, ...(found.get(to)?.steps ?? [])], needs: [] };
    return undefined;
  };
  let latest = administrators;
  for (let length = 1; length <= 2 || latest.length > 0; length += 1) {
    const targets = becomable(latest, world);
    const ways = actors.flatMap((actor): [Identity, WayToAdmin][] => {
      if (found.has(actor)) return [];
      const way =
        (length === 1 && alone(actor, world)) ||
        (length === 2 && throughAnother(actor, becomesOf.get(actor)?.(everybody, 1), changeable(actor), world)) ||
        wayOn(actor, targets);
      return way ? [[actor, way]] : [];
    });
    for (const [actor, way] of ways) found.set(actor, way);
    latest = ways.map(([actor]) => actor);
  }
  return found;
}

/** By a change of oneself, or with a new principal. */
function alone(actor: Identity, world: World): WayToAdmin | undefined {
  for (const { form, step } of mayChange(actor) ? changes(actor, actor, world) : [])
    if (isEnd(form, step, world)) return { steps: [step], needs: [] };
  for (const { to, step } of mint(actor, world)) if (isEnd(to, step, world)) return { steps: [step], needs: [] };
  return undefined;
}

/** By changing somebody whom one can become. */
function throughAnother(
  actor: Identity,
  becomings: ReturnType<Becomes> = [],
  changeable: ReadonlySet<Identity>,
  world: World,
): WayToAdmin | undefined {
  if (changeable.size === 0) return undefined;
  for (const { to, step } of becomings) {
    if (!changeable.has(to)) continue;
    for (const change of changes(actor, to, world))
      if (isEnd(change.form, change.step, world)) return { steps: [change.step, step], needs: [] };
  }
  return undefined;
}

function isEnd(form: Identity, step: Step, world: World): boolean {
  return needsOfStep(step).length === 0 && directAdmin(form, world)?.needs.length === 0;
}
