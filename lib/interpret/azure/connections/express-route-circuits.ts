import type { AzureConnection } from '../../../model/azure/connection.ts';
import { itemsOf, objectIn, wordIn } from '../../json-object.ts';
import { namedIn, propertiesIn } from '../arm-resource.ts';
import type { AzureConnectionSource } from './azure-connection-source.ts';

const operation = 'Microsoft.Network/expressRouteCircuits';

/** Circuits of ExpressRoute, by the provider and the place where they come in. */
export const expressRouteCircuits: AzureConnectionSource = {
  kind: 'expressroute-circuit',
  operation,
  connections: (answers) =>
    itemsOf(answers, operation).map((each): AzureConnection => {
      const properties = propertiesIn(each);
      const provider = objectIn(properties, 'serviceProviderProperties') ?? {};
      const state = wordIn(properties, 'serviceProviderProvisioningState') ?? '';
      const reach = [wordIn(provider, 'serviceProviderName'), wordIn(provider, 'peeringLocation')];
      return {
        kind: 'expressroute-circuit',
        ...namedIn(each),
        state,
        isPending: ['notprovisioned', 'provisioning'].includes(state.toLowerCase()),
        counterpart: { kind: 'premises' },
        reach: reach.filter((word) => word !== undefined),
        operation,
      };
    }),
};
