import { flagIn, itemsOf, wordIn, type JsonObject } from '../../json-object.ts';
import type { AzureEndpoint } from '../../../model/azure/endpoint.ts';
import { propertiesIn } from '../arm-resource.ts';
import { networkAcls } from './access-rules.ts';
import type { AzureEndpointSource } from './azure-endpoint-source.ts';
import { endpointOf } from './endpoint-of.ts';
import { publicAccess } from './public-access.ts';

const operation = 'Microsoft.Storage/storageAccounts';

/** Storage accounts. The firewall has no say once public access is disabled. */
export const storageAccounts: AzureEndpointSource = {
  kinds: ['storage-account'],
  operation,
  endpoints: (answers) =>
    itemsOf(answers, operation).map((each) => {
      const properties = propertiesIn(each);
      const anonymousBlobs = anonymousIn(each, properties);
      return {
        ...endpointOf(each, {
          kind: 'storage-account',
          operation,
          open: publicAccess(properties, operation),
          rules: networkAcls(properties, 'networkAcls', operation),
          strength: anonymousBlobs === 'refused' ? 'authenticated' : 'open',
        }),
        anonymousBlobs,
      };
    }),
};

/**
 * "The storage account permits public access when the property value is either null or true" ("Configure anonymous read
 * access for containers and blobs"). Accounts for files alone have no blobs.
 */
function anonymousIn(each: JsonObject, properties: JsonObject): NonNullable<AzureEndpoint['anonymousBlobs']> {
  if (wordIn(each, 'kind')?.toLowerCase() === 'filestorage') return 'refused';
  const said = flagIn(properties, 'allowBlobPublicAccess');
  return said === undefined ? 'by-default' : said ? 'allowed' : 'refused';
}
