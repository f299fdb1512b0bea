import { itemsOf } from '../../json-object.ts';
import { propertiesIn } from '../arm-resource.ts';
import { networkAcls } from './access-rules.ts';
import type { AzureEndpointSource } from './azure-endpoint-source.ts';
import { endpointOf } from './endpoint-of.ts';
import { publicAccess } from './public-access.ts';

const operation = 'Microsoft.KeyVault/vaults';

/** Key vaults. */
export const keyVaults: AzureEndpointSource = {
  kinds: ['key-vault'],
  operation,
  endpoints: (answers) =>
    itemsOf(answers, operation).map((each) => {
      const properties = propertiesIn(each);
      const rules = networkAcls(properties, 'networkAcls', operation);
      return endpointOf(each, { kind: 'key-vault', operation, open: publicAccess(properties, operation), rules });
    }),
};
