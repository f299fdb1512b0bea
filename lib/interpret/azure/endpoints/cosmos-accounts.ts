import { flagIn, itemsOf, objectsIn, type JsonObject } from '../../json-object.ts';
import type { AccessRules } from '../../../model/azure/endpoint.ts';
import { propertiesIn } from '../arm-resource.ts';
import { anyAzure, everybody, letIn, onlyFrom } from './access-rules.ts';
import type { AzureEndpointSource } from './azure-endpoint-source.ts';
import { endpointOf } from './endpoint-of.ts';
import { publicAccess } from './public-access.ts';

const operation = 'Microsoft.DocumentDB/databaseAccounts';

/** Accounts of Azure Cosmos DB. */
export const cosmosAccounts: AzureEndpointSource = {
  kinds: ['cosmos-account'],
  operation,
  endpoints: (answers) =>
    itemsOf(answers, operation).map((each) => {
      const properties = propertiesIn(each);
      const rules = { access: accessIn(properties), unread: [] };
      return endpointOf(each, { kind: 'cosmos-account', operation, open: publicAccess(properties, operation), rules });
    }),
};

/**
 * Without any rule, and without the filter for virtual networks, everybody may connect. The address 0.0.0.0 stands for
 * Azure's datacentres, "including requests from other customers" ("Configure IP firewall in Azure Cosmos DB").
 */
function accessIn(properties: JsonObject): AccessRules {
  const allowed = objectsIn(properties, 'ipRules').flatMap(letIn);
  if (allowed.length === 0 && !flagIn(properties, 'isVirtualNetworkFilterEnabled')) return everybody;
  return onlyFrom(allowed.map((each) => (/^0\.0\.0\.0(\/32)?$/.test(each) ? anyAzure : each)));
}
