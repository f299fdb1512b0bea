import type { AzureEndpoint, AzureEndpointKind } from '../../../model/azure/endpoint.ts';
import { itemsOf, objectIn, wordIn, type JsonObject } from '../../json-object.ts';
import { namedIn, propertiesIn } from '../arm-resource.ts';
import type { AzureEndpointSource } from './azure-endpoint-source.ts';
import { endpointOf } from './endpoint-of.ts';
import { publicAccess, type PublicAccess } from './public-access.ts';
import { rulesByServer } from './server-rules.ts';

/** Flexible servers of Azure Database for PostgreSQL. */
export const postgresqlServers = flexibleServers(
  'Microsoft.DBforPostgreSQL/flexibleServers',
  'postgresql-server',
  5432,
);

/** Flexible servers of Azure Database for MySQL. */
export const mysqlServers = flexibleServers('Microsoft.DBforMySQL/flexibleServers', 'mysql-server', 3306);

function flexibleServers(operation: string, kind: AzureEndpointKind, port: number): AzureEndpointSource {
  const ruleOperation = `${operation}/firewallRules`;
  return {
    kinds: [kind],
    operation,
    more: [ruleOperation],
    endpoints: (answers) => {
      const rulesOf = rulesByServer(answers, ruleOperation);
      return itemsOf(answers, operation).map((each): AzureEndpoint => {
        const properties = propertiesIn(each);
        const rules = rulesOf(namedIn(each).id);
        const open = openIn(properties, operation);
        return {
          ...endpointOf(each, { kind, operation, ports: [port], open, rules, ruleOperation }),
          ...(wordIn(properties, 'state')?.toLowerCase() === 'stopped' && { idle: true }),
        };
      });
    },
  };
}

/** A server in a delegated subnet has no public name at all ("Networking overview", private access). */
function openIn(properties: JsonObject, operation: string): PublicAccess {
  const network = objectIn(properties, 'network') ?? {};
  const subnet = wordIn(network, 'delegatedSubnetResourceId') ?? delegatedIn(network);
  return subnet === undefined ? publicAccess(network, operation) : { stop: 'private-endpoint', unread: [] };
}

/** As earlier versions of the API write it. */
function delegatedIn(network: JsonObject): string | undefined {
  const subnet = objectIn(network, 'delegatedSubnetArguments');
  return subnet && wordIn(subnet, 'subnetArmResourceId');
}
