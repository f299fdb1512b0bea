import { itemsOf } from '../../json-object.ts';
import { propertiesIn } from '../arm-resource.ts';
import { everybody } from './access-rules.ts';
import type { AzureEndpointSource } from './azure-endpoint-source.ts';
import { endpointOf } from './endpoint-of.ts';
import { publicAccess } from './public-access.ts';

const operation = 'Microsoft.AppConfiguration/configurationStores';

/**
 * Stores of Azure App Configuration. They have no rules; where nothing is said, a private endpoint takes them off the
 * internet ("Disable public access in Azure App Configuration": automatic).
 */
export const configurationStores: AzureEndpointSource = {
  kinds: ['app-configuration'],
  operation,
  endpoints: (answers) =>
    itemsOf(answers, operation).map((each) =>
      endpointOf(each, {
        kind: 'app-configuration',
        operation,
        open: publicAccess(propertiesIn(each), operation, 'automatic'),
        rules: { access: everybody, unread: [] },
      }),
    ),
};
