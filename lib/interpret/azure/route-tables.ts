import type { AzureRouteTable } from '../../model/azure/network.ts';
import type { PartDefinition } from '../part.ts';
import { given, itemsOf, textIn, wordIn } from '../json-object.ts';
import { childrenIn, namedIn, propertiesIn } from './arm-resource.ts';

const operation = 'Microsoft.Network/routeTables';

/** Route tables with their own routes; what gateways announce stands in no answer. */
export const routeTables: PartDefinition<'azure.routeTables'> = {
  per: 'azure-subscription',
  operations: [operation],
  interpret: (answers) =>
    itemsOf(answers, operation).map((each): AzureRouteTable => {
      const { id, name } = namedIn(each);
      return {
        id,
        name,
        routes: childrenIn(propertiesIn(each), 'routes', id).map((route) => ({
          name: route.name,
          destination: textIn(route.properties, 'addressPrefix'),
          nextHop: (wordIn(route.properties, 'nextHopType') ?? '').toLowerCase(),
          ...given('nextHopAddress', wordIn(route.properties, 'nextHopIpAddress')),
        })),
      };
    }),
};
