import { actionNames, type ActionName } from './action-names.ts';

/** What names a set of a service's actions. */
interface Wanted {
  /** Prefix of the service, in lower case. */
  readonly service: string;
  /** The actions to name. */
  readonly kept: readonly ActionName[];
  /** Actions (in lower case) that no pattern may match, beside those of the catalogue that are not kept. */
  readonly dropped: readonly string[];
  /** Whether everything that a pattern (in lower case) matches was allowed before. */
  covers(pattern: string): boolean;
}

/**
 * Names actions in as few words as it can: `ec2:Describe*` where every action of the service that begins so is kept and
 * the pattern allows nothing that was not allowed before, now or when the service learns more actions.
 */
export function shortPatterns({ service, kept, dropped, covers }: Wanted): string[] {
  const isKept = new Set(kept.map(({ lower }) => lower));
  const excluded = [...actionNames(service).flatMap(({ lower }) => (isKept.has(lower) ? [] : [lower])), ...dropped];
  const byWord = Map.groupBy(kept, ({ id }) => /^[\w-]+:[A-Z]+[a-z0-9]*/.exec(id)?.[0] ?? id);
  return [...byWord].flatMap(([start, actions]) => {
    const lower = start.toLowerCase();
    const isSafe = covers(`${lower}*`) && !excluded.some((action) => action.startsWith(lower));
    return actions.length > 1 && isSafe ? [`${start}*`] : actions.map(({ id }) => id);
  });
}
