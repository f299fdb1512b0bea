import { flagIn, given, itemsOf, outputsOf, valuesOf, wordIn, type JsonObject } from '../../json-object.ts';
import { armKey } from '../../../model/azure/arm-id.ts';
import type { AzureEndpoint, PublicContainer } from '../../../model/azure/endpoint.ts';
import type { Answers } from '../../part.ts';
import { namedIn, propertiesIn } from '../arm-resource.ts';
import { networkAcls } from './access-rules.ts';
import type { AzureEndpointSource } from './azure-endpoint-source.ts';
import { endpointOf } from './endpoint-of.ts';
import { publicAccess } from './public-access.ts';

const operation = 'Microsoft.Storage/storageAccounts';
const containers = 'Microsoft.Storage/storageAccounts/blobServices/containers';

/** Storage accounts. The firewall has no say once public access is disabled. */
export const storageAccounts: AzureEndpointSource = {
  kinds: ['storage-account'],
  operation,
  more: [containers],
  endpoints: (answers) => {
    const publicOnes = publicContainersIn(answers);
    return itemsOf(answers, operation).map((each) => {
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
        ...given('publicContainers', publicOnes.get(armKey(namedIn(each).id))),
      };
    });
  },
};

/** By account, where its containers were listed. A container that says nothing is private ("Container - Get", `publicAccess`). */
function publicContainersIn(answers: Answers): ReadonlyMap<string, readonly PublicContainer[]> {
  return new Map(
    [...outputsOf(answers, containers)].map(([account, output]) => [
      armKey(account),
      valuesOf(output, containers).flatMap((each) => {
        const access = wordIn(propertiesIn(each), 'publicAccess') ?? 'None';
        const { id, name } = namedIn(each);
        return access.toLowerCase() === 'none' ? [] : [{ id, name, access }];
      }),
    ]),
  );
}

/**
 * "The storage account permits public access when the property value is either null or true" ("Configure anonymous read
 * access for containers and blobs"). Accounts for files alone have no blobs.
 */
function anonymousIn(each: JsonObject, properties: JsonObject): NonNullable<AzureEndpoint['anonymousBlobs']> {
  if (wordIn(each, 'kind')?.toLowerCase() === 'filestorage') return 'refused';
  const said = flagIn(properties, 'allowBlobPublicAccess');
  return said === undefined ? 'by-default' : said ? 'allowed' : 'refused';
}
