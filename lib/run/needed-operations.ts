import { partSources } from '../evaluate/part-sources.ts';
import type { Check } from '../model/check.ts';
import type { Unit } from '../model/unit.ts';

/** The operations that the checks rest on, for a scan of only some of them; of one provider's units, if one is named. */
export function neededOperations(checks: readonly Check[], provider?: Unit['provider']): ReadonlySet<string> {
  const needed = checks.flatMap(({ reads }) =>
    reads.flatMap((name) => {
      const { per, required, optional } = partSources(name);
      const all = [...required, ...optional];
      return provider && per === 'any-tenant' ? all.filter((operation) => providerOf(operation) === provider) : all;
    }),
  );
  return new Set(needed);
}

/** Operations of Microsoft Graph are paths, those of Azure are types of resources, and those of AWS have a colon. */
function providerOf(operation: string): Unit['provider'] {
  if (operation.startsWith('/')) return 'entra';
  return operation.includes(':') ? 'aws' : 'azure';
}
