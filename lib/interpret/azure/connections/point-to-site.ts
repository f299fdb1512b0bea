import type { AzureConnection } from '../../../model/azure/connection.ts';
import { itemsOf, objectIn, objectsIn, wordIn, wordsIn, type JsonObject } from '../../json-object.ts';
import { namedIn, propertiesIn } from '../arm-resource.ts';
import type { AzureConnectionSource } from './azure-connection-source.ts';

const operation = 'Microsoft.Network/virtualNetworkGateways';

/** Gateways into which people dial: those that have addresses for them. */
export const pointToSite: AzureConnectionSource = {
  kind: 'point-to-site-vpn',
  operation,
  connections: (answers) =>
    itemsOf(answers, operation).flatMap((each): readonly AzureConnection[] => {
      const properties = propertiesIn(each);
      const client = objectIn(properties, 'vpnClientConfiguration');
      const pool = client && wordsIn(objectIn(client, 'vpnClientAddressPool') ?? {}, 'addressPrefixes');
      if (!client || !pool || pool.length === 0) return [];
      return [
        {
          kind: 'point-to-site-vpn',
          ...namedIn(each),
          state: wordIn(properties, 'provisioningState') ?? '',
          isPending: false,
          counterpart: { kind: 'users', everybody: false },
          reach: pool,
          authentication: authenticationIn(client),
          operation,
        },
      ];
    }),
};

/** Certificates and RADIUS servers may be named without the word for them. */
function authenticationIn(client: JsonObject): readonly string[] {
  const said = wordsIn(client, 'vpnAuthenticationTypes');
  if (said.length > 0) return said;
  const roots = objectsIn(client, 'vpnClientRootCertificates');
  const hasRadius = wordIn(client, 'radiusServerAddress') !== undefined;
  return [...(roots.length > 0 ? ['Certificate'] : []), ...(hasRadius ? ['Radius'] : [])];
}
