import { partSources } from '../evaluate/part-sources.ts';
import type { Check } from '../model/check.ts';

/** The operations that the checks rest on, for a scan of only some of them. */
export function neededOperations(checks: readonly Check[]): ReadonlySet<string> {
  const needed = checks.flatMap(({ reads }) =>
    reads.map(partSources).flatMap(({ required, optional }) => [...required, ...optional]),
  );
  return new Set(needed);
}
