import { flagIn, itemsOf, wordIn, type JsonObject } from '../../json-object.ts';
import { namedIn, propertiesIn } from '../arm-resource.ts';
import { everybody } from './access-rules.ts';
import type { AzureEndpointSource } from './azure-endpoint-source.ts';
import { endpointOf } from './endpoint-of.ts';
import { notAnswered, publicAccess, type PublicAccess } from './public-access.ts';

const operation = 'Microsoft.Cache/redis';

/** Caches of Azure Cache for Redis. Their firewall rules are resources of their own, which the scan does not read. */
export const redisCaches: AzureEndpointSource = {
  kinds: ['redis-cache'],
  operation,
  endpoints: (answers) =>
    itemsOf(answers, operation).map((each) => {
      const properties = propertiesIn(each);
      return endpointOf(each, {
        kind: 'redis-cache',
        operation,
        ports: flagIn(properties, 'enableNonSslPort') ? [6379, 6380] : [6380],
        open: openIn(properties),
        rules: { access: everybody, unread: [notAnswered(`${operation}/firewallRules`, namedIn(each).id)] },
      });
    }),
};

/** A cache in a subnet has a private address alone. */
function openIn(properties: JsonObject): PublicAccess {
  const isInSubnet = wordIn(properties, 'subnetId') !== undefined;
  return isInSubnet ? { stop: 'private-endpoint', unread: [] } : publicAccess(properties, operation);
}
