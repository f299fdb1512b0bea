import type { AzureResourceInUse } from '../../model/azure/service-in-use.ts';
import { given, itemsOf, momentIn, textIn, wordIn } from '../json-object.ts';
import type { PartDefinition } from '../part.ts';
import { namedIn } from './arm-resource.ts';

const operation = 'Microsoft.Resources/resources';

/** All resources of a subscription, by type and location. */
export const resources: PartDefinition<'azure.resources'> = {
  per: 'azure-subscription',
  operations: [operation],
  interpret: (answers) =>
    itemsOf(answers, operation).map((each): AzureResourceInUse => {
      const { id, name, location, tags } = namedIn(each);
      return {
        id,
        name,
        type: textIn(each, 'type').toLowerCase(),
        location: location || 'global',
        tags,
        ...given('created', momentIn(each, 'createdTime')?.toISOString()),
        ...given('managedBy', wordIn(each, 'managedBy')),
      };
    }),
};
