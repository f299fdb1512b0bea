import type { Need } from '../policy/truth.ts';
import { directAdmin, type DirectAdmin } from './direct-admin.ts';
import type { Identity } from './identity.ts';
import type { Step } from './step.ts';
import { waysToAdmin } from './ways-to-admin.ts';
import type { World } from './world.ts';

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

/** Whether and how each user and role of the account can become, or make, an administrator. Pure. */
export function reach(world: World): readonly Reach[] {
  const principals = [...world.users, ...world.roles];
  const direct = new Map(
    principals.flatMap((identity) => {
      const found = directAdmin(identity, world);
      return found ? [[identity, found] as const] : [];
    }),
  );
  const ways = waysToAdmin(direct, world);
  return principals.map((identity): Reach => {
    const found = direct.get(identity);
    if (found && found.needs.length === 0) return { identity, direct: found, steps: [], needs: [], verdict: 'direct' };
    const way = ways.get(identity.key);
    if (!way) return { identity, steps: [], needs: [], verdict: 'unreachable' };
    const verdict = way.needs.length === 0 ? 'proven' : 'conditional';
    return { identity, ...(found && { direct: found }), steps: way.steps, needs: way.needs, verdict };
  });
}
