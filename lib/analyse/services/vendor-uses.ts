import type { RegisterEntry } from '../../model/register.ts';
import type { ServiceUse } from '../../model/services/service-use.ts';
import { globalRegion } from '../../model/unit.ts';
import { registerIndex } from './register-index.ts';
import type { Door } from './vendor-doors.ts';

const exampleCount = 3;

/**
 * The uses that doors to others tell of: whoever's account or tenant a row names runs that row's service. Strangers are no use of a
 * service that anybody could name; the checks of trust, sharing and connections find them.
 */
export function vendorUses(
  { provider, account }: Pick<ServiceUse, 'provider' | 'account'>,
  doors: readonly Door[],
  register: readonly RegisterEntry[],
): readonly ServiceUse[] {
  const index = registerIndex(register);
  return [...Map.groupBy(doors, ({ vendor }) => vendor)].flatMap(([vendor, own]): readonly ServiceUse[] => {
    const [row] = index.rowsOfVendor(vendor);
    if (!row) return [];
    return [
      {
        provider,
        account,
        region: globalRegion,
        key: `tenant:${vendor}`,
        vendor,
        name: `${row.entry.provider} (${vendor})`,
        examples: own.slice(0, exampleCount).map(({ ref }) => ref),
        sightings: own.map(({ operation, ref }) => ({ layer: 'access', operation, ref })),
        isAutomatic: false,
      },
    ];
  });
}
