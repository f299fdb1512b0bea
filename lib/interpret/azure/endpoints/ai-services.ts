import { itemsOf } from '../../json-object.ts';
import { propertiesIn } from '../arm-resource.ts';
import { networkAcls } from './access-rules.ts';
import type { AzureEndpointSource } from './azure-endpoint-source.ts';
import { endpointOf } from './endpoint-of.ts';
import { publicAccess } from './public-access.ts';

const operation = 'Microsoft.CognitiveServices/accounts';

/** Accounts of Azure AI services, Azure OpenAI among them. */
export const aiServices: AzureEndpointSource = {
  kinds: ['ai-service'],
  operation,
  endpoints: (answers) =>
    itemsOf(answers, operation).map((each) => {
      const properties = propertiesIn(each);
      const rules = networkAcls(properties, 'networkAcls', operation);
      return endpointOf(each, { kind: 'ai-service', operation, open: publicAccess(properties, operation), rules });
    }),
};
