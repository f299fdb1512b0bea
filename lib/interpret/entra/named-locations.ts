import type { PartDefinition } from '../part.ts';
import { flagIn, itemsOf, textIn, wordIn } from '../json-object.ts';

const operation = '/identity/conditionalAccess/namedLocations';

/** The named locations. Countries cannot be trusted: an outsider chooses one. */
export const namedLocations: PartDefinition<'entra.namedLocations'> = {
  per: 'entra-tenant',
  operations: [operation],
  interpret: (answers) =>
    itemsOf(answers, operation).map((location) => {
      const id = textIn(location, 'id');
      const type = wordIn(location, '@odata.type') ?? '';
      const isOwnNetwork = type.endsWith('compliantNetworkNamedLocation');
      return {
        id,
        name: wordIn(location, 'displayName') ?? id,
        isTrusted: isOwnNetwork || (flagIn(location, 'isTrusted') ?? false),
      };
    }),
};
