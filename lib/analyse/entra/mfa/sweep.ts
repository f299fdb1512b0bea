import type { GridValue, SignInGrid } from './sign-in-grid.ts';

/** One condition of a sign-in. */
export type Dimension = keyof SignInGrid;

/** In this order, because clients and applications leave the fewest policies to look at. */
const dimensions: readonly Dimension[] = ['clients', 'applications', 'platforms', 'locations', 'devices'];

/** Values of one condition that the policies still in question treat alike: the first stands for them. */
export type ValueGroup = readonly [GridValue, ...GridValue[]];

/** Sign-ins that differ in nothing that matters. */
export interface SignIns {
  readonly groups: Readonly<Record<Dimension, ValueGroup>>;
  /** Places of the policies that apply, in the list that the grid was made for. */
  readonly matching: readonly number[];
}

/** How many comparisons may still be made: a tenant of hundreds of policies for everybody must not take for ever. */
export interface Work {
  left: number;
}

/**
 * Visits every sign-in of a grid, and says whether there was enough work left to visit them all. Condition by condition,
 * policies that miss are left aside, and values that the others treat alike are taken together: hundreds of policies about
 * different applications do not multiply with each other. `policies` are places in the list that the grid was made for.
 */
export function sweep(
  grid: SignInGrid,
  policies: readonly number[],
  work: Work,
  visit: (signIns: SignIns) => void,
): boolean {
  const chosen: Partial<Record<Dimension, ValueGroup>> = {};
  const descend = (level: number, remaining: readonly number[]): void => {
    const dimension = dimensions[level];
    if (dimension === undefined) {
      // A visitor may keep what it is shown.
      visit({ groups: { ...chosen } as SignIns['groups'], matching: remaining });
      return;
    }
    work.left -= grid[dimension].length * (remaining.length + 1);
    for (const { values, matching } of alike(grid[dimension], remaining)) {
      if (work.left < 0) return;
      chosen[dimension] = values;
      descend(level + 1, matching);
    }
  };
  descend(0, policies);
  return work.left >= 0;
}

interface Alike {
  readonly values: [GridValue, ...GridValue[]];
  readonly matching: readonly number[];
}

function alike(values: readonly GridValue[], remaining: readonly number[]): readonly Alike[] {
  const groups = new Map<string, Alike>();
  for (const value of values) {
    const matching = remaining.filter((at) => value.misses[at] === undefined);
    const key = `${matching.join(',')}|${value.isOpenToOutsiders}|${value.apart}`;
    const known = groups.get(key);
    if (known) known.values.push(value);
    else groups.set(key, { values: [value], matching });
  }
  return [...groups.values()];
}
