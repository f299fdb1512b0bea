import type { KnownSubscription } from '../../model/azure/subscription.ts';
import type { PartDefinition } from '../part.ts';
import { itemsOf, objectsIn, textIn, wordIn } from '../json-object.ts';

const operation = 'Microsoft.Resources/subscriptions';

/** All subscriptions that the scan sees. */
export const knownSubscriptions: PartDefinition<'azure.knownSubscriptions'> = {
  per: 'azure-subscription',
  operations: [operation],
  interpret: (answers) =>
    itemsOf(answers, operation).map((each): KnownSubscription => ({
      id: textIn(each, 'subscriptionId').toLowerCase(),
      name: wordIn(each, 'displayName') ?? textIn(each, 'subscriptionId'),
      tenant: textIn(each, 'tenantId').toLowerCase(),
      state: wordIn(each, 'state') ?? '',
      managedByTenants: objectsIn(each, 'managedByTenants').map((one) => textIn(one, 'tenantId').toLowerCase()),
    })),
};
