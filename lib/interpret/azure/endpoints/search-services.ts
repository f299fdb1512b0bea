import { itemsOf, objectIn, objectsIn, type JsonObject } from '../../json-object.ts';
import type { AccessRules } from '../../../model/azure/endpoint.ts';
import { propertiesIn } from '../arm-resource.ts';
import { everybody, letIn, onlyFrom } from './access-rules.ts';
import type { AzureEndpointSource } from './azure-endpoint-source.ts';
import { endpointOf } from './endpoint-of.ts';
import { publicAccess } from './public-access.ts';

const operation = 'Microsoft.Search/searchServices';

/** Services of Azure AI Search: the first address in the list keeps everybody else out. */
export const searchServices: AzureEndpointSource = {
  kinds: ['search-service'],
  operation,
  endpoints: (answers) =>
    itemsOf(answers, operation).map((each) => {
      const properties = propertiesIn(each);
      const rules = { access: accessIn(properties), unread: [] };
      return endpointOf(each, { kind: 'search-service', operation, open: publicAccess(properties, operation), rules });
    }),
};

function accessIn(properties: JsonObject): AccessRules {
  const allowed = objectsIn(objectIn(properties, 'networkRuleSet') ?? {}, 'ipRules').flatMap(letIn);
  return allowed.length === 0 ? everybody : onlyFrom(allowed);
}
